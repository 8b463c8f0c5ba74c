"""The rule reader gives words, and nothing of the library that it reads with."""

from datetime import date

import msgspec

from sayso.grounding.gazetteer import open_gazetteer
from sayso.model import Reading, Report
from sayso.reader import Reader, RuleReader
from sayso.settings import Settings
from sayso.text import lay_out

TEXT = "KYIV, June 8 (Example Wire) - The army said on Sunday that rebels had shelled Kharkiv, killing two people."


def test_a_reading_is_plain_records() -> None:
    settings = Settings.from_environment()
    reader: Reader = RuleReader.load(settings, open_gazetteer(settings))
    report = Report(id="r", text=TEXT, published=date(2025, 6, 8))
    (reading,) = reader.read(lay_out(report))
    again = msgspec.json.decode(msgspec.json.encode(reading), type=Reading)
    assert again == reading
    assert [d.type for d in reading.drafts] == ["shelling"]
    assert [c.what for c in reading.counts] == ["killed"]
    assert reading.page.dateline_place is not None
    assert reading.page.dateline_place.of(TEXT) == "KYIV"
    assert [t.text for t in reading.times] == ["June 8", "Sunday"]
