"""The typesetter: templates of ours, data as JSON, fonts that come along."""

import json
from functools import cache
from pathlib import Path
from threading import Lock
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


class Typesetter:
    """A compiler of one template, its fonts read once. Threads may share it: each has its turn."""

    def __init__(self, template: str, *, system: bool) -> None:
        """``system``: with the fonts of the computer too."""
        self._turn = Lock()
        self._compiler = typst.Compiler(
            str(TEMPLATES / template),
            root=str(TEMPLATES),
            font_paths=[str(font_folder())],
            ignore_system_fonts=not system,
        )

    def compile(self, **how: Any) -> Any:
        """See ``typst.Compiler.compile``. Raises ``typst.TypstError``, also where it gave up."""
        with self._turn:
            try:
                return self._compiler.compile(**how)
            except BaseException as error:
                # What fails deep inside comes as no Exception at all, which would end a program.
                if type(error).__name__ == "PanicException":
                    raise typst.TypstError("gave up", "gave up") from error
                raise


@cache
def typesetter(template: str, *, system: bool = False) -> Typesetter:
    """The compiler of one template; with the system's fonts only when they are needed."""
    return Typesetter(template, system=system)


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
