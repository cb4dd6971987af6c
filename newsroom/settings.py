"""Django settings, all from the environment (12-factor); not a place for rules of the house.

Every variable has a safe value for a desk on one machine. With ``NEWSROOM_ENV=production`` the
process refuses to start without its secrets and names those that are missing.
"""

import sys
from pathlib import Path

import environ
from django.core.exceptions import ImproperlyConfigured

from newsroom import security, sqlite

# Before anything of Django's imports sqlite3.
SQLITE_OPTIONS = sqlite.use_newer()
BASE_DIR = Path(__file__).resolve().parent.parent
env = environ.Env()

PRODUCTION = env.str("NEWSROOM_ENV", default="development") == "production"
TESTING = "pytest" in sys.modules
VAR_DIR = Path(env.str("NEWSROOM_VAR", default=str(BASE_DIR / "var")))
VAR_DIR.mkdir(parents=True, exist_ok=True)

if PRODUCTION:
    missing = [
        name
        for name in ("SECRET_KEY", "AUDIT_KEY", "ALLOWED_HOSTS", "SITE_URL")
        if not env.str(name, default="")
    ]
    if missing:
        raise ImproperlyConfigured(
            f"Production needs {', '.join(missing)} in the environment. SECRET_KEY and AUDIT_KEY are long random "
            "texts (python3 -c 'import secrets; print(secrets.token_urlsafe(50))'), ALLOWED_HOSTS a "
            "comma-separated list, SITE_URL the public address such as https://news.example."
        )

DEBUG = env.bool("DEBUG", default=False)
SECRET_KEY = env.str("SECRET_KEY", default="development only: set SECRET_KEY in production")
# The audit chain has a key of its own, so that a leaked session key cannot forge history.
AUDIT_KEY = env.str("AUDIT_KEY", default="development only: set AUDIT_KEY in production")
ALLOWED_HOSTS = env.list("ALLOWED_HOSTS", default=["*"] if not PRODUCTION else [])
CSRF_TRUSTED_ORIGINS = env.list("CSRF_TRUSTED_ORIGINS", default=[])
# How many proxies of ours stand before the web server: so many entries of X-Forwarded-For, from the right, are true.
PROXIES = env.int("PROXIES", default=0)
SITE_URL = env.str("SITE_URL", default="http://localhost:8000").rstrip("/")

INSTALLED_APPS = [
    "articles",
    "authors",
    "newsroom",
    "newsroom.apps.DeskConfig",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "whitenoise.runserver_nostatic",
    "django.contrib.staticfiles",
    "django_tasks",
    "django_tasks_db",
    "django_prose_editor",
    "js_asset",
    "crispy_forms",
    "modelsearch",
    "csp",
]

MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "newsroom.middleware.DeskSessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "newsroom.middleware.DeskCsrfMiddleware",
    "newsroom.middleware.DeskAuthenticationMiddleware",
    "newsroom.middleware.DeskMessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "csp.middleware.CSPMiddleware",
]

ROOT_URLCONF = "newsroom.urls"
WSGI_APPLICATION = "newsroom.wsgi.application"
AUTH_USER_MODEL = "newsroom.User"
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
LOGIN_URL = "admin:login"

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [BASE_DIR / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
            ],
        },
    },
]

DATABASES = {"default": env.db_url("DATABASE_URL", default=f"sqlite:///{VAR_DIR / 'newsroom.sqlite3'}")}
if DATABASES["default"]["ENGINE"] == "django.db.backends.sqlite3":
    # IMMEDIATE takes the write lock when a transaction starts: web and worker then queue up for
    # it instead of failing half-way with "database is locked".
    DATABASES["default"]["OPTIONS"] = {
        "transaction_mode": "IMMEDIATE",
        "timeout": 20,
        "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL;",
        **SQLITE_OPTIONS,
    }
    DATABASES["default"]["TEST"] = {"OPTIONS": {}}
else:
    DATABASES["default"]["CONN_MAX_AGE"] = env.int("CONN_MAX_AGE", default=60)
    DATABASES["default"]["CONN_HEALTH_CHECKS"] = True

PASSWORD_HASHERS = (
    ["django.contrib.auth.hashers.MD5PasswordHasher"]
    if TESTING
    else ["django.contrib.auth.hashers.PBKDF2PasswordHasher"]
)
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": f"django.contrib.auth.password_validation.{name}"}
    for name in ("UserAttributeSimilarityValidator", "MinimumLengthValidator", "CommonPasswordValidator")
]

# Texts are stemmed and folded by newsroom/search_words.py before they are indexed; the database compares them as they are.
MODELSEARCH_BACKENDS = {"default": {"BACKEND": "newsroom.search_backend", "SEARCH_CONFIG": "simple"}}

LANGUAGE_CODE = env.str("LANGUAGE_CODE", default="en-gb")
TIME_ZONE = env.str("TIME_ZONE", default="UTC")
USE_I18N = True
USE_TZ = True
# The public side's own words; `manage.py catalogues` keeps them up to date.
LOCALE_PATHS = [BASE_DIR / "newsroom" / "locale"]

