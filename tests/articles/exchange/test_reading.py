"""What is wrong with a file from outside is said with file and line, whatever the file holds."""

import json

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from articles.exchange import reading
from articles.exchange.faults import Refused
from articles.exchange.records import record_of
from tests.articles.exchange.wire import GOOD

FRONT = """---
id: a1
headline: Ferry back on Monday
byline:
  - {name: Ada Brandt, role: in Skarholm}
section: City
topics: [Harbour]
kind: News
sources:
  - {name: Northline, url: "https://northline.example", ai: no}
date: 2026-11-18T16:40
---
The ferry sails again on Monday.
"""


def lines(tmp_path, *rows):
    file = tmp_path / "wire.jsonl"
    raw = [row if isinstance(row, bytes) else json.dumps(row).encode() for row in rows]
    file.write_bytes(b"\n".join(raw) + b"\n")
    return file


def faults_of(path):
    with pytest.raises(Refused) as refused:
        reading.read(path)
    return [str(fault) for fault in refused.value.faults]


def without(key):
    return {name: value for name, value in GOOD.items() if name != key}


def test_a_markdown_file_becomes_a_record(tmp_path):
    (tmp_path / "ferry.md").write_text(FRONT)

    (record,) = reading.read(tmp_path)

    assert record.byline[0].name == "Ada Brandt"
    assert record.byline[0].role == "in Skarholm"
    assert record.sources[0].ai == "no"
    assert record.address == "ferry-back-on-monday"
    assert not record.is_html
    assert record.date == "2026-11-18T16:40:00"


def test_json_lines_take_markdown_or_html(tmp_path):
    html = {**without("body"), "id": 7, "body_html": "<p>The ferry sails.</p>"}

    first, second = reading.read(lines(tmp_path, GOOD, html))

    assert (first.is_html, second.is_html) == (False, True)
    assert second.id == "7"


def test_every_bad_line_is_named_with_its_number(tmp_path):
    faults = faults_of(lines(tmp_path, GOOD, b"{not json", without("headline") | {"id": "a2"}, b"[]"))

    assert len(faults) == 3
    assert "wire.jsonl:2: is no JSON" in faults[0]
    assert faults[1].endswith("wire.jsonl:3: headline is missing")
    assert "wire.jsonl:4: has to be one JSON object" in faults[2]


@pytest.mark.parametrize(
    ("change", "words"),
    [
        ({"headine": "x"}, "unknown key “headine”"),
        ({"headline": 1984}, "headline has to be text, not a number"),
        ({"headline": "x" * 201}, "headline has 201 characters"),
        ({"headline": "Good \u202egnp.exe"}, "U+202E"),
        ({"standfirst": "\x00"}, "U+0000"),
        ({"byline": []}, "byline is missing"),
        ({"byline": "Ada"}, "byline has to be a list, not text"),
        ({"byline": ["Ada", "Ada"]}, "names somebody twice"),
        ({"byline": [{"nane": "Ada"}]}, "unknown key “nane”"),
        ({"slug": "a b"}, "slug may hold letters"),
        ({"headline": "停電"}, "none can be made from the headline"),
        ({"language": "english"}, "“english” is no language tag"),
        ({"language": "en_GB"}, "Write a hyphen: en-GB."),
        ({"language": "cz"}, "“cz” is no language"),
        ({"date": "yesterday"}, "no date and time"),
        ({"topics": ["x" * 61]}, "topics has 61 characters"),
        ({"topics": ["t"] * 51}, "51 entries"),
        ({"sources": [{"name": "X", "url": "javascript:alert(1)"}]}, "no web address"),
        ({"sources": [{"name": "X", "ai": "maybe"}]}, "yes, no or ask"),
        ({"sources": [{"name": "X", "ai": 0}]}, "yes, no or ask"),
        ({"image": "a.jpg"}, "image has to be a table"),
        ({"image": {"file": "a.jpg"}}, "“alt” is missing"),
        ({"image": {"file": "a.jpg", "alt": "x", "focal": [2, 0]}}, "“focal” has to be"),
        ({"body": "  "}, "the body is missing"),
        ({"body": 5}, "as text"),
        ({"body_html": "<p>twice</p>"}, "either “body”"),
    ],
)
def test_a_record_that_cannot_be_taken_is_refused_in_words(tmp_path, change, words):
    (fault, *_) = faults_of(lines(tmp_path, {**GOOD, **change}))

    assert words in fault


