"""The store: one TinyDB file with a journal beside it. Nothing recorded is ever lost."""
