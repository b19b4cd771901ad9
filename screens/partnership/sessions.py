"""First page: where the two stand now, and their sessions; before the first one, what to do."""

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.message import Message

from screens.messages import OpenSession, Rehearse
from screens.partnership.page import Page
from screens.partnership.view import View
from screens.plain import Text, joined, plain
from screens.widgets.action_row import padded
from screens.widgets.ends import ends
from screens.widgets.mark_line import mark_line
from screens.widgets.pick_list import PickList, Row
from sessionui.domain.session import Session
from sessionui.domain.sides import SIDES
from sessionui.domain.terms import State
from sessionui.locale import N_, _, fmt_date, fmt_mark, ngettext
from sessionui.text import cell_width, shorten_middle

STATES: dict[State, str] = {
    "planned": N_("planned"),
    "running": N_("running"),
    "confirmed": N_("confirmed"),
}
STEPS = ("people", "contract", "plan")


class SessionList(PickList):
    """The sessions, newest first; enter opens one."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "select", N_("Open"), id="partnership.open"),
        Binding("r", "rehearse", N_("Rehearse"), id="partnership.rehearse"),
        Binding("delete,backspace", "cancel", N_("Delete"), id="partnership.cancel", show=False),
    ]

    class Cancelled(Message):
        """The highlighted session is to be deleted."""

        def __init__(self, session_id: str) -> None:
            super().__init__()
            self.session_id = session_id

    def action_cancel(self) -> None:
        """Ask to delete the highlighted session."""
        if self.picked and self.picked not in STEPS:
            self.post_message(self.Cancelled(self.picked))

    def action_rehearse(self) -> None:
        """Walk the highlighted session with invented marks, in a copy that is thrown away."""
        if self.picked and self.picked not in STEPS:
            self.post_message(Rehearse(self.picked))


class SessionsPage(Page):
    """The overall mark and what is next; the sessions."""

    KEY = "sessions"
    TITLE = N_("Sessions")

    class Step(Message):
        """One of the first steps was chosen: ``people``, ``contract`` or ``plan``."""

        def __init__(self, step: str) -> None:
            super().__init__()
            self.step = step

    def compose(self) -> ComposeResult:
        yield Text("", id="standing")
        yield Text("", id="first-steps", classes="heading")
        yield SessionList(id="sessions")

    def show(self, view: View) -> None:
        """See ``Page``."""
        sessions = self.query_one(SessionList)
        heading = self.query_one("#first-steps", Text)
        heading.display = not view.sessions
        heading.show(_("What to do first"))
        self.query_one("#standing", Text).show(_standing(view, self.room))
        if view.sessions:
            rows = [(s.id, _row(view, s, self.room)) for s in reversed(view.sessions)]
        else:
            rows = _steps(view)
        first = sessions.picked is None
        sessions.show(rows)
        if first:
            sessions.pick(_running(view))

    def take_focus(self) -> None:
        """See ``Page``."""
        self.screen.set_focus(self.query_one(SessionList))

    def pick(self, session_id: str) -> None:
        """Put the highlight on that session."""
        self.query_one(SessionList).pick(session_id)

    def on_option_list_option_selected(self, event: PickList.OptionSelected) -> None:
        """Open the session, or take the step."""
        event.stop()
        match event.option.id:
            case str() as step if step in STEPS:
                self.post_message(self.Step(step))
            case str() as session_id:
                self.post_message(OpenSession(session_id))


def _standing(view: View, width: int) -> Content:
    """Four lines: next date, open actions, contract; the overall mark large on the right."""
    line = view.overall
    breaks = [n for n, point in enumerate(line.points) if point.break_before]
    right = mark_line([point.value for point in line.points], breaks)
    room = width - max(len(row) for row in right) - 2
    left = (_next_line(view, room), _actions_line(view), contract_line(view, room))
    return Content("\n").join(
        ends(one, plain(two), width) for one, two in zip(left, right, strict=True)
    )


def _next_line(view: View, width: int) -> Content:
    planned = view.planned
    if planned is not None:
        text = _("Next: {kind}, {date}").format(
            kind=_(planned.kind_data.name), date=fmt_date(planned.date, "full")
        )
        return plain(shorten_middle(text, width))
    agreed = view.partnership.next_session
    last = view.sessions[-1].date if view.sessions else None
    if agreed and (last is None or agreed > last):
        text = _("Next session agreed for {date}; not planned yet").format(date=fmt_date(agreed))
        style = "" if agreed >= view.today else "$warning"
        return plain(shorten_middle(text, width), style)
    return plain(_("No next session planned"), "dim")


def _actions_line(view: View) -> Content:
    total = len(view.partnership.open_actions)
    if not total:
        return plain(_("No open actions"), "dim")
    text = ngettext("{n} open action", "{n} open actions", total).format(n=total)
    late = _(", {n} overdue").format(n=view.overdue) if view.overdue else ""
    return joined(text, plain(late, "$warning"))


def contract_line(view: View, width: int) -> Content:
    """Contract, reference, since when, and the rhythm; the contract's name gives way."""
    contract = view.partnership.contract
    months = view.partnership.rhythm_months
    since = _("since {date}").format(date=fmt_date(contract.since)) if contract.since else ""
    rhythm = ngettext("every month", "every {n} months", months).format(n=months)
    rest = " · ".join(part for part in (contract.reference, since, rhythm) if part)
    room = width - cell_width(rest) - 3
    name = shorten_middle(contract.name, room) if room >= 8 else ""
    text = " · ".join(part for part in (name, rest) if part)
    return plain(shorten_middle(text, width), "dim")


def _row(view: View, session: Session, width: int) -> Content:
    """Date, kind, state with the stage, place; its overall mark if there was a round."""
    figures = view.round_of(session.id)
    mark = fmt_mark(figures.overall.mark) if figures else ""
    narrow = width < 96
    running = session.state == "running"
    style = "bold" if running else ""
    return joined(
        plain(padded(fmt_date(session.date), 12), style),
        " ",
        plain(padded(_(session.kind_data.name), 18 if narrow else 28), style),
        " ",
        plain(padded(_state(session), 18 if narrow else 26), "" if running else "dim"),
        " ",
        plain(mark.rjust(4), "bold"),
        "  ",
        plain(padded(session.place, max(width - (57 if narrow else 75), 0)), "dim"),
    )


def _running(view: View) -> str | None:
    """The session that is going on: after a crash one enter leads back to it."""
    return next((s.id for s in reversed(view.sessions) if s.state == "running"), None)


def _state(session: Session) -> str:
    """Planned, scored beforehand, confirmed, or the stage that a running session is in."""
    stage = session.kind_data.stage(session.stage)
    if session.state == "planned" and session.locked:
        return _("scored")
    if session.state == "running" and stage is not None:
        return f"▶ {_(stage.name)}"
    return _(STATES[session.state])


def _steps(view: View) -> list[Row]:
    people = {side: len(view.partnership.people_of(side)) for side in SIDES}
    contract = view.partnership.contract
    return [
        (
            "people",
            _step(
                all(people.values()),
                _("Add the people of both sides"),
                f"◆ {people['a']}  ● {people['b']}",
            ),
        ),
        ("contract", _step(bool(contract.name), _("Note the contract and the rhythm"), "")),
        ("plan", _step(False, _("Plan the kick-off workshop"), "")),
    ]


def _step(done: bool, text: str, more: str) -> Content:
    sign = plain("✓ ", "$success") if done else plain("· ", "dim")
    return joined(sign, plain(text, "dim" if done else ""), plain(f"   {more}", "dim"))
