"""The action list as codes to scan: taken home without a network, and shown to the room too."""

from collections.abc import Iterator
from typing import Literal

from screens.desk import Desk
from screens.phones.before_the_room import rows_of
from screens.phones.one_code import BELOW, OneCodeScreen, Page
from sessionui.domain.room import Topic
from sessionui.locale import N_, _
from sessionui.text import shorten_middle

ABOUT = 44
"""Cells for what a code is about."""


Size = Literal["large", "small"]

ROWS_OF_LARGE = 29
"""Rows that a window needs for the large codes, besides the lines below."""


def take_home_pages(desk: Desk, lang: str, size: Size) -> list[Page]:
    """The download while phones are served, the list as text, then an entry a code for calendars.

    Empty where there is nothing to take home.
    """
    codes = [*_of_kind(desk, lang, "text", size), *_of_kind(desk, lang, "calendar", size)]
    if codes and desk.work.session.state == "confirmed" and desk.phones.running:
        host = desk.phones
        codes.insert(0, (_("Minutes and actions"), host.typed, host.code, host.take_home_code()))
    return codes


def _of_kind(
    desk: Desk, lang: str, kind: Literal["text", "calendar"], size: Size
) -> Iterator[Page]:
    codes = desk.pocket_codes(lang, kind, size)
    title = _("Into a calendar") if kind == "calendar" else _("Actions as text")
    for number, code in enumerate(codes, 1):
        about = code.about
        if kind == "text":
            about = _("no. {numbers}").format(numbers=about)
        about = shorten_middle(about, ABOUT)
        note = "" if code.whole else _note()
        yield f"{title} {number}/{len(codes)}", f"{about}{note}", "", code.matrices


def _note() -> str:
    """Behind what a code is about that doesn't have all of it."""
    return f"  ({_('shortened')})"


def size_for(rows: int) -> Size:
    """What codes a window of so many rows has room for."""
    return "large" if rows - BELOW >= ROWS_OF_LARGE else "small"


class TakeHomeScreen(OneCodeScreen):
    """One code of the action list at a time."""

    TITLE_TEXT = N_("To take home")
    HELP_TEXT = N_(
        "A phone's camera reads the action list from these codes without any network: first as "
        "text, then every entry with a date for its calendar. space goes to the next code. A long "
        "action is shortened, because a code that a camera reads from a wall holds some two "
        "hundred letters, in a small window a hundred; the minutes have it in full. While phones "
        "are served, and the minutes are confirmed, the first code leads to the whole minutes."
    )

    CSS_PATH = "phones/phones.tcss"
    TELLS_SMALL = False

    _small: list[Page] | None = None
    """The pages with as much in a code as the smallest window has room for, once asked for."""

    def __init__(self, desk: Desk, lang: str, rows: int) -> None:
        self.desk, self.lang, self.codes = desk, lang, size_for(rows)
        super().__init__(take_home_pages(desk, lang, self.codes), to_take_home=True)

    @property
    def topic(self) -> Topic:
        """See ``OneCodeScreen``: a smaller window of the room gets the same in a smaller code."""
        topic = super().topic
        small = self._in_small() if self.codes == "large" and topic.join else None
        if topic.join is None or small is None:
            return topic
        _title, typed, _code, matrices = small
        smaller = topic.join.but(typed=typed, scan=rows_of(matrices))
        return topic.but(join=topic.join.but(smaller=smaller))

    def _in_small(self) -> Page | None:
        """The page in a small code, where that is about the same entries; else nothing."""
        if self._small is None:
            self._small = take_home_pages(self.desk, self.lang, "small")
        title, about, code, _matrices = self.pages[self.at]
        if code:
            return None  # a download: it is the same in every size
        whole = about.removesuffix(_note())
        alike = (p for p in self._small if (p[0], p[1].removesuffix(_note())) == (title, whole))
        return next(alike, None)

    def on_resize(self) -> None:
        """Use the new room, with as much in a code as it has room for."""
        size = size_for(self.size.height)
        if size != self.codes:
            self.codes = size
            self.pages = take_home_pages(self.desk, self.lang, size)
            self.at = min(self.at, len(self.pages) - 1)
        super().on_resize()

    def too_small(self) -> str:
        """See ``OneCodeScreen``."""
        return _("the window is too small for it: make it larger, or hand out the calendar file")
