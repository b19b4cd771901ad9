"""What is still missing before the minutes are confirmed (method, stage 8). Told, not forbidden.

Each remark has a key, by which the room can wave it through: it is then noted in the minutes
instead of standing among what is missing. What the room saw is in the key: another date, size or
name is another remark.
"""

from collections.abc import Callable
from datetime import date
from typing import Final

from sessionui.domain.agreements import Action
from sessionui.domain.contradictions import contradictions
from sessionui.domain.ending import parked_indicators
from sessionui.domain.figures import WORTH_TALKING
from sessionui.domain.indicators import Meaning
from sessionui.domain.looking_back import last_word
from sessionui.domain.remark import Remark, about_action
from sessionui.domain.wording import N_, Sentence
from sessionui.domain.work import Work

HolidayOn = Callable[[date], dict[str, str]]
"""The name of the public holiday on a day by language (``nl``, ``en``); empty for none."""


def no_holidays(day: date) -> dict[str, str]:
    """A calendar without holidays."""
    del day
    return {}


NO_HOLIDAYS: Final[HolidayOn] = no_holidays


def missing(work: Work, holiday: HolidayOn = NO_HOLIDAYS) -> tuple[Sentence, ...]:
    """One sentence for each thing that a reader of the minutes would miss."""
    return tuple(remark.sentence for remark in standing(work, holiday))


def standing(work: Work, holiday: HolidayOn = NO_HOLIDAYS) -> tuple[Remark, ...]:
    """The remarks that were not waved through."""
    waved = {waiver.key for waiver in work.session.waivers}
    return tuple(remark for remark in remarks(work, holiday) if remark.key not in waved)


def waved_through(work: Work, holiday: HolidayOn = NO_HOLIDAYS) -> tuple[tuple[Remark, str], ...]:
    """The remarks that were, each with the reason; one that no longer holds is not among them."""
    reasons = {waiver.key: waiver.reason for waiver in work.session.waivers}
    found = remarks(work, holiday)
    return tuple((r, reasons[r.key]) for r in found if r.key in reasons)


def remarks(work: Work, holiday: HolidayOn = NO_HOLIDAYS) -> tuple[Remark, ...]:
    """Everything that there is to remark, waved through or not."""
    return (
        *_agreements(work, holiday),
        *contradictions(work),
        *_scores(work),
        *_people(work),
        *_meanings(work),
    )


def _agreements(work: Work, holiday: HolidayOn) -> list[Remark]:
    found: list[Remark] = []
    asked = work.session.stage_state("look_back") is not None
    for action in work.actions:
        if action.state != "open":
            continue
        found += _owner(work, action)
        found += _due(work, action, holiday)
        earlier = asked and not work.of_this_session(action)
        if earlier and last_word(work, action) is None:
            found.append(_of(action, "looked-back", N_("Action {number} was not looked back on.")))
    return found


def _of(action: Action, what: str, template: str, **values: str | date) -> Remark:
    sentence = Sentence(template, {"number": action.number, **values})
    return Remark(about_action(action.number, what), sentence)


def _owner(work: Work, action: Action) -> list[Remark]:
    if action.owner_id is None:
        return [_of(action, "owner", N_("Action {number} has no owner."))]
    owner = work.partnership.person(action.owner_id)
    if owner is None:
        template = N_("The owner of action {number} is not in the partnership.")
        return [_of(action, f"stranger/{action.owner_id}", template)]
    if owner.left:
        return [
            _of(
                action,
                f"left/{owner.id}",
                N_("{name}, the owner of action {number}, is no longer in the partnership."),
                name=owner.name,
            )
        ]
    return []


def _due(work: Work, action: Action, holiday: HolidayOn) -> list[Remark]:
    due = action.due_now
    if due is None:
        return [_of(action, "date", N_("Action {number} has no date."))]
    if not work.of_this_session(action) and not action.event_in(work.session.id):
        return []
    day = due.isoformat()
    if due < work.session.date:
        return [_of(action, f"before/{day}", N_("Action {number} is due before this session."))]
    if names := holiday(due):
        template = N_("Action {number} is due on a public holiday, {date} ({name}).")
        spoken = {f"name_{lang}": name for lang, name in names.items()}
        name = names.get("en") or next(iter(names.values()))
        return [_of(action, f"holiday/{day}", template, date=due, name=name, **spoken)]
    if due.weekday() >= 5:
        template = N_("Action {number} is due in a weekend, {date}.")
        return [_of(action, f"weekend/{day}", template, date=due)]
    return []


def _scores(work: Work) -> list[Remark]:
    session = work.session
    if session.stage_state("reveal") is None:
        return []
    if not work.has_ballots:
        return [Remark("scores/none", Sentence(N_("Nobody has scored.")))]
    found = []
    parked = parked_indicators(work)
    for item in work.items:
        values = {"indicator": work.indicator_name(item.indicator_id)}
        if not session.revealed(item.indicator_id):
            if item.indicator_id in parked:  # the minutes say so under what is parked
                continue
            found.append(
                Remark(
                    f"indicator/{item.indicator_id}/discussed",
                    Sentence(N_("{indicator} was scored but not discussed."), {**values}),
                )
            )
            continue
        figures = work.revealed.item(item.indicator_id)
        gap = figures.asymmetry if figures else None
        if gap is not None and abs(gap) >= WORTH_TALKING:
            talk = session.discussion(item.indicator_id)
            if not (talk.said.strip() or talk.heard.strip()):
                template = N_("{indicator}: the marks are {size} apart and nothing was noted.")
                found.append(
                    Remark(
                        f"indicator/{item.indicator_id}/gap/{abs(gap)}",
                        Sentence(template, {**values, "size": abs(gap)}),
                    )
                )
    return found


def _people(work: Work) -> list[Remark]:
    session = work.session
    unknown = [p for p in session.participants if session.presence_of(p) == "expected"]
    found = []
    if unknown:
        names = ", ".join(work.person_name(p) for p in unknown)
        template = N_("It is not noted whether {names} were present.")
        key = f"people/unknown/{','.join(sorted(unknown))}"
        found.append(Remark(key, Sentence(template, {"names": names})))
    if session.stage_state("reveal") is None:
        return found
    for person_id in _answered(work):
        if session.presence_of(person_id) in ("absent", "absent_notice"):
            template = N_("{name} is marked absent and has scored.")
            values = {"name": work.person_name(person_id)}
            found.append(Remark(f"person/{person_id}/scored", Sentence(template, {**values})))
    return found


def _answered(work: Work) -> tuple[str, ...]:
    """Who is known to have scored: that, and never what, is open to the room anyhow."""
    named = [b.rater_id for b in work.urn.ballots if b.rater_id and b.finished]
    return tuple(dict.fromkeys([*work.turnout.answered, *named]))


def _meanings(work: Work) -> list[Remark]:
    if work.session.stage_state("meaning") is None:
        return []
    return [
        Remark(
            f"indicator/{indicator.id}/meaning",
            Sentence(N_("{indicator} has no meaning yet."), {"indicator": indicator.name}),
        )
        for indicator in work.partnership.in_force
        if indicator.meaning == Meaning()
    ]
