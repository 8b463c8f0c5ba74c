"""Report -> pages: what is prose, what is furniture, and the facts that furniture holds."""

from sayso.text.layout import lay_out

__all__ = ["lay_out"]
