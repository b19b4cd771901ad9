"""The board of the room: draws a scene as large as there is room for."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any, Final

from textual.content import Content
from textual.reactive import reactive
from textual.widget import Widget

from screens.plain import joined, plain
from screens.room.layout import Page, Sheet, fitted, placed
from screens.room.pages import agreements, comparing, define, ending, join, opening, scores, years
from screens.room.pages.opening import kind_and_day
from screens.widgets.header import names_line
from screens.widgets.rehearsal_mark import rehearsal_mark
from screens.widgets.unveiling import Unveiling
from sessionui.domain.room.scenes import Away, Reveal, Scene
from sessionui.locale import _
from sessionui.text import cell_width
from sessionui.themes import Looks

ZOOMS: Final = range(-2, 4)

# A page takes the scene of its own kind; the table says which.
_PAGES: Final[dict[str, Callable[[Any, Sheet], Page]]] = {
    "away": opening.away,
    "blank": opening.blank,
    "welcome": opening.welcome,
    "look_back": agreements.look_back,
    "writing": define.writing,
    "candidates": define.candidates,
    "voting": define.voting,
    "votes": define.votes,
    "meaning": define.meaning,
    "turnout": scores.turnout,
    "reveal": scores.reveal,
    "overview": comparing.overview,
    "year": years.year,
    "actions": agreements.actions,
    "read_back": agreements.read_back,
    "minutes": ending.minutes,
    "closing": ending.closing,
    "join_code": join.join_code,
}


def lines_of(
    scene: Scene,
    width: int,
    height: int,
    zoom: int = 0,
    grown: float = 1,
    *,
    blocks: bool = True,
) -> list[Content]:
    """The picture: ``height`` lines of at most ``width`` cells; a rehearsal says so on top.

    ``grown``, ``blocks``: see ``Sheet``.
    """
    drawn = Sheet(width, height, zoom, grown, blocks)
    if scene.rehearsal:
        mark = rehearsal_mark()
        line = joined(" " * max((width - mark.cell_length) // 2, 0), mark)
        return [line, *_lines_of(scene, replace(drawn, height=height - 1))]
    return _lines_of(scene, drawn)


def _lines_of(scene: Scene, whole: Sheet) -> list[Content]:
    width, height = whole.width, whole.height
    edge = max(width // 40, 1)
    top = 1 if height >= 20 else 0
    inner = width - 2 * edge
    room = height - 2 * top
    most = height - top - 1
    page = _PAGES[scene.kind](scene, replace(whole, width=inner, height=room - 2, most=most))
    if page.close:
        room = height - top
    head = [_head(scene, inner), Content("")][: 2 - page.close] if page.head else []
    body = fitted(page.blocks, room - len(head))
    lines = [*head, *placed(body, room - len(head), page.anchor)]
    margin = " " * edge
    blank = [Content("")] * top
    written = [*blank, *(joined(margin, line.truncate(inner)) for line in lines), *blank]
    return written[:height]


def _head(scene: Scene, width: int) -> Content:
    """Who with whom, and which session; the one line that never moves."""
    right = kind_and_day(scene)
    place, total = getattr(scene, "place", 0), getattr(scene, "total", 0)
    if isinstance(place, int) and place and total:
        right = _("{n} of {total}").format(n=place, total=total)
    left = names_line(scene.name_a, scene.name_b, width - cell_width(right) - 3)
    gap = max(width - left.cell_length - cell_width(right), 1)
    return joined(left, " " * gap, plain(right, "$text-muted"))


class RoomBoard(Widget):
    """Shows a scene. Language and theme are those of the app it stands in.

    ``zoom`` from -2 to 3 draws marks, names and spaces smaller or larger than usual.
    """

    DEFAULT_CSS = "RoomBoard { width: 100%; height: 100%; text-wrap: nowrap; }"

    zoom: reactive[int] = reactive(0)

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002 - Textual's own name
        super().__init__(id=id)
        self.scene: Scene = Away()
        self.grown = 1.0
        self._unveiling = Unveiling(self, (self,))

    def on_unmount(self) -> None:
        """Nothing moves any more."""
        self._unveiling.stop()

    def show(self, scene: Scene) -> None:
        """Show this scene; nothing is painted when it is the same."""
        if scene == self.scene:
            return
        before, self.scene = self.scene, scene
        self.refresh()
        if self.is_mounted and opened(before, scene):
            self._unveiling.start()
        elif self._unveiling.going_on and not same_one(before, scene):
            self._unveiling.stop()

    def unveil(self, grown: float) -> None:
        """Draw the reveal with that much of the veil gone; both sides in the same frame."""
        if grown != self.grown:
            self.grown = grown
            self.refresh()

    def validate_zoom(self, zoom: int) -> int:
        """See Textual."""
        return min(max(zoom, ZOOMS.start), ZOOMS.stop - 1)

    def render(self) -> Content:
        """See Textual."""
        width, height = self.content_size
        if width < 20 or height < 6:
            return Content("")
        blocks = not isinstance(self.app, Looks) or self.app.draws_blocks
        lines = lines_of(self.scene, width, height, self.zoom, self.grown, blocks=blocks)
        return Content("\n").join(lines)


def same_one(before: Scene, scene: Scene) -> bool:
    """Whether both show the same indicator at the reveal."""
    if not isinstance(before, Reveal) or not isinstance(scene, Reveal):
        return False
    return (before.name, before.place) == (scene.name, scene.place)


def opened(before: Scene, scene: Scene) -> bool:
    """Whether the indicator that was under the veil is open now."""
    if not isinstance(before, Reveal) or not isinstance(scene, Reveal):
        return False
    return same_one(before, scene) and before.shown is None and scene.shown is not None
