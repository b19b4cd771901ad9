"""Minutes on the screen, from their Markdown: lines within the cell of a table stay lines."""

from typing import Final

from markdown_it import MarkdownIt
from markdown_it.rules_core import StateCore
from markdown_it.token import Token
from textual.widgets import Markdown

BREAK: Final = "<br>"
"""How Markdown breaks a line in a cell; of people's own text nothing is ever read as such."""


def _break_lines(state: StateCore) -> None:
    """Textual passes over HTML, and with it the break between two lines of a cell."""
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


class MinutesText(Markdown):
    """The minutes, to read. Links in them are never opened."""

    DEFAULT_CSS = """
    MinutesText { background: $background; padding: 0 2; margin: 0; }
    """

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002 - Textual's own name
        super().__init__("", id=id, open_links=False, parser_factory=parser)
