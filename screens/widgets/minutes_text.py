"""Minutes on the screen, from their Markdown, drawn by Rich as one widget.

Textual's own mounts a widget for every paragraph, bullet and cell: some thousand for the minutes of
a year, which kept the keyboard waiting for seconds.
"""

from typing import ClassVar, Final

from markdown_it import MarkdownIt
from markdown_it.rules_core import StateCore
from markdown_it.token import Token
from rich import box
from rich.console import Console, ConsoleOptions, JustifyMethod, RenderResult
from rich.markdown import Heading, Markdown, MarkdownElement, TableElement
from rich.style import Style
from rich.table import Table
from rich.theme import Theme
from textual.widget import Widget

BREAK: Final = "<br>"
"""How Markdown breaks a line in a cell; of people's own text nothing is ever read as such."""
HEADING, QUIET = "minutes-text--heading", "minutes-text--quiet"


def _break_lines(state: StateCore) -> None:
    """HTML is passed over, and with it the break between two lines of a cell."""
    for token in state.tokens:
        for inner in token.children or ():
            if inner.type == "html_inline" and inner.content == BREAK:
                _as_break(inner)


def _as_break(token: Token) -> None:
    token.type, token.tag, token.content = "hardbreak", "br", ""


def parser() -> MarkdownIt:
    """A parser that reads our minutes as GitHub does."""
    reader = MarkdownIt("gfm-like")
    reader.core.ruler.push("line breaks of cells", _break_lines)
    return reader


class _Title(Heading):
    """A heading that begins at the left, as everything does."""

    LEVEL_ALIGN: ClassVar[dict[str, JustifyMethod]] = {**Heading.LEVEL_ALIGN, "h1": "left"}


class _Rows(TableElement):
    """A table with a thin line between its rows: a cell can have several lines.

    What stands in a cell is Rich's own Text: it was read already, and is no markup of Rich's.
    """

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> RenderResult:
        """See Rich."""
        table = Table(
            box=box.HORIZONTALS,
            pad_edge=False,
            show_lines=True,
            header_style="markdown.table.header",
            border_style="markdown.table.border",
        )
        head = self.header.row.cells if self.header and self.header.row else []
        for cell in head:
            table.add_column(cell.content, justify=cell.justify, overflow="fold")  # plain: Text
        for row in self.body.rows if self.body else ():
            table.add_row(*(cell.content for cell in row.cells))  # plain: Text
        yield table


class _Page(Markdown):
    """Markdown that was read already, in the colours of the theme. Links are only shown."""

    elements: ClassVar[dict[str, type[MarkdownElement]]] = {
        **Markdown.elements,
        "heading_open": _Title,
        "table_open": _Rows,
    }

    def __init__(self, tokens: list[Token], heading: Style, quiet: Style) -> None:
        super().__init__("", hyperlinks=False)
        self.parsed = tokens
        strong = Style(bold=True)
        self._colours = Theme(
            {
                **{f"markdown.h{n}": heading + strong for n in range(1, 7)},
                "markdown.h1": heading + Style(bold=True, underline=True),
                "markdown.strong": strong,
                "markdown.em": Style(italic=True),
                "markdown.block_quote": quiet,
                "markdown.hr": quiet,
                "markdown.item.bullet": heading,
                "markdown.item.number": heading,
                "markdown.table.header": strong,
                "markdown.table.border": quiet,
            },
            inherit=False,
        )

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> RenderResult:
        """See Rich."""
        with console.use_theme(self._colours):
            yield from super().__rich_console__(console, options)


class MinutesText(Widget):
    """The minutes, to read. Links in them are never opened."""

    DEFAULT_CSS = """
    MinutesText {
        width: 1fr; height: auto; padding: 1 2;
        & > .minutes-text--heading { color: $accent; }
        & > .minutes-text--quiet { color: $text-muted; }
    }
    """
    COMPONENT_CLASSES: ClassVar[set[str]] = {HEADING, QUIET}

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002 - Textual's own name
        super().__init__(id=id)
        self._tokens: list[Token] = []

    def show(self, minutes: str) -> None:
        """Show these minutes; ``minutes``: Markdown, every text of a person escaped."""
        self._tokens = parser().parse(minutes)
        self.refresh(layout=True)

    def render(self) -> _Page:
        """See Textual."""
        return _Page(
            self._tokens,
            self.get_component_rich_style(HEADING, partial=True),
            self.get_component_rich_style(QUIET, partial=True),
        )
