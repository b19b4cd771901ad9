"""Every scene of the room, over the worked example and a kick-off, by name."""

from collections.abc import Mapping
from datetime import UTC, date, datetime
from functools import lru_cache
from itertools import count

from sessionui.domain.intents import define, reveal, walk
from sessionui.domain.intents.base import Context, Intent, carry_out
from sessionui.domain.planning import new_partnership, new_session, work_on
from sessionui.domain.room import Away, Scene, Topic, TypedAction, scene_of
from sessionui.domain.room.topic import JoinCode
from sessionui.domain.work import Work
from sessionui.example import example
from sessionui.locale import Language
from tests.support.memory import MemoryRepository

TODAY = date(2026, 11, 12)
NOW = datetime(2026, 11, 12, 14, 0, tzinfo=UTC)
CODE = JoinCode(typed="192.168.137.1:8765", code="K7QX3M", scan=(("10" * 12, "01" * 12) * 12,))


def on(work: Work, *intents: Intent) -> Work:
    """``work`` after the intents."""
    numbers = count(1)
    context = Context(NOW, TODAY, lambda: f"wall{next(numbers)}")
    for intent in intents:
        work = carry_out(intent, work, context)
    return work


def works(lang: Language) -> list[Work]:
    """The sessions of the worked example, the oldest first."""
    repository = MemoryRepository()
    example(lang, TODAY, zone=UTC).keep_in(repository)
    card = repository.cards()[0]
    found = sorted(repository.sessions(card.id), key=lambda s: (s.date, s.created))
    return [repository.work(session.id) for session in found]


def kick_off() -> Work:
    """A kick-off in which both sides have written, nothing shown yet."""
    numbers = count(1)
    context = Context(NOW, TODAY, lambda: f"kick{next(numbers)}")
    partnership = new_partnership("Waterkant Municipality", "Bouwmij Delta", context)
    work = work_on(partnership, new_session(partnership, "kickoff", TODAY, context))
    work = on(work, walk.StartSession(), walk.GoToStage("define"))
    for side, words in (("a", ("Reachable", "Thinking along")), ("b", ("Quick decisions",))):
        for word in words:
            work = carry_out(define.AddCandidate("a" if side == "a" else "b", word), work, context)
    return work


@lru_cache
def every_scene(lang: Language) -> Mapping[str, Scene]:
    """One of each, and more of those that have several faces."""
    told = works(lang)
    last = [w for w in told if w.session.state == "confirmed"][-1]
    ready = next(w for w in told if w.session.locked and w.session.state != "confirmed")
    scoring = next(w for w in told if w.has_ballots and not w.session.locked)
    here = ready.items[0].indicator_id
    opened = on(ready, *(reveal.Reveal(i.indicator_id) for i in ready.items))
    begun = kick_off()
    shown = on(begun, define.ShowCandidates())

    def scene(work: Work, topic: Topic) -> Scene:
        return scene_of(work, topic, NOW, language=lang)

    at_reveal = Topic(kind="reveal", indicator_id=here)
    return {
        "away": Away(language=lang),
        "blank": scene(ready, Topic(kind="blank")),
        "welcome": scene(ready, Topic(kind="welcome")),
        "look-back": scene(ready, Topic(kind="look_back", place=1)),
        "figures": scene(last, Topic(kind="look_back", part="figures")),
        "issues": scene(last, Topic(kind="look_back", part="issues")),
        "writing": scene(begun, Topic(kind="writing")),
        "candidates": scene(shown, Topic(kind="candidates")),
        "voting": scene(shown, Topic(kind="vote")),
        "votes": scene(told[0], Topic(kind="set")),
        "meaning": scene(ready, Topic(kind="meaning", indicator_id=here)),
        "turnout": scene(scoring, Topic(kind="turnout")),
        "veiled": scene(ready, at_reveal),
        "open": scene(opened, at_reveal),
        "reasons": scene(on(opened, reveal.ShowReasons(here)), at_reveal),
        "overview": scene(opened, Topic(kind="overview", sort="gap")),
        "year": scene(opened, Topic(kind="year")),
        "actions": scene(last, Topic(kind="actions")),
        "typing": scene(last, Topic(kind="actions", typed=TypedAction(number=99, text="Half a"))),
        "read-back": scene(last, Topic(kind="read_back", place=0)),
        "consent": scene(last, Topic(kind="read_back", place=99)),
        "minutes": scene(last, Topic(kind="minutes")),
        "closing": scene(last, Topic(kind="closing")),
        "join": scene(scoring, Topic(kind="join_code", join=CODE)),
    }
