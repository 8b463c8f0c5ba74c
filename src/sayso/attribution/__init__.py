"""Whose words: attributions by plain rules over a parse, and what pronouns and short forms stand for."""

from sayso.attribution.attribute import attribute
from sayso.attribution.references import References

__all__ = ["References", "attribute"]
