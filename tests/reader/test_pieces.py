"""Pieces stand where they say, whatever the script."""

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from sayso.model import Block, Page, Report, Span
from sayso.reader.choose import SHIPPED
from sayso.reader.pieces import TRAITS, Pieces, cut, open_tokenizer

SCRIPTS = st.text(alphabet=st.characters(codec="utf-8"), max_size=120)
ODD = "The army 🚀 said: “Київ — القاهرة, 北京” fell, e\u0301tat-major İstanbul ﬁve ½ km."


def pieces(text: str) -> Pieces:
    block = Block(span=Span(0, len(text)), kind="prose")
    page = Page(report=Report(id="r", text=text), part="text", text=text, blocks=(block,))
    return cut(page, open_tokenizer(SHIPPED / "tokenizer.json"))


def test_odd_scripts_keep_their_offsets() -> None:
    found = pieces(ODD)
    words = [s.of(ODD) for s in found.spans]
    assert {"army", "🚀", "北", "½"} <= set(words)
    assert "".join(words).replace(" ", "") == ODD.replace(" ", "").replace("\u0301", "") or "e\u0301" in "".join(words)


@given(SCRIPTS)
def test_pieces_are_in_order_and_within_the_text(text: str) -> None:
    found = pieces(text)
    assert len(found.ids) == len(found.spans) == len(found.traits)
    assert all(0 <= t < TRAITS for t in found.traits)
    assert all(0 <= s.start <= s.end <= len(text) for s in found.spans)
    assert all(a.start <= b.start for a, b in pairwise(found.spans))
