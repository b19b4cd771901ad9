"""All keys on one sheet of paper: HTML that prints as a single A4, to lie beside the keyboard."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from sessionui.commands.key_tables import TABLES, Row, tables
from sessionui.locale import Language, translator

TEMPLATE = "key_page.html.j2"
COLUMNS = 5
_HEIGHT, _LINE = 178, 1.22
"""Height of a column in mm; distance of lines, in sizes of the letter."""
_HEADING, _GAPS = 1.9, 1.1
"""Lines that a heading takes, and what is lost where a block does not fit under the last one."""
_MM_A_POINT = 0.3528


@dataclass(frozen=True)
class Block:
    """One heading with its keys. ``main``: a screen of its own, not a part or a dialog of one."""

    title: str
    rows: list[Row]
    main: bool


def blocks(lang: Language) -> Iterator[Block]:
    """The tables of the manual in their order.

    A dialog with one or two keys says them itself, and is left out so that the rest can be read.
    """
    for table in TABLES:
        for level, title, rows in tables(table, lang):
            if len(rows) > 2 or level == 2:
                yield Block(title, rows, level == 2)


def letter_size(some: list[Block]) -> float:
    """The largest letter, in points, with which everything stands on one sheet; at most 7.2."""
    lines = sum(len(block.rows) + _HEADING for block in some) * _GAPS
    return round(min(7.2, _HEIGHT * COLUMNS / (lines * _LINE * _MM_A_POINT)), 2)


def as_html(lang: Language) -> str:
    """The page in a language: no script, and nothing from elsewhere."""
    environment = Environment(
        loader=FileSystemLoader(Path(__file__).parent),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    some = list(blocks(lang))
    return environment.get_template(TEMPLATE).render(
        lang=lang,
        _=translator(lang).gettext,
        blocks=some,
        columns=COLUMNS,
        size=letter_size(some),
        line=_LINE,
    )
