"""Answering: the overview, one page an indicator, and saying that one is done."""

import asyncio
from dataclasses import dataclass
from weakref import WeakValueDictionary

from starlette.responses import Response

from sessionui.domain.intents.phones import GiveAnswers
from sessionui.domain.questionnaire import Question, Questionnaire, questionnaire_of
from sessionui.domain.scoring import REASON_LIMIT, Answer, reason_length
from sessionui.locale import N_, fmt_number, phrase, translator
from sessionui.phones.joining import next_page
from sessionui.phones.marks import NOT_APPLICABLE, offered, read_mark, sent, shown_mark
from sessionui.phones.room import NotSavedError
from sessionui.phones.trouble import Trouble
from sessionui.phones.unsent import handed_back, may_answer
from sessionui.phones.visit import Visit
from sessionui.phones.visitor import Rater, answered_elsewhere
from sessionui.text import clean

CHOOSE = N_("Choose a mark, or “Not applicable”.")
NOT_A_MARK = N_("That is not one of the marks. Choose one below.")
TOO_LONG = N_("Your reason is longer than {limit} characters. Shorten it.")

# One answer of a person at a time: two phones that picked the same name must not both be first.
_turns: WeakValueDictionary[str, asyncio.Lock] = WeakValueDictionary()


@dataclass(frozen=True)
class Slot:
    """One thing that is asked, and whether it was answered. ``number`` counts from 1."""

    number: int
    question: Question
    own: bool
    filled: bool


def slots_of(visit: Visit, asked: Questionnaire) -> list[Slot]:
    """Everything that is asked, in order."""
    ballot = visit.ballot
    questions = {q.indicator_id: q for q in asked.questions}
    return [
        Slot(
            number,
            questions[indicator_id],
            own,
            ballot is not None and ballot.answer(indicator_id, own=own) is not None,
        )
        for number, (indicator_id, own) in enumerate(asked.slots, 1)
    ]


async def overview(visit: Visit) -> Response:
    """What is asked, what was filled in, and the way to the rest."""
    rater = _open_for(visit)
    if isinstance(rater, Response):
        return rater
    asked = questionnaire_of(visit.work, rater.side, rater.person_id)
    slots = slots_of(visit, asked)
    ballot = visit.ballot
    return visit.page(
        "overview.html.j2",
        asked=asked,
        slots=slots,
        filled=sum(s.filled for s in slots),
        next_slot=next((s for s in slots if not s.filled), None),
        finished=ballot is not None and ballot.finished,
        code=rater.code if ballot else "",
        saved=_just_saved(visit, slots),
        error="",
    )


async def question(visit: Visit) -> Response:
    """One indicator."""
    rater = _open_for(visit)
    if isinstance(rater, Response):
        return rater
    slots, slot = _slot(visit, rater)
    ballot = visit.ballot
    answer = ballot.answer(slot.question.indicator_id, own=slot.own) if ballot else None
    return _question_page(
        visit,
        slots,
        slot,
        chosen=sent(answer.mark) if answer else "",
        reason=answer.reason if answer else "",
        saved=_just_saved(visit, slots),
    )


async def answer(visit: Visit) -> Response:
    """An answer was sent: saved, or the same page again with what was typed."""
    fields = await visit.form()
    chosen = fields.get("mark", "")
    reason = clean(fields.get("reason", "")).strip()
    if visit.state == "open" and not may_answer(visit):
        return handed_back(visit, chosen, reason, REASON_LIMIT)
    rater = _open_for(visit)
    if isinstance(rater, Response):
        return rater
    slots, slot = _slot(visit, rater)
    known = chosen in (*offered(visit.work.session.rules), NOT_APPLICABLE)
    error = CHOOSE if not chosen else "" if known else NOT_A_MARK
    if reason_length(reason) > REASON_LIMIT:
        error = error or TOO_LONG
    if error:
        limit = fmt_number(REASON_LIMIT, lang=visit.lang)
        error = translator(visit.lang).gettext(error).format(limit=limit)
        kept = chosen if known else ""
        return _question_page(visit, slots, slot, chosen=kept, reason=reason, error=error)
    given = Answer(
        indicator_id=slot.question.indicator_id,
        own=slot.own,
        mark=read_mark(chosen, visit.work.session.rules),
        reason=reason,
    )
    refused = await _saved(visit, rater, (given,), finished=False)
    if refused is None:
        return visit.go(_after(slots, slot))
    if isinstance(refused, Response):
        return refused
    return _question_page(
        visit, slots, slot, chosen=chosen, reason=reason, error=refused.text, status=refused.status
    )


