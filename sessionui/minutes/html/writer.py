"""From an outline to HTML, by templates that escape every value."""

from base64 import b64encode
from functools import cache
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from sessionui.domain.minutes.document import MinutesDocument
from sessionui.locale import Language
from sessionui.minutes.choices import USUAL, Choices, Logo
from sessionui.minutes.html.chart import draw_chart
from sessionui.minutes.html.drawing import Drawing, number
from sessionui.minutes.html.dumbbell import draw_dumbbell
from sessionui.minutes.outline.blocks import Chart, Dumbbell, Outline, Table
from sessionui.minutes.outline.build import outline_of

LONGEST_WHOLE = 20
"""Letters; twice that and a date fit beside the chart of a history."""

TEMPLATES = Path(__file__).parent / "templates"


def as_html(document: MinutesDocument, lang: Language, choices: Choices = USUAL) -> str:
    """Return the minutes as one HTML page without scripts or anything from elsewhere."""
    return write_html(outline_of(document, lang, choices), lang)


def write_html(outline: Outline, lang: Language) -> str:
    """Return an outline as HTML."""
    template = _environment().get_template("minutes.html.j2")
    return template.render(outline=outline, lang=lang, picture=_picture)


@cache
def _environment() -> Environment:
    environment = Environment(
        loader=FileSystemLoader(TEMPLATES),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    environment.filters["num"] = number
    environment.filters["css"] = css_string
    environment.filters["data"] = data_address
    environment.filters["whole"] = words_stay_whole
    environment.filters["kind"] = lambda block: type(block).__name__
    return environment


def css_string(text: str) -> Markup:
    """Write text as a string of a style sheet: whatever isn't a letter or a digit by its number."""
    escaped = "".join(c if c.isascii() and c.isalnum() else f"\\{ord(c):x} " for c in text)
    return Markup(f'"{escaped}"')  # noqa: S704 - only letters, digits and their escapes are left


def words_stay_whole(table: Table) -> bool:
    """Whether no column grows too wide when no word in it is broken."""
    texts = [*table.header]
    texts += [run.text for row in table.rows for value in row for line in value for run in line]
    return all(len(word) <= LONGEST_WHOLE for text in texts for word in text.split())


def data_address(logo: Logo) -> str:
    """A logo as an address that holds it, so that the page needs nothing beside it."""
    return f"data:{logo.kind};base64,{b64encode(logo.data).decode()}"


def _picture(block: Any) -> Drawing:
    match block:
        case Dumbbell():
            return draw_dumbbell(block)
        case Chart():
            return draw_chart(block)
    raise TypeError(type(block).__name__)
