"""Small forms of the reveal: the mark that both sides agree, and the correction of a mark."""

from textual.content import Content

from screens.desk import Desk
from screens.dialogs.form import Field, FormDialog, Values
from screens.plain import joined, plain
from screens.stages.score_typing import mark_text, parse_mark
from sessionui.domain.intents.reveal import AgreeMark
from sessionui.domain.intents.score import CorrectMark
from sessionui.domain.scoring import Answer, Ballot
from sessionui.domain.sides import OPEN_SIGNS, SIDES, SIGNS
from sessionui.domain.wording import N_, Sentence
from sessionui.domain.work import Work
from sessionui.locale import _

NOT_A_MARK = Sentence(N_("A mark is a whole or half number from 1 to 10."))


def agree_mark_form(desk: Desk, indicator_id: str) -> FormDialog:
    """The form for one mark that both sides agree after talking; empty for none."""
    agreed = desk.work.session.discussion(indicator_id).agreed_mark

    def submit(values: Values) -> Sentence | None:
        try:
            mark = parse_mark(str(values["mark"]))
        except ValueError:
            return NOT_A_MARK
        return desk.do(AgreeMark(indicator_id, mark))

    hint = _("It stands beside the given scores and never replaces them. Empty: no agreed mark.")
    value = "" if agreed is None else mark_text(agreed)
    return FormDialog(
        desk,
        f"agreed-mark/{indicator_id}",
        _("A mark that both sides agree"),
        [Field("mark", _("Agreed mark"), "line", value, hint=hint)],
        submit,
    )


def correctable(work: Work, indicator_id: str) -> list[tuple[str, Content]]:
    """The answers on a revealed indicator, as rows to choose from; none in side secrecy."""
    if work.session.rules.secrecy != "name" or not work.session.revealed(indicator_id):
        return []
    return [
        (f"{ballot.id}/{int(own)}", _row(work, ballot, answer))
        for side in SIDES
        for ballot in sorted(work.urn.of_side(side), key=lambda b: work.person_name(b.rater_id))
        for own in (False, True)
        if (answer := ballot.answer(indicator_id, own=own)) is not None
    ]


def _row(work: Work, ballot: Ballot, answer: Answer) -> Content:
    sign = OPEN_SIGNS[ballot.side] if answer.own else SIGNS[ballot.side]
    own = f" {_('about its own side')}" if answer.own else ""
    return joined(
        plain(f"{sign} ", f"$side-{ballot.side}"),
        plain(_given(answer).rjust(4), "bold"),
        f"  {work.person_name(ballot.rater_id)}",
        plain(own, "dim"),
    )


def _given(answer: Answer) -> str:
    return _("n/a") if answer.mark is None else mark_text(answer.mark)


def correction_form(desk: Desk, indicator_id: str, key: str) -> FormDialog | None:
    """The form for the right mark in place of the chosen one; ``None`` if it is gone."""
    ballot_id, _slash, own_text = key.partition("/")
    own = own_text == "1"
    ballot = next((b for b in desk.work.urn.ballots if b.id == ballot_id), None)
    answer = ballot.answer(indicator_id, own=own) if ballot else None
    if ballot is None or answer is None:
        return None

    def submit(values: Values) -> Sentence | None:
        try:
            mark = parse_mark(str(values["mark"]))
        except ValueError:
            return NOT_A_MARK
        return desk.do(CorrectMark(ballot_id, indicator_id, mark, own=own))

    title = _("Correct the mark of {name}").format(name=desk.work.person_name(ballot.rater_id))
    value = "" if answer.mark is None else mark_text(answer.mark)
    hint = _("The mark that was revealed is kept beside it. Empty: not applicable.")
    return FormDialog(
        desk,
        f"correct/{indicator_id}/{key}",
        title,
        [Field("mark", _("The right mark"), "line", value, hint=hint)],
        submit,
    )
