"""Two columns, always the client left and the supplier right, in their own colour and sign."""

from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical
from textual.content import Content

from screens.plain import Text, joined, plain
from sessionui.domain.sides import SIGNS, SideKey
from sessionui.text import shorten_middle


def side_name(side: SideKey, name: str, width: int = 36) -> Content:
    """A side's sign and name in its colour, shortened in the middle."""
    return plain(f"{SIGNS[side]} {shorten_middle(name, width)}", f"bold $side-{side}")


def about(side: SideKey, names: dict[SideKey, str], template: str, width: int = 36) -> Content:
    """``template`` with ``{giver}`` and ``{receiver}``, in the colour of the side that gives."""
    room = max((width - 9) // 2, 6)
    giver = shorten_middle(names[side], room)
    receiver = shorten_middle(names["b" if side == "a" else "a"], room)
    text = template.format(giver=giver, receiver=receiver)
    return joined(plain(f"{SIGNS[side]} ", f"$side-{side}"), plain(text, f"bold $side-{side}"))


class SideColumn(Vertical):
    """One side's column with its heading."""

    DEFAULT_CSS = """
    SideColumn { width: 1fr; height: 1fr; padding: 0 2 0 0; }
    SideColumn .side-heading { dock: top; height: 1; text-wrap: nowrap; text-overflow: ellipsis; }
    """

    def __init__(self, side: SideKey) -> None:
        super().__init__(id=f"side-{side}", classes=f"side-{side}")
        self.side = side

    def compose(self) -> ComposeResult:
        """See Textual."""
        yield Text(classes="side-heading")

    def head(self, content: Content) -> None:
        """Show this heading."""
        self.query_one(".side-heading", Text).show(content)


class SideColumns(Horizontal):
    """Both columns beside each other."""

    DEFAULT_CSS = "SideColumns { height: 1fr; }"
