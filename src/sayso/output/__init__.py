"""Claims -> files and screens: one writer a format, all with the same shape (see `formats.WRITERS`)."""
