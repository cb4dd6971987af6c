"""What a file says of itself is read into words before it is washed off; hostile blocks say nothing."""

from io import BytesIO

import pytest
from PIL import Image as Pillow

from newsroom.images import clean, renditions, verify
from newsroom.picture_metadata import LONGEST_TEXT
from tests.newsroom.made_pictures import encoded, noise
from tests.newsroom.test_images import iptc_segment

PACKET = """<?xpacket begin="" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:photoshop="http://ns.adobe.com/photoshop/1.0/"
  xmlns:xmpRights="http://ns.adobe.com/xap/1.0/rights/" photoshop:Credit="Nordbild">
<dc:creator><rdf:Seq><rdf:li>Inés Falk</rdf:li><rdf:li>Ada Brandt</rdf:li></rdf:Seq></dc:creator>
<dc:rights><rdf:Alt><rdf:li xml:lang="x-default">© Nordbild 2026</rdf:li></rdf:Alt></dc:rights>
<dc:description><rdf:Alt><rdf:li xml:lang="x-default">A ferry leaves.</rdf:li>
  <rdf:li xml:lang="de">Eine Fähre.</rdf:li></rdf:Alt></dc:description>
<xmpRights:UsageTerms><rdf:Alt><rdf:li xml:lang="x-default">One use.</rdf:li></rdf:Alt></xmpRights:UsageTerms>
<photoshop:Headline>Ferry</photoshop:Headline>
</rdf:Description></rdf:RDF></x:xmpmeta>
<?xpacket end="w"?>"""
SAID = {
    "creator": "Inés Falk, Ada Brandt",
    "credit": "Nordbild",
    "copyright": "© Nordbild 2026",
    "caption": "A ferry leaves.",
    "terms": "One use.",
    "headline": "Ferry",
}


@pytest.mark.parametrize("kind", ["JPEG", "WEBP", "PNG", "TIFF"])
def test_xmp_is_read_from_every_format(kind):
    options = {"xmp": PACKET.encode()}
    if kind == "PNG":
        options = {"pnginfo": png_text()}
    if kind == "TIFF":
        options = {"tiffinfo": {700: PACKET.encode()}}

    assert verify(encoded(noise(), kind, **options)).iptc == SAID


def png_text():
    from PIL.PngImagePlugin import PngInfo

    info = PngInfo()
    info.add_itxt("XML:com.adobe.xmp", PACKET)
    return info


def test_xmp_wins_over_iptc_and_fills_what_it_does_not_say():
    data = encoded(noise(), xmp=PACKET.replace("photoshop:Credit", "photoshop:Other").encode())
    data = data[:2] + iptc_segment([(110, b"Agency"), (120, b"Old caption")]) + data[2:]

    found = verify(data).iptc

    assert (found["credit"], found["caption"]) == ("Agency", "A ferry leaves.")


@pytest.mark.parametrize(
    "packet",
    [
        b"<",
        b"\xff\xfe<\x00",
        b"",
        b'<!DOCTYPE x [<!ENTITY a "b">]>' + PACKET.encode(),
        PACKET.replace("One use.", "&lol;").encode(),
        b"<a>" * 100_000,
        PACKET.encode() + b" " * 600_000,
    ],
)
@pytest.mark.filterwarnings("ignore::UserWarning")
def test_a_hostile_packet_says_nothing_and_hurts_nothing(packet):
    file = encoded(noise(), "PNG", pnginfo=None) if not packet else encoded(noise(), "WEBP", xmp=packet)

    assert verify(file).iptc == {}


def test_long_words_are_cut_and_unprintable_signs_become_spaces():
    packet = PACKET.replace("A ferry leaves.", "A\u0085ferry" + " x" * 5000)

    caption = verify(encoded(noise(), xmp=packet.encode(), kind="WEBP")).iptc["caption"]

    assert caption.startswith("A ferry x")
    assert len(caption) <= LONGEST_TEXT


def test_nothing_of_it_reaches_what_readers_get():
    verified = verify(encoded(noise(), xmp=PACKET.encode()))
    kept = clean(verified)

    files = [kept, *(one.data for one in renditions(kept, focal=(0.5, 0.5)))]
    for data in files:
        assert b"Nordbild" not in data
        assert not Pillow.open(BytesIO(data)).info.get("xmp")
