"""A partnership's card as a document; beside the card it says which sessions there are."""

from dataclasses import fields
from typing import TYPE_CHECKING

from sessionui.domain.cards import Card, card_from_document, card_to_document
from store.encoding import Document

if TYPE_CHECKING:
    from store.shelf import Shelf

#: The ids of the partnership's sessions.
SESSION_IDS = "session_ids"


def card_document(shelf: "Shelf") -> Document:
    """The document of the card of a partnership."""
    return {**card_to_document(shelf.card()), SESSION_IDS: list(shelf.sessions)}


def is_card(document: Document) -> bool:
    """Whether the card in the document can be shown."""
    try:
        card = card_from_document(document)
    except TypeError:
        return False
    blank = Card("", "", "")
    return all(type(getattr(card, f.name)) is type(getattr(blank, f.name)) for f in fields(card))
