"""Report -> pages: what is prose, what is furniture, and the facts that furniture holds."""

from sayso.text.layout import lay_out
from sayso.text.lines import markup_spans

__all__ = ["lay_out", "markup_spans"]
