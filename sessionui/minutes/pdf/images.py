"""Pictures of the minutes as PNG, for files that can't hold our drawings as vectors."""

import json
from collections.abc import Sequence
from typing import Literal

import typst

from sessionui.minutes.choices import House, Logo
from sessionui.minutes.html.drawing import Drawing
from sessionui.minutes.pdf.plain_data import drawing_value
from sessionui.minutes.pdf.typesetter import look_of, typesetter

SHARP = 220
"""Pixels an inch: enough for paper, small enough to mail."""


def images_of(drawings: Sequence[Drawing], house: House) -> list[bytes]:
    """Each drawing as the bytes of a PNG, in the same order; made in one go."""
    if not drawings:
        return []
    inputs = {
        "pictures": json.dumps([drawing_value(drawing) for drawing in drawings]),
        "look": look_of(house),
    }
    made = typesetter("pictures.typ").compile(format="png", ppi=SHARP, sys_inputs=inputs)
    return [bytes(page) for page in made] if isinstance(made, list) else [bytes(made)]


def logo_image(logo: Logo) -> bytes:
    """A logo as the bytes of a PNG. Raises ``typst.TypstError``; see ``logo_fault``."""
    return _logo(logo, "png")


def logo_fault(logo: Logo) -> Literal["", "wide", "unreadable"]:
    """What keeps a logo from being drawn, on paper or in points."""
    try:
        _logo(logo, "pdf")
        _logo(logo, "png")
    except typst.TypstError as error:
        return "wide" if "too wide" in str(error) else "unreadable"
    return ""


def _logo(logo: Logo, form: Literal["pdf", "png"]) -> bytes:
    made = typesetter("logo.typ").compile(
        format=form, ppi=SHARP, sys_inputs={"look": look_of(House(logo=logo))}
    )
    return bytes(made)
