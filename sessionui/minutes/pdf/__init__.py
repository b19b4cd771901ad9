"""The minutes as a typeset, tagged PDF."""
