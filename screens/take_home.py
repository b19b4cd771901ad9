"""The action list as codes to scan: taken home without a network, and shown to the room too."""

from collections.abc import Iterator

from screens.desk import Desk
from screens.phones.before_the_room import rows_of
from screens.phones.one_code import OneCodeScreen, Page
from sessionui.domain.room import Topic
from sessionui.domain.room.topic import JoinCode
from sessionui.locale import N_, _


def take_home_pages(desk: Desk, lang: str) -> list[Page]:
    """The download while phones are served, the list as text, then an entry a code for calendars.

    Empty where there is nothing to take home.
    """
    codes = [*_of_kind(desk, lang, "text"), *_of_kind(desk, lang, "calendar")]
    if codes and desk.work.session.state == "confirmed" and desk.phones.running:
        host = desk.phones
        codes.insert(0, (_("Minutes and actions"), host.typed, host.code, host.take_home_code()))
    return codes


def _of_kind(desk: Desk, lang: str, kind: str) -> Iterator[Page]:
    codes = desk.pocket_codes(lang, "calendar" if kind == "calendar" else "text")
    title = _("Into a calendar") if kind == "calendar" else _("Actions as text")
    for number, code in enumerate(codes, 1):
        notes = [] if code.whole else [_("shortened: in full it doesn't fit a code")]
        yield f"{title} {number}/{len(codes)}", " ".join(notes), "", code.matrices


class TakeHomeScreen(OneCodeScreen):
    """One code of the action list at a time."""

    TITLE_TEXT = N_("To take home")
    HELP_TEXT = N_(
        "A phone's camera reads the action list from these codes without any network: first as "
        "text, then every entry with a date for its calendar. space goes to the next code. A long "
        "action is shortened, because a code that a camera reads from a wall holds some two "
        "hundred letters; the minutes have it in full. While phones are served, and the minutes "
        "are confirmed, the first code leads to the whole minutes."
    )

    CSS_PATH = "phones/phones.tcss"

    def __init__(self, desk: Desk, pages: list[Page]) -> None:
        super().__init__(pages)
        self.desk = desk

    @property
    def topic(self) -> Topic:
        """See ``Frame``: the room scans what is on the laptop."""
        title, typed, code, matrices = self.pages[self.at]
        said = typed if code else title
        join = JoinCode(typed=said, code=code, scan=rows_of(matrices), to_take_home=True)
        return Topic(kind="join_code", join=join)

    def too_small(self) -> str:
        """See ``OneCodeScreen``."""
        return _("the window is too small for it: make it larger, or hand out the calendar file")