async def finish(visit: Visit) -> Response:
    """Somebody says that they are done."""
    await visit.form()
    rater = _open_for(visit)
    if isinstance(rater, Response):
        return rater
    if visit.ballot is None:
        return visit.go("/answers")
    refused = await _saved(visit, rater, (), finished=True)
    if isinstance(refused, Response):
        return refused
    if refused is not None and refused.status == 503:
        return visit.page("done.html.j2", 503, code=rater.code, unsettled=True)
    if refused is not None:
        return visit.page("refused.html.j2", refused.status, text=refused.text)
    return visit.go("/done")


async def done(visit: Visit) -> Response:
    """Thanks, the receipt code, and the way back."""
    rater = _open_for(visit)
    if isinstance(rater, Response):
        return rater
    ballot = visit.ballot
    if ballot is None or not ballot.finished:
        return visit.go("/answers")
    return visit.page("done.html.j2", code=rater.code)


NOT_ON_DISK = N_(
    "Not on the disk yet: the laptop keeps it in memory. Leave this page open and tap again."
)


@dataclass(frozen=True)
class _NotTaken:
    """An answer that isn't saved, in the reader's language; what was typed stays on the page."""

    text: str
    status: int


async def _saved(
    visit: Visit, rater: Rater, answers: tuple[Answer, ...], *, finished: bool
) -> Response | _NotTaken | None:
    """``None`` when it is on the disk."""
    turn = _turns.setdefault(rater.person_id or rater.code, asyncio.Lock())
    async with turn:
        visit.work = visit.around.room.work
        if answered_elsewhere(visit.work, rater):
            return visit.page("elsewhere.html.j2", 409, wrong="")
        if visit.work.session.locked:
            return _closed(visit)
        intent = GiveAnswers(
            rater.side, answers, rater.code, rater.person_id, finished, picked=rater.picked
        )
        try:
            refused = await visit.give(intent)
        except NotSavedError:
            return _NotTaken(translator(visit.lang).gettext(NOT_ON_DISK), 503)
    visit.work = visit.around.room.work
    if refused is None:
        return None
    if visit.work.session.locked:
        return _closed(visit)
    return _NotTaken(phrase(refused.template, refused.values, visit.lang), 409)


def _closed(visit: Visit) -> Response:
    return visit.page("closed.html.j2", 409)


def _open_for(visit: Visit) -> Rater | Response:
    """Who answers, or the page that says why not now."""
    rater = visit.rater
    if rater is None:
        return visit.go("/")
    if visit.state in ("locked", "confirmed"):
        if visit.request.method == "POST":
            return _closed(visit)
        return visit.go(next_page(visit))
    if answered_elsewhere(visit.work, rater):
        return visit.page("elsewhere.html.j2", 200, wrong="")
    if visit.state == "empty":
        return visit.page("empty.html.j2")
    return rater


def _slot(visit: Visit, rater: Rater) -> tuple[list[Slot], Slot]:
    slots = slots_of(visit, questionnaire_of(visit.work, rater.side, rater.person_id))
    number = str(visit.request.path_params["number"])
    # As text: a number of five thousand digits is no number to Python, and no page here.
    slot = next((s for s in slots if str(s.number) == number), None)
    if slot is None:
        raise Trouble(404)
    return slots, slot


def _after(slots: list[Slot], slot: Slot) -> str:
    """The next page that isn't filled in, or the overview."""
    rest = [*slots[slot.number :], *slots[: slot.number - 1]]
    following = next((s.number for s in rest if not s.filled), None)
    page = f"/q/{following}" if following else "/answers"
    return f"{page}?saved={slot.number}"


def _just_saved(visit: Visit, slots: list[Slot]) -> Slot | None:
    """What this page comes after, if that is on the disk."""
    before = visit.request.query_params.get("saved", "")
    saved = next((s for s in slots if str(s.number) == before and s.filled), None)
    return None if visit.unsettled else saved


def _question_page(
    visit: Visit,
    slots: list[Slot],
    slot: Slot,
    *,
    chosen: str,
    reason: str,
    saved: Slot | None = None,
    error: str = "",
    status: int = 0,
) -> Response:
    rules = visit.work.session.rules
    return visit.page(
        "question.html.j2",
        status or (422 if error else 200),
        slot=slot,
        q=slot.question,
        total=len(slots),
        marks=[(value, shown_mark(value, visit.lang)) for value in offered(rules)],
        halves=rules.half_marks,
        not_applicable=NOT_APPLICABLE,
        chosen=chosen,
        reason=reason,
        reason_limit=REASON_LIMIT,
        saved=saved,
        error=error,
    )
