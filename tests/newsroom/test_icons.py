"""Icons that browsers ask for at fixed addresses, whatever the pages say."""

from io import BytesIO

import pytest
from django.test import Client
from PIL import Image


@pytest.mark.parametrize(
    ("address", "kind", "side"),
    [
        ("/favicon.ico", {"image/x-icon", "image/vnd.microsoft.icon"}, 32),
        ("/apple-touch-icon.png", {"image/png"}, 180),
    ],
)
def test_an_icon_answers_at_its_usual_address(
    client: Client, address: str, kind: set[str], side: int
) -> None:
    answer = client.get(address)

    assert answer.status_code == 200
    assert answer["Content-Type"] in kind
    assert "public" in answer["Cache-Control"]
    assert not answer.cookies
    data = b"".join(answer.streaming_content)  # type: ignore[attr-defined]
    assert len(data) < 6_000
    with Image.open(BytesIO(data)) as icon:
        assert icon.size == (side, side)
