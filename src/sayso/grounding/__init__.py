"""Readings -> claims: words looked up in the gazetteer, on the calendar and in the lexicon of actors."""
