"""Which version of the minutes it is, in a line."""

from typing import TYPE_CHECKING, Final

from textual.content import Content

from screens.plain import joined, plain
from sessionui.domain.room import Topic
from sessionui.domain.room.topic import TopicKind
from sessionui.domain.wording import N_
from sessionui.locale import _, fmt_datetime

if TYPE_CHECKING:
    from sessionui.domain.minutes.document import VersionNote

ALTERED: Final = N_("These minutes were altered: this is not what was confirmed.")


def topic_of(version: "VersionNote | None", kind: TopicKind = "minutes") -> Topic:
    """What is before the room, with the version that is in force; none of a draft."""
    if version is None:
        return Topic(kind=kind)
    return Topic(kind=kind, edition=version.number, code=version.content_hash)


def version_text(number: int, content_hash: str) -> str:
    """Number and printed hash: version 2 · 3F2A-91BC-…"""
    from sessionui.domain.minutes.content import printed  # loads every model of the minutes

    said = _("Version {n}").format(n=number)
    return f"{said} · {printed(content_hash)}" if content_hash else said


def final_text(version: "VersionNote") -> Content:
    """That it is final, since when, and which version; on one line of 80 columns."""
    since = _("Final since {moment}.").format(moment=fmt_datetime(version.confirmed_at))
    said = version_text(version.number, version.content_hash)
    return joined(plain(since, "$success"), plain(f" {said}"))


def replaced_text(number: int, by: int) -> str:
    """What takes the place of an old version; ``by``: 0 while that is still a draft."""
    if by:
        return _("Version {n}, replaced by version {later}").format(n=number, later=by)
    return _("Version {n}, opened again: a later version is being made").format(n=number)
