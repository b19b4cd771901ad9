"""The forms for an action and a decision, the same in every stage."""

from datetime import date

from textual.content import Content

from screens.desk import Desk
from screens.dialogs.action_dialog import ActionDialog
from screens.dialogs.form import Field, FormDialog, Values
from screens.plain import joined, plain
from sessionui.domain.intents.agree import PutAction, PutDecision
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


def action_form(
    desk: Desk, *, number: int | None = None, indicator_id: str | None = None
) -> FormDialog:
    """The form for a new action, or for the one with ``number``."""
    action = desk.work.partnership.action(number) if number is not None else None
    indicator = action.indicator_id if action else indicator_id
    fields = [
        Field("text", _("What will be done"), "area", action.text if action else ""),
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
            action.due.isoformat() if action and action.due else "",
        ),
        Field("indicator", _("Indicator"), "choice", indicator or "", indicator_options(desk)),
        Field("quick_win", _("Quick win"), "check", "1" if action and action.quick_win else ""),
    ]

    def submit(values: Values) -> Sentence | None:
        due = values["due"]
        return desk.do(
            PutAction(
                text=str(values["text"]),
                done_when=str(values["done_when"]),
                owner_id=_text(values["owner"]),
                due=due if isinstance(due, date) else None,
                indicator_id=_text(values["indicator"]),
                quick_win=bool(values["quick_win"]),
                number=number,
            )
        )

    shown = action.number if action else desk.work.partnership.next_action_number
    key = f"action/{number or indicator_id or 'new'}"
    return ActionDialog(desk, shown, key, fields, submit)


def decision_form(
    desk: Desk, *, number: int | None = None, indicator_id: str | None = None
) -> FormDialog:
    """The form for a new decision, or for the one with ``number``."""
    decisions = desk.work.partnership.decisions
    decision = next((d for d in decisions if d.number == number), None)
    title = _("Decision {number}").format(
        number=decision.number if decision else desk.work.partnership.next_decision_number
    )
    indicator = decision.indicator_id if decision else indicator_id
    fields = [
        Field("text", _("What was decided"), "area", decision.text if decision else ""),
        Field("indicator", _("Indicator"), "choice", indicator or "", indicator_options(desk)),
    ]

    def submit(values: Values) -> Sentence | None:
        return desk.do(PutDecision(str(values["text"]), _text(values["indicator"]), number=number))

    return FormDialog(desk, f"decision/{number or indicator_id or 'new'}", title, fields, submit)


def _text(value: object) -> str | None:
    return value if isinstance(value, str) and value else None