@pytest.mark.parametrize(
    ("raw", "words"),
    [
        (b'{"id": "\xff"}', "is not UTF-8"),
        (b"[" * 100_000, "brackets too deep"),
        (b'{"id": ' + b"9" * 5000 + b"}", "number too long"),
        (b'{"id": "' + b"x" * reading.MOST_BYTES + b'"}', "longer than 2 MB"),
    ],
)
def test_hostile_bytes_are_refused_and_the_next_line_is_still_read(tmp_path, raw, words):
    faults = faults_of(lines(tmp_path, raw, {**GOOD, "kind": ""}))

    assert "wire.jsonl:1: " in faults[0]
    assert words in faults[0]
    assert faults[1].endswith(":2: kind is missing")


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("The ferry sails.", ":1: front matter is missing"),
        ("---\nid: a\n", "front matter has no end"),
        ("---\n- a\n---\nx", "has to be lines of “key: value”"),
        ("---\nid: [a\n---\nx", "front matter is no YAML"),
        ("---\nid: !!python/object/apply:os.system [ls]\n---\nx", "front matter is no YAML"),
        ("---\ndate: 2026-13-45\n---\nx", "front matter is no YAML"),
    ],
)
def test_bad_front_matter_is_refused(tmp_path, text, words):
    (tmp_path / "x.md").write_text(text)

    assert words in faults_of(tmp_path)[0]


def test_a_markdown_file_that_is_not_utf_8_is_refused_with_its_line(tmp_path):
    (tmp_path / "x.md").write_bytes(b"---\nid: a\nheadline: \xe9\n---\n")

    assert faults_of(tmp_path)[0].endswith("x.md:3: is not UTF-8 text")


def test_aliases_in_yaml_cannot_fill_the_memory(tmp_path):
    bomb = "\n".join(f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 9)}]" for n in range(1, 12))
    (tmp_path / "x.md").write_text(FRONT.replace("id: a1", f"id: a1\na0: &a0 x\n{bomb}\ntopics2: *a11"))

    assert any("unknown key “topics2”" in fault for fault in faults_of(tmp_path))


def test_an_id_that_comes_twice_is_refused(tmp_path):
    assert "id “a1” was already used at" in faults_of(lines(tmp_path, GOOD, GOOD))[0]


def test_nothing_to_import_is_said(tmp_path):
    assert "there is no .md file" in faults_of(tmp_path)[0]
    assert "there is no story in it" in faults_of(lines(tmp_path, b""))[0]
    assert "no such file" in faults_of(tmp_path / "missing.jsonl")[0]
    (tmp_path / "x.csv").write_text("a,b")
    assert "has to end in .jsonl or .md" in faults_of(tmp_path / "x.csv")[0]


def test_what_came_from_outside_cannot_steer_the_terminal(tmp_path):
    (fault,) = faults_of(lines(tmp_path, {**GOOD, "\x1b[2Jclear": 1}))

    assert "\x1b" not in fault


_JSON = st.recursive(
    st.none() | st.booleans() | st.floats() | st.text(max_size=8),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner, max_size=3),
    max_leaves=6,
)


@settings(suppress_health_check=[HealthCheck.too_slow], deadline=None)
@given(st.dictionaries(st.sampled_from([*GOOD, "image", "sources", "topics", "date", "x"]), _JSON))
def test_no_value_breaks_the_reader(values):
    record, problems = record_of({**GOOD, **values}, place="x:1", body="words", is_html=False)

    assert (record is None) == bool(problems)
