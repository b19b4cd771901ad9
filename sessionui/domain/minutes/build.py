"""From a piece of work to its minutes."""

from collections.abc import Sequence
from datetime import datetime

from sessionui.domain.completeness import NO_HOLIDAYS, HolidayOn, missing, waved_through
from sessionui.domain.ending import ended_early
from sessionui.domain.history import overall_line
from sessionui.domain.looking_back import due_at_start, to_look_back_on, told_since
from sessionui.domain.minutes.content import with_hash
from sessionui.domain.minutes.document import (
    ActionMinutes,
    AdoptedNote,
    AgendaItem,
    Attendee,
    CandidateNote,
    ClosingMinutes,
    ConfirmationNote,
    DecisionMinutes,
    IssueNote,
    KpiNote,
    LookedBack,
    MinutesDocument,
    OverallMinutes,
    ParkedNote,
    ReopeningNote,
    RulesNote,
    ToldNote,
    WaivedNote,
)
from sessionui.domain.minutes.indicators import indicator_minutes
from sessionui.domain.minutes.parts import line_of, phrase, since_note, who
from sessionui.domain.minutes.versions import versions
from sessionui.domain.session import StageState
from sessionui.domain.work import Work


def minutes_of(
    work: Work,
    now: datetime,
    *,
    earlier: Sequence[MinutesDocument] = (),
    holiday: HolidayOn = NO_HOLIDAYS,
) -> MinutesDocument:
    """The minutes of ``work`` as they stand at ``now`` (a draft until both sides confirm).

    ``earlier``: the versions that were confirmed before, oldest first. ``holiday`` names the
    public holiday on a day. Confirmed minutes come with the hash of their content.
    """
    document = _document(work, now, holiday)
    document = document.but(versions=versions(document, earlier))
    return document if document.draft else with_hash(document)


def _document(work: Work, now: datetime, holiday: HolidayOn) -> MinutesDocument:
    partnership, session = work.partnership, work.session
    return MinutesDocument(
        session_id=session.id,
        partnership_id=partnership.id,
        example=partnership.example,
        rehearsal=session.rehearsal,
        ended_early=ended_early(work),
        name_a=partnership.name_a,
        name_b=partnership.name_b,
        contract_name=partnership.contract.name,
        contract_reference=partnership.contract.reference,
        contract_since=partnership.contract.since,
        kind=session.kind,
        date=session.date,
        place=session.place,
        facilitator=session.facilitator,
        state=session.state,
        started_at=session.started_at,
        confirmed_at=session.confirmed_at,
        rules=RulesNote.model_validate(session.rules.model_dump()),
        attendance=_attendance(work),
        agenda=tuple(_agenda_item(s, now) for s in session.stages),
        purpose=session.purpose,
        ground_rules=session.ground_rules,
        adopted_previous=session.adopted_previous,
        looked_back=_looked_back(work),
        issues=tuple(
            IssueNote.model_validate(i.model_dump(exclude={"id"})) for i in session.issues
        ),
        kpis=tuple(KpiNote.model_validate(k.model_dump(exclude={"id"})) for k in session.kpis),
        candidates=_candidates(work),
        indicators=indicator_minutes(work),
        decisions=_decisions(work),
        actions=_actions(work),
        objections=session.read_back.objections,
        consent=session.read_back.consent,
        parked=tuple(
            ParkedNote(text=p.text, indicator=work.indicator_name(p.indicator_id))
            for p in session.parked
        ),
        overall=_overall(work),
        closing=ClosingMinutes.model_validate(session.closing.model_dump()),
        next_session=work.next_session,
        missing=tuple(phrase(sentence) for sentence in missing(work, holiday)),
        read_back_at=session.minutes_read_at,
        confirmations=tuple(
            ConfirmationNote.model_validate(c.model_dump()) for c in session.confirmations
        ),
        withdrawn_actions=tuple(
            a.number for a in work.actions if a.withdrawn and work.of_this_session(a)
        ),
        reopenings=tuple(ReopeningNote.model_validate(r.model_dump()) for r in session.reopenings),
        edition=len(session.reopenings) + 1,
        waived=tuple(
            WaivedNote(said=phrase(remark.sentence), reason=reason)
            for remark, reason in waved_through(work, holiday)
        ),
        adoption=_adoption(work),
    )


