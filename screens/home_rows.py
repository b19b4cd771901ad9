"""How a partnership looks on the home screen: the largest face in which all of them fit."""

import unicodedata
from collections.abc import Sequence
from datetime import date
from decimal import Decimal
from typing import Literal

from textual.content import Content

from screens.plain import joined, plain
from screens.widgets.ends import ends
from screens.widgets.mark_line import ROUNDS, mark_line, small_line
from sessionui.domain.cards import Card
from sessionui.domain.kinds import KINDS
from sessionui.domain.sides import SIGNS
from sessionui.locale import N_, _, fmt_date, fmt_mark, ngettext
from sessionui.text import cell_width, shorten_middle

STATE_WORDS = {"planned": N_("planned"), "running": N_("running"), "confirmed": N_("confirmed")}
Face = Literal["large", "airy", "small"]
"""Four lines with a large mark, or two lines; an empty one between, but not when small."""


def found(card: Card, words: Sequence[str]) -> bool:
    """Whether all words occur in the names; capitals and accents don't matter."""
    names = _bare(f"{card.name_a} {card.name_b}")
    return all(_bare(word) in names for word in words)


def _bare(text: str) -> str:
    letters = unicodedata.normalize("NFKD", text.casefold())
    return "".join(c for c in letters if not unicodedata.combining(c))


def face_for(cards: int, lines: int) -> Face:
    """The face for so many cards in so many lines."""
    if cards * 5 <= lines:
        return "large"
    return "airy" if cards * 3 <= lines else "small"


def card_row(card: Card, width: int, today: date, face: Face) -> Content:
    """The card in ``width`` cells."""
    return _large_row(card, width, today) if face == "large" else _small_row(card, width, today)


def _large_row(card: Card, width: int, today: date) -> Content:
    right = mark_line(_marks(card), card.breaks)
    room = width - max(cell_width(line) for line in right) - 2
    badge = _badge(card)
    name_a = _name("a", card.name_a, room - badge.cell_length)
    lines = [
        ends(joined(name_a, badge), plain(right[0]), width),
        ends(_name("b", card.name_b, room), plain(right[1]), width),
        ends(joined("  ", _session(card, room - 2)), plain(right[2]), width),
        joined("  ", _agreed(card, today)),
    ]
    return Content("\n").join(lines)


def _small_row(card: Card, width: int, today: date) -> Content:
    line = small_line(_marks(card), card.breaks)
    mark = fmt_mark(_marks(card)[-1]) if card.marks else ""
    right = joined(plain(mark.rjust(5), "bold"), " ", line.ljust(ROUNDS))
    badge = _badge(card)
    room = (width - right.cell_length - badge.cell_length - 9) // 2
    left = joined(
        _name("a", card.name_a, room + 2),
        plain(" × ", "dim"),
        _name("b", card.name_b, room + 2),
        badge,
    )
    agreed = _agreed(card, today)
    session = _session(card, max(width - agreed.cell_length - 5, 0))
    return joined(ends(left, right, width), "\n", ends(joined("  ", session), agreed, width))


def _name(side: str, name: str, width: int) -> Content:
    sign = SIGNS["a" if side == "a" else "b"]
    return joined(
        plain(f"{sign} ", f"$side-{side}"), plain(shorten_middle(name, max(width - 2, 1)), "bold")
    )


def _badge(card: Card) -> Content:
    """What makes this card another than the rest: not real, or put away."""
    parts = []
    if card.example:
        parts.append(joined("  ", plain(f" {_('EXAMPLE')} ", "$background on $accent")))
    if card.archived:
        parts.append(plain(f"  {_('archived')}", "dim"))
    return joined(*parts)


def _marks(card: Card) -> list[Decimal]:
    return [Decimal(mark) for mark in card.marks]


def _session(card: Card, width: int) -> Content:
    if not card.session_date:
        return plain(shorten_middle(_("no session yet"), width), "dim")
    kind = KINDS.get(card.session_kind)
    rest = f" · {fmt_date(date.fromisoformat(card.session_date))}"
    if card.session_state != "confirmed":
        rest += f" · {_(STATE_WORDS.get(card.session_state, card.session_state))}"
    name = _(kind.name) if kind else card.session_kind
    text = shorten_middle(name, max(width - cell_width(rest), 3)) + rest
    return plain(text, "" if card.session_state == "running" else "dim")


def _agreed(card: Card, today: date) -> Content:
    """Open actions, those overdue, and when the two meet next."""
    return plain(" · ", "dim").join(
        part for part in (_actions(card, today), _next(card, today)) if part
    )


def _actions(card: Card, today: date) -> Content:
    if not card.due:
        return Content("")
    text = ngettext("{n} open action", "{n} open actions", card.open_actions)
    overdue = card.overdue(today)
    late = _(", {n} overdue").format(n=overdue) if overdue else ""
    return joined(text.format(n=card.open_actions), plain(late, "$warning"))


def _next(card: Card, today: date) -> Content:
    if not card.next_session or card.next_session <= card.session_date:
        return Content("")
    day = date.fromisoformat(card.next_session)
    text = _("next {date}").format(date=fmt_date(day))
    return plain(text, "dim" if day >= today else "$warning")
