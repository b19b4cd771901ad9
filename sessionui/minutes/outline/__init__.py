"""The minutes as blocks of text in one language, the same for every format that people read."""