def _adoption(work: Work) -> AdoptedNote | None:
    adoption = work.session.adoption
    if adoption.of is None:
        return None
    return AdoptedNote(**adoption.of.model_dump(), remarks=adoption.remarks)


def _attendance(work: Work) -> tuple[Attendee, ...]:
    found = ((who(work.partnership, p), p) for p in work.session.participants)
    return tuple(
        Attendee(who=person, presence=work.session.presence_of(p)) for person, p in found if person
    )


def _agenda_item(stage: StageState, now: datetime) -> AgendaItem:
    return AgendaItem(
        stage=stage.key,
        minutes=stage.minutes,
        used_seconds=int(stage.used(now).total_seconds()),
        skipped=stage.skipped,
        started_at=stage.spans[0].start if stage.spans else None,
    )


def _looked_back(work: Work) -> tuple[LookedBack, ...]:
    rows = []
    for action in to_look_back_on(work):
        event = action.event_in(work.session.id)
        rows.append(
            LookedBack(
                number=action.number,
                text=action.text,
                done_when=action.done_when,
                owner=who(work.partnership, action.owner_id),
                due=action.due,
                indicator=work.indicator_name(action.indicator_id),
                agreed_on=action.at.date(),
                outcome=event.outcome if event else None,
                note=event.note if event else "",
                new_due=event.due if event else None,
                times_postponed=action.times_postponed,
                since=since_note(work, action),
                due_before=due_at_start(work, action),
                sides_before=action.sides_before,
                told=tuple(
                    ToldNote(on=e.at.date(), outcome=e.outcome, note=e.note, new_due=e.due)
                    for e in told_since(work, action)
                ),
            )
        )
    return tuple(rows)


def _candidates(work: Work) -> tuple[CandidateNote, ...]:
    define = work.session.define
    if not define.shown:
        return ()
    chosen = {i.candidate_id for i in work.partnership.in_force}
    return tuple(
        CandidateNote(
            text=c.text,
            side=c.side,
            merged=tuple(m.text for m in define.merged_under(c.id)),
            dots=define.dots(c.id) if define.votes_shown else None,
            chosen=c.id in chosen,
        )
        for c in define.standing
    )


def _decisions(work: Work) -> tuple[DecisionMinutes, ...]:
    return tuple(
        DecisionMinutes(number=d.number, text=d.text, indicator=work.indicator_name(d.indicator_id))
        for d in work.partnership.decisions
        if d.session_id == work.session.id and not d.withdrawn
    )


def _actions(work: Work) -> tuple[ActionMinutes, ...]:
    return tuple(
        ActionMinutes(
            number=a.number,
            text=a.text,
            done_when=a.done_when,
            owner=who(work.partnership, a.owner_id),
            due=a.due_now,
            indicator=work.indicator_name(a.indicator_id),
            quick_win=a.quick_win,
            times_postponed=a.times_postponed,
            from_this_session=work.of_this_session(a),
            agreed_on=a.at.date(),
            sides_before=a.sides_before,
        )
        for a in work.actions
        if a.state == "open" or (a.state == "done" and work.of_this_session(a))
    )


def _overall(work: Work) -> OverallMinutes:
    figures = work.revealed.overall
    return OverallMinutes(
        counted=figures.counted,
        total=figures.total,
        a_exact=None if figures.exact_a is None else float(figures.exact_a),
        b_exact=None if figures.exact_b is None else float(figures.exact_b),
        a=figures.mean_a,
        b=figures.mean_b,
        mark=figures.mark,
        line=line_of(overall_line(work.rounds)),
    )
