"""Names for the files of forms, which every file system takes."""

import unicodedata


def slug(text: str, limit: int = 40) -> str:
    """Letters and digits of ``text`` in lower case with hyphens between; may be empty."""
    letters = (c if c.isalnum() else " " for c in unicodedata.normalize("NFC", text.casefold()))
    return (
        "-".join("".join(letters).split())
        .encode()[: limit * 2]
        .decode(errors="ignore")[:limit]
        .strip("-")
    )
