"""Page -> parsed page: sentences, words, syntax and names, by a spaCy pipeline."""
