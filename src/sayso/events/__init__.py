"""Attributions, toponyms, times and counts of a page -> drafts: what happened, how it is put, whose word it is."""