STATIC_URL = "/static/"
STATIC_ROOT = Path(env.str("STATIC_ROOT", default=str(VAR_DIR / "static")))
STATICFILES_DIRS = [BASE_DIR / "static"]
MEDIA_URL = "/media/"
MEDIA_ROOT = Path(env.str("MEDIA_ROOT", default=str(VAR_DIR / "media")))
# Hashed names need a manifest, which `collectstatic` makes (the demo calls it); without, the plain names are served.
HASHED_STATIC = env.bool("HASHED_STATIC", default=PRODUCTION)
_static_backend = (
    "whitenoise.storage.CompressedManifestStaticFilesStorage"
    if HASHED_STATIC
    else "django.contrib.staticfiles.storage.StaticFilesStorage"
)
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    # Where the files of withdrawn pictures wait; no web server may serve it.
    "withdrawn": {
        "BACKEND": "django.core.files.storage.FileSystemStorage",
        "OPTIONS": {"location": env.str("WITHDRAWN_ROOT", default=str(VAR_DIR / "withdrawn"))},
    },
    # Pictures as they were sent, and the cards of stories; no web server may serve it either.
    "private": {
        "BACKEND": "django.core.files.storage.FileSystemStorage",
        "OPTIONS": {"location": env.str("PRIVATE_ROOT", default=str(VAR_DIR / "private"))},
    },
    "staticfiles": {"BACKEND": _static_backend},
}
# What browsers ask for at the root, whatever a page says: favicon.ico and the like.
WHITENOISE_ROOT = BASE_DIR / "static" / "root"
WHITENOISE_USE_FINDERS = not HASHED_STATIC
WHITENOISE_AUTOREFRESH = not HASHED_STATIC

TASKS = {"default": {"BACKEND": env.str("TASKS_BACKEND", default="django_tasks_db.DatabaseBackend")}}
if TESTING:
    TASKS = {"default": {"BACKEND": "django_tasks.backends.dummy.DummyBackend"}}

# smtp+tls://user:password@host:587 and the like. Without it a desk on one machine lays its mail in var/mail, a file a
# message; in production nothing is mailed.
_mail = env.email_url(
    "EMAIL_URL", default="dummymail://" if PRODUCTION else f"filemail:///{VAR_DIR / 'mail'}"
)
EMAIL_BACKEND = _mail["EMAIL_BACKEND"]
EMAIL_HOST, EMAIL_PORT = _mail["EMAIL_HOST"], _mail["EMAIL_PORT"]
EMAIL_HOST_USER, EMAIL_HOST_PASSWORD = _mail["EMAIL_HOST_USER"], _mail["EMAIL_HOST_PASSWORD"]
EMAIL_USE_TLS, EMAIL_USE_SSL = _mail.get("EMAIL_USE_TLS", False), _mail.get("EMAIL_USE_SSL", False)
EMAIL_FILE_PATH = _mail["EMAIL_FILE_PATH"] or None
EMAIL_TIMEOUT = env.int("EMAIL_TIMEOUT", default=10)
DEFAULT_FROM_EMAIL = env.str("MAIL_FROM", default="newsroom@localhost")

CRISPY_ALLOWED_TEMPLATE_PACKS = ["newsroom"]
CRISPY_TEMPLATE_PACK = "newsroom"
CRISPY_FAIL_SILENTLY = False

# The machine that drafts Quick Takes; an empty text switches it off and stories go out without a box.
SUMMARY_ENGINE = env.str("SUMMARY_ENGINE", default="articles.summaries.engines.extractive.ExtractiveEngine")
# Who drafts when that engine fails, may not see the text, or has spent its budget; empty for nobody.
SUMMARY_FALLBACK_ENGINE = env.str(
    "SUMMARY_FALLBACK_ENGINE", default="articles.summaries.engines.extractive.ExtractiveEngine"
)
# What an engine asks for by name; each engine's own documentation says which it knows.
SUMMARY_OPTIONS = {
    "url": env.str("SUMMARY_MODEL_URL", default=""),
    "model": env.str("SUMMARY_MODEL", default=""),
    "key": env.str("SUMMARY_MODEL_KEY", default=""),
    "deadline": env.str("SUMMARY_MODEL_DEADLINE", default="25"),
    "max_bytes": env.str("SUMMARY_MODEL_MAX_BYTES", default="200000"),
    "output": env.str("SUMMARY_MODEL_OUTPUT", default="native"),
    "local": env.str("SUMMARY_MODEL_LOCAL", default="no"),
    "price_in": env.str("SUMMARY_MODEL_PRICE_IN", default="0"),
    "price_out": env.str("SUMMARY_MODEL_PRICE_OUT", default="0"),
}
# What one section may spend on a model in a day; empty for no limit. A section's own budget comes first.
SUMMARY_MODEL_BUDGET = env.str("SUMMARY_MODEL_BUDGET", default="")
SUMMARY_DEADLINE_SECONDS = env.int("SUMMARY_DEADLINE_SECONDS", default=60)
# A worker that says nothing for so long is thought dead, so it must outlast one call to a model.
SUMMARY_LEASE_SECONDS = max(
    env.int("SUMMARY_LEASE_SECONDS", default=30), 5 + int(float(SUMMARY_OPTIONS["deadline"]))
)
SUMMARY_ATTEMPTS = env.int("SUMMARY_ATTEMPTS", default=3)

CONTENT_SECURITY_POLICY = security.CONTENT_SECURITY_POLICY
SECURE_CONTENT_TYPE_NOSNIFF = True
SECURE_REFERRER_POLICY = "strict-origin-when-cross-origin"
X_FRAME_OPTIONS = "DENY"
if PRODUCTION:
    SECURE_SSL_REDIRECT = env.bool("SECURE_SSL_REDIRECT", default=True)
    SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
    SECURE_HSTS_SECONDS = env.int("SECURE_HSTS_SECONDS", default=31536000)
    SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = True
SESSION_COOKIE_HTTPONLY = True

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"line": {"format": "{asctime} {levelname} {name}: {message}", "style": "{"}},
    "handlers": {"stderr": {"class": "logging.StreamHandler", "formatter": "line"}},
    "root": {"handlers": ["stderr"], "level": env.str("LOG_LEVEL", default="WARNING")},
}
