"""The Content-Security-Policy; not authentication and not permissions."""

from csp.constants import NONCE, NONE, SELF

# The nonce is there for the import map of the body editor; nothing else in the house is inline.
CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [SELF],
        "script-src": [SELF, NONCE],
        "style-src": [SELF],
        "img-src": [SELF, "data:"],
        "object-src": [NONE],
        "base-uri": [NONE],
        "frame-ancestors": [NONE],
        "form-action": [SELF],
    }
}
