"""The forms for an action and a decision, the same in every stage."""

from datetime import date

from textual.content import Content

from screens.desk import Desk
from screens.dialogs.action_dialog import ActionDialog
from screens.dialogs.agreement_form import AgreementForm
from screens.dialogs.form import Field, FormDialog, Values
from screens.plain import joined, plain
from sessionui.domain.intents.agree import PutAction, PutDecision
from sessionui.domain.intents.base import Intent
from sessionui.domain.intents.parking import SettleParked
from sessionui.domain.parking import open_point
from sessionui.domain.session import Parked
from sessionui.domain.sides import SIGNS
from sessionui.domain.wording import Sentence
from sessionui.locale import _

Options = tuple[tuple[str, Content], ...]


def owner_options(desk: Desk) -> Options:
    """Everybody of either side who belongs to the partnership now, by side."""
    people = desk.work.partnership
    return tuple(
        (p.id, joined(plain(f"{SIGNS[side]} ", f"$side-{side}"), p.name))
        for side in ("a", "b")
        for p in people.people_of(side)
    )


def indicator_options(desk: Desk) -> Options:
    """The indicators of this session."""
    work = desk.work
    return tuple((i.indicator_id, plain(work.indicator_name(i.indicator_id))) for i in work.items)


def _settling(parked: Parked | None, intent: Intent) -> Intent:
    return SettleParked(parked.id, intent) if parked else intent


def action_form(
    desk: Desk,
    *,
    number: int | None = None,
    indicator_id: str | None = None,
    parked: Parked | None = None,
) -> FormDialog:
    """The form for a new action, for the one with ``number``, or for a ``parked`` point."""
    action = desk.work.action(number) if number is not None else None
    start = action or parked
    indicator = start.indicator_id if start else indicator_id
    fields = [
        Field("text", _("What will be done"), "area", start.text if start else ""),
        Field("done_when", _("Done when"), "line", action.done_when if action else ""),
        Field(
            "owner",
            _("Owner: one person"),
            "choice",
            (action.owner_id or "") if action else "",
            owner_options(desk),
        ),
        Field(
            "due",
            _("Due"),
            "date",
            action.due_now.isoformat() if action and action.due_now else "",
        ),
        Field("indicator", _("Indicator"), "choice", indicator or "", indicator_options(desk)),
        Field("quick_win", _("Quick win"), "check", "1" if action and action.quick_win else ""),
    ]

    def submit(values: Values) -> Sentence | None:
        due = values["due"]
        agreed = PutAction(
            text=str(values["text"]),
            done_when=str(values["done_when"]),
            owner_id=_text(values["owner"]),
            due=due if isinstance(due, date) else None,
            indicator_id=_text(values["indicator"]),
            quick_win=bool(values["quick_win"]),
            number=number,
        )
        return desk.do(_settling(parked, agreed))

    shown = action.number if action else desk.work.partnership.next_action_number
    key = f"parked-action/{parked.id}" if parked else f"action/{number or indicator_id or 'new'}"
    return ActionDialog(desk, shown, key, fields, submit)


def decision_form(
    desk: Desk,
    *,
    number: int | None = None,
    indicator_id: str | None = None,
    parked: Parked | None = None,
) -> FormDialog:
    """The form for a new decision, for the one with ``number``, or for a ``parked`` point."""
    decisions = desk.work.partnership.decisions
    decision = next((d for d in decisions if d.number == number), None)
    title = _("Decision {number}").format(
        number=decision.number if decision else desk.work.partnership.next_decision_number
    )
    start = decision or parked
    indicator = start.indicator_id if start else indicator_id
    fields = [
        Field("text", _("What was decided"), "area", start.text if start else ""),
        Field("indicator", _("Indicator"), "choice", indicator or "", indicator_options(desk)),
    ]

    def submit(values: Values) -> Sentence | None:
        decided = PutDecision(str(values["text"]), _text(values["indicator"]), number=number)
        return desk.do(_settling(parked, decided))

    new = f"decision/{number or indicator_id or 'new'}"
    key = f"parked-decision/{parked.id}" if parked else new
    return AgreementForm(desk, key, title, fields, submit)


def form_of_parked(desk: Desk, key: str) -> FormDialog | None:
    """The form under that key, of a point that is still parked; ``None`` for any other key."""
    what, _slash, parked_id = key.partition("/")
    point = open_point(desk.work, parked_id)
    if point is None or what not in ("parked-action", "parked-decision"):
        return None
    form = action_form if what == "parked-action" else decision_form
    return form(desk, parked=point.parked)


def _text(value: object) -> str | None:
    return value if isinstance(value, str) and value else None
