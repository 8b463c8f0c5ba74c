"""Lay a report out."""

import re

from sayso.model import Block, Page, Report, Span

PARAGRAPH = re.compile(r"[^\n]*\S[^\n]*")


def lay_out(report: Report) -> tuple[Page, ...]:
    """The pages of a report: its text and, where it has one, its title."""
    blocks = tuple(Block(span=Span(m.start(), m.end()), kind="prose") for m in PARAGRAPH.finditer(report.text))
    pages = [Page(report=report, part="text", text=report.text, blocks=blocks)]
    if report.title:
        whole = Block(span=Span(0, len(report.title)), kind="heading")
        pages.append(Page(report=report, part="title", text=report.title, blocks=(whole,)))
    return tuple(pages)
