"""From the work on the table and what a screen puts before the room to the scene on the wall."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from sessionui.domain.looking_back import late_by
from sessionui.domain.overview import overview_of
from sessionui.domain.room import of_agreements, of_define, of_reveal, scenes
from sessionui.domain.room.parts import Clock, Item
from sessionui.domain.room.topic import JoinCode, Topic, TopicKind
from sessionui.domain.work import Work
from sessionui.domain.year import Year, year_of


@dataclass(frozen=True)
class Ask:
    """What a scene is made of; ``common``: the fields that every scene has."""

    work: Work
    topic: Topic
    now: datetime
    common: dict[str, Any]


def scene_of(
    work: Work, topic: Topic, now: datetime, *, language: str = "", theme: str = ""
) -> scenes.Scene:
    """The scene of ``topic`` at ``now``. Whatever the topic says, nothing sealed is in it.

    ``language`` and ``theme`` are those of the facilitator's app.
    """
    common = {
        "name_a": work.partnership.name_a,
        "name_b": work.partnership.name_b,
        "session_kind": work.session.kind,
        "day": work.session.date,
        "example": work.partnership.example,
        "rehearsal": work.session.rehearsal,
        "language": language,
        "theme": theme,
    }
    return _MAKERS[topic.kind](Ask(work, topic, now, common))


def _blank(ask: Ask) -> scenes.Scene:
    return scenes.Blank(**ask.common)


def _welcome(ask: Ask) -> scenes.Scene:
    session = ask.work.session
    return scenes.Welcome(
        **ask.common,
        place=session.place,
        purpose=session.purpose,
        ground_rules=session.ground_rules,
        agenda=tuple(
            Item(key=s.key, minutes=s.minutes, done=s.done, here=s.key == session.stage)
            for s in session.stages
            if not s.skipped
        ),
    )


def _look_back(ask: Ask) -> scenes.Scene:
    return scenes.LookBack(
        **ask.common,
        part=ask.topic.part,
        actions=of_agreements.earlier(ask.work, _day(ask)),
        at=ask.topic.place,
        figures=of_agreements.figures(ask.work),
        issues=of_agreements.going_on(ask.work),
    )


def _day(ask: Ask) -> date:
    return late_by(ask.work, ask.now.date())


def _clock(ask: Ask) -> Clock | None:
    """The clock of the stage, once the session runs."""
    if ask.work.session.started_at is None:
        return None
    stage = ask.work.stage
    used = int(stage.used(ask.now).total_seconds())
    return Clock(
        used=used, budget=stage.minutes * 60, paused=ask.work.session.paused_at is not None
    )


def _writing(ask: Ask) -> scenes.Scene:
    return scenes.Writing(**ask.common | {"clock": _clock(ask)}, turn=ask.topic.turn)


def _candidates(ask: Ask) -> scenes.Scene:
    if not ask.work.session.define.shown:
        return _writing(ask)
    return scenes.Candidates(**ask.common, words=of_define.words(ask.work))


def _vote(ask: Ask) -> scenes.Scene:
    define = ask.work.session.define
    if not define.shown:
        return _writing(ask)
    if define.votes_shown:
        return _set(ask)
    return scenes.Voting(
        **ask.common,
        dots_each=define.dots_each,
        n=len(define.votes),
        total=of_define.voters(ask.work),
    )


def _set(ask: Ask) -> scenes.Scene:
    define = ask.work.session.define
    if define.candidates and not define.votes_shown and not ask.work.partnership.in_force:
        return _vote(ask) if define.votes else _candidates(ask)
    return scenes.Votes(
        **ask.common,
        words=of_define.words(ask.work),
        chosen=tuple(i.name for i in ask.work.partnership.in_force),
    )


def _meaning(ask: Ask) -> scenes.Scene:
    in_force = ask.work.partnership.in_force
    found = next((i for i in in_force if i.id == ask.topic.indicator_id), None)
    if found is None:
        return scenes.Blank(**ask.common)
    return scenes.MeaningOf(
        **ask.common,
        name=found.name,
        place=in_force.index(found) + 1,
        total=len(in_force),
        meaning=found.meaning,
    )


def _turnout(ask: Ask) -> scenes.Scene:
    rules = ask.work.session.rules
    return scenes.Turnout(
        **ask.common,
        sides=of_reveal.answered(ask.work),
        secrecy=rules.secrecy,
        threshold=rules.threshold,
        locked=ask.work.session.locked,
    )


def _reveal(ask: Ask) -> scenes.Scene:
    ids = [item.indicator_id for item in ask.work.items]
    if ask.topic.indicator_id not in ids:
        return scenes.Blank(**ask.common)
    if not ask.work.session.locked:
        return _turnout(ask)
    here = ask.topic.indicator_id
    item = ask.work.items[ids.index(here)]
    indicator = ask.work.partnership.indicator(here)
    meaning = indicator.revision(item.revision).meaning.text if indicator else ""
    return scenes.Reveal(
        **ask.common,
        name=ask.work.indicator_name(here),
        place=ids.index(here) + 1,
        total=len(ids),
        meaning=meaning,
        sides=of_reveal.answered(ask.work),
        shown=of_reveal.shown_of(ask.work, here),
        line=ask.topic.line,
        read=ask.topic.place or 0,
    )


def _overview(ask: Ask) -> scenes.Scene:
    return scenes.Overview(**ask.common, overview=overview_of(ask.work), by=ask.topic.sort)


def _year(ask: Ask) -> scenes.Scene:
    return scenes.Year(**ask.common, year=_rounds(ask))


def _rounds(ask: Ask) -> Year:
    return year_of(ask.work.partnership, ask.work.rounds)


def _actions(ask: Ask) -> scenes.Scene:
    return scenes.Actions(
        **ask.common,
        actions=of_agreements.of_today(ask.work, _day(ask)),
        decisions=of_agreements.decisions(ask.work),
        typing=of_agreements.typing_of(ask.work, ask.topic.typed),
    )


def _read_back(ask: Ask) -> scenes.Scene:
    read_back = ask.work.session.read_back
    return scenes.ReadBack(
        **ask.common,
        actions=of_agreements.to_read_back(ask.work, _day(ask)),
        at=ask.topic.place or 0,
        objections=read_back.objections,
        consent=read_back.consent,
    )


def _minutes(ask: Ask) -> scenes.Scene:
    topic = ask.topic
    if topic.old:
        return scenes.Minutes(
            **ask.common,
            edition=topic.edition,
            code=topic.code,
            old=True,
            replaced_by=topic.replaced_by,
        )
    return scenes.Minutes(
        **ask.common,
        edition=topic.edition,
        code=topic.code,
        read=ask.topic.place or 0,
        actions=of_agreements.of_today(ask.work, _day(ask)),
        decisions=of_agreements.decisions(ask.work),
        parked=tuple(p.text for p in ask.work.session.parked),
        together=of_reveal.together(ask.work),
        confirmed=tuple(c.side for c in ask.work.session.confirmations),
    )


def _closing(ask: Ask) -> scenes.Scene:
    return scenes.Closing(
        **ask.common,
        edition=ask.topic.edition,
        code=ask.topic.code,
        together=of_reveal.together(ask.work),
        days=_rounds(ask).days,
        line=_rounds(ask).overall,
        actions=len(of_agreements.of_today(ask.work, _day(ask))),
        decisions=len(of_agreements.decisions(ask.work)),
        next_session=ask.work.next_session,
        confirmed=tuple(c.side for c in ask.work.session.confirmations),
    )


def _join_code(ask: Ask) -> scenes.Scene:
    return scenes.Join(
        **ask.common, join=ask.topic.join or JoinCode(), sides=of_reveal.answered(ask.work)
    )


Maker = Callable[[Ask], scenes.Scene]

_MAKERS: dict[TopicKind, Maker] = {
    "blank": _blank,
    "welcome": _welcome,
    "look_back": _look_back,
    "writing": _writing,
    "candidates": _candidates,
    "vote": _vote,
    "set": _set,
    "meaning": _meaning,
    "turnout": _turnout,
    "reveal": _reveal,
    "overview": _overview,
    "year": _year,
    "actions": _actions,
    "read_back": _read_back,
    "minutes": _minutes,
    "closing": _closing,
    "join_code": _join_code,
}
