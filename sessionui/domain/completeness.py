"""What is still missing before the minutes are confirmed (method, stage 8). Told, not forbidden."""

from sessionui.domain.ending import parked_indicators
from sessionui.domain.figures import WORTH_TALKING
from sessionui.domain.indicators import Meaning
from sessionui.domain.wording import N_, Sentence
from sessionui.domain.work import Work


def missing(work: Work) -> tuple[Sentence, ...]:
    """One sentence for each thing that a reader of the minutes would miss."""
    return (*_agreements(work), *_scores(work), *_people(work), *_meanings(work))


def _agreements(work: Work) -> list[Sentence]:
    found = []
    for action in work.actions:
        if action.state != "open":
            continue
        values = {"number": action.number}
        if action.owner_id is None:
            found.append(Sentence(N_("Action {number} has no owner."), {**values}))
        if action.due_now is None:
            found.append(Sentence(N_("Action {number} has no date."), {**values}))
        elif work.of_this_session(action) and action.due_now < work.session.date:
            found.append(Sentence(N_("Action {number} is due before this session."), {**values}))
        if not work.of_this_session(action) and not action.event_in(work.session.id):
            found.append(Sentence(N_("Action {number} was not looked back on."), {**values}))
    return found if work.session.stage_state("look_back") else _without_look_back(found)


def _without_look_back(found: list[Sentence]) -> list[Sentence]:
    return [s for s in found if s.template != "Action {number} was not looked back on."]


def _scores(work: Work) -> list[Sentence]:
    session = work.session
    if session.stage_state("reveal") is None:
        return []
    found = []
    if not work.has_ballots:
        return [Sentence(N_("Nobody has scored."))]
    parked = parked_indicators(work)
    for item in work.items:
        values = {"indicator": work.indicator_name(item.indicator_id)}
        if not session.revealed(item.indicator_id):
            if item.indicator_id not in parked:  # else the minutes say so under what is parked
                found.append(Sentence(N_("{indicator} was scored but not discussed."), {**values}))
            continue
        figures = work.revealed.item(item.indicator_id)
        gap = figures.asymmetry if figures else None
        if gap is not None and abs(gap) >= WORTH_TALKING:
            talk = session.discussion(item.indicator_id)
            if not (talk.said.strip() or talk.heard.strip()):
                found.append(
                    Sentence(
                        N_("{indicator}: the marks are {size} apart and nothing was noted."),
                        {**values, "size": abs(gap)},
                    )
                )
    return found


def _people(work: Work) -> list[Sentence]:
    unknown = [p for p in work.session.participants if work.session.presence_of(p) == "expected"]
    if not unknown:
        return []
    return [
        Sentence(
            N_("It is not noted whether {names} were present."),
            {"names": ", ".join(work.person_name(p) for p in unknown)},
        )
    ]


def _meanings(work: Work) -> list[Sentence]:
    if work.session.stage_state("meaning") is None:
        return []
    return [
        Sentence(N_("{indicator} has no meaning yet."), {"indicator": indicator.name})
        for indicator in work.partnership.in_force
        if indicator.meaning == Meaning()
    ]
