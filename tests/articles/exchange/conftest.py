"""Fixtures of the tests of imports."""

import json

import pytest

from articles.exchange import reading
from articles.exchange.importer import import_records
from tests.articles.exchange.wire import GOOD


@pytest.fixture
def wire(tmp_path):
    """A folder with a file of stories; call it with the stories that it is to hold."""
    folder = tmp_path / "wire"
    folder.mkdir()

    def write(*rows):
        file = folder / "wire.jsonl"
        whole = ({**GOOD, **row} for row in rows)
        said = ({key: value for key, value in row.items() if value is not None} for row in whole)
        file.write_text("\n".join(map(json.dumps, said)))
        return file

    return write


@pytest.fixture
def bring(wire, ada, clock):
    def run(*rows, actor=ada, **kwargs):
        file = wire(*rows)
        clock.tick()
        return import_records(reading.read(file), folder=file.parent, actor=actor, now=clock.now, **kwargs)

    return run
