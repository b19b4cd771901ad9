"""The typesetter: templates of ours, data as JSON, fonts that come along."""

import json
from functools import cache
from pathlib import Path
from typing import Any, Final

import typst

from sessionui.minutes.choices import House
from sessionui.minutes.pdf.fonts import font_folder

TEMPLATES = Path(__file__).parent / "templates"

HUES: Final = {
    "accent": "#1f2933",
    "a": "#0072b2",
    "b": "#d55e00",
    "a-text": "#005f94",
    "b-text": "#a84600",
}


@cache
def typesetter(template: str, *, system: bool = False) -> Any:
    """A compiler of one template, its fonts read once; the system's only when they are needed."""
    return typst.Compiler(
        str(TEMPLATES / template),
        root=str(TEMPLATES),
        font_paths=[str(font_folder())],
        ignore_system_fonts=not system,
    )


def look_of(house: House) -> str:
    """Colours and logo as JSON for the templates."""
    look: dict[str, Any] = dict(HUES)
    look["accent"] = house.colours.get("accent", HUES["accent"])
    for side, hue in (("a", house.colours.get("side_a")), ("b", house.colours.get("side_b"))):
        if hue:
            look[side] = look[f"{side}-text"] = hue
    if house.logo:
        form = house.logo.kind.partition("/")[2].partition("+")[0].replace("jpeg", "jpg")
        look["logo"] = {"bytes": list(house.logo.data), "form": form, "alt": house.logo.alt or "–"}
    return json.dumps(look)
