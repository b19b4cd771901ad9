"""The minutes as data: one language-neutral document that every export is made from."""
