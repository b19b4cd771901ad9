"""Personal cards to print: one HTML file without scripts, several cards a sheet of A4."""

from dataclasses import dataclass, field
from pathlib import Path

from markupsafe import Markup

from sessionui.domain.sides import SIGNS, SideKey
from sessionui.domain.work import Work
from sessionui.locale import Language, fmt_date, translator
from sessionui.phones.qr import Matrix

SHEET = Path(__file__).parent / "sheet"
QUIET = 4


@dataclass(frozen=True)
class Card:
    """One person's card. ``code``: to type, in groups; ``matrix``: the QR code of the address."""

    name: str
    side: SideKey
    side_name: str
    code: str = field(repr=False)
    matrix: Matrix = field(repr=False)

    @property
    def sign(self) -> str:
        """The sign of the side."""
        return SIGNS[self.side]

    @property
    def picture(self) -> Markup:
        """The QR code as SVG, black on white, with its quiet zone."""
        return qr_svg(self.matrix)


def qr_svg(matrix: Matrix) -> Markup:
    """A QR code as an SVG element, one unit a module; it has no text of anybody in it."""
    size = len(matrix) + 2 * QUIET
    path = "".join(
        f"M{x + QUIET},{y + QUIET}h1v1h-1z"
        for y, row in enumerate(matrix)
        for x, dark in enumerate(row)
        if dark
    )
    return Markup(  # noqa: S704 - numbers only
        f'<svg viewBox="0 0 {size} {size}" shape-rendering="crispEdges" aria-hidden="true">'
        f'<rect width="{size}" height="{size}" fill="#fff"/><path d="{path}" fill="#000"/></svg>'
    )


def cards_page(work: Work, cards: list[Card], typed: str, lang: Language) -> str:
    """The page with all cards. ``typed``: the address that people type."""
    from jinja2 import Environment, FileSystemLoader, StrictUndefined

    environment = Environment(
        loader=FileSystemLoader(SHEET),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    gettext = translator(lang).gettext
    return environment.get_template("cards.html.j2").render(
        _=gettext,
        lang=lang,
        cards=cards,
        typed=typed,
        pair=f"{work.names['a']} × {work.names['b']}",
        day=fmt_date(work.session.date, "long", lang),
    )
