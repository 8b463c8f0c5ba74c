"""Pieces stand where they say, whatever the script."""

from functools import cache
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st
from tokenizers import Tokenizer
from tokenizers.models import WordPiece
from tokenizers.normalizers import BertNormalizer
from tokenizers.pre_tokenizers import BertPreTokenizer

from sayso.model import Block, Page, Report, Span
from sayso.reader.pieces import TRAITS, Pieces, cut

SCRIPTS = st.text(alphabet=st.characters(codec="utf-8"), max_size=120)
ODD = "The army 🚀 said: “Київ — القاهرة, 北京” fell, e\u0301tat-major İstanbul ﬁve ½ km."


LETTERS = "abcdefghijklmnopqrstuvwxyz0123456789"


@cache
def tokenizer() -> Tokenizer:
    """One of the same kind as that of the encoder, with few words."""
    words = ["[UNK]", "army", "said", *LETTERS, *(f"##{c}" for c in LETTERS)]
    made = Tokenizer(WordPiece({word: n for n, word in enumerate(words)}, unk_token="[UNK]"))
    made.normalizer = BertNormalizer()
    made.pre_tokenizer = BertPreTokenizer()
    return made


def pieces(text: str) -> Pieces:
    block = Block(span=Span(0, len(text)), kind="prose")
    page = Page(report=Report(id="r", text=text), part="text", text=text, blocks=(block,))
    return cut(page, tokenizer())


def test_odd_scripts_keep_their_offsets() -> None:
    found = pieces(ODD)
    words = [s.of(ODD) for s in found.spans]
    assert {"army", "🚀", "北", "½", "القاهرة"} <= set(words)


@given(SCRIPTS)
def test_pieces_are_in_order_and_within_the_text(text: str) -> None:
    found = pieces(text)
    assert len(found.ids) == len(found.spans) == len(found.traits)
    assert all(0 <= t < TRAITS for t in found.traits)
    assert all(0 <= s.start <= s.end <= len(text) for s in found.spans)
    assert all(a.start <= b.start for a, b in pairwise(found.spans))
