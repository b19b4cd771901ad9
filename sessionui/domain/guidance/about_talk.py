"""Rules on the conversation itself: who spoke, what was said back, in which words."""

import re
from collections.abc import Iterator

from sessionui.domain.guidance.rule import Found, Rule, found
from sessionui.domain.guidance.situation import Situation
from sessionui.domain.indicators import Meaning
from sessionui.domain.sides import SIDES, other
from sessionui.domain.talk import talk_points
from sessionui.domain.wording import N_

BLAMING = re.compile(
    r"\b(always|never|your fault|their fault|to blame|lazy|liars?|don't care|refuse[sd]?"
    r"|altijd|nooit|schuld|lui|leugens?|onwil|onzin|weiger(?:t|en|den|de)|interesseert ze niet)\b",
    re.IGNORECASE,
)
"""Words that judge people in place of telling what was seen, in English and Dutch."""


def _one_side_silent(s: Situation) -> Iterator[Found]:
    talk = s.talk
    noted = talk.said.strip() or talk.heard.strip()
    if s.figures is None or len(talk.spoken) != 1 or not noted:
        return
    silent = other(talk.spoken[0])
    yield found(
        N_("{silent}, what do you recognise, what did you see otherwise?"),
        N_("Things were noted after {spoke} spoke, and {silent} has not been heard."),
        silent=s.names[silent],
        spoke=s.names[talk.spoken[0]],
    )


def _blame(s: Situation) -> Iterator[Found]:
    words = BLAMING.search(f"{s.talk.said}\n{s.talk.heard}")
    if s.indicator_id and words:
        yield found(
            N_("What did you see, what did it do to you, what do you wish?"),
            N_('The notes say "{word}": that judges, where behaviour can be talked about.'),
            word=words[0],
        )


def _heard_back(s: Situation) -> Iterator[Found]:
    if s.figures is not None and s.talk.both_spoke and not s.talk.heard.strip():
        yield found(
            N_("What did you hear the other say? Say it back before we go on."),
            N_("Both sides have spoken, and what they heard is not noted."),
        )


def _goes_well(s: Situation) -> Iterator[Found]:
    talk = s.talk
    if s.figures and talk.both_spoke and talk.heard.strip() and not talk.goes_well.strip():
        yield found(
            N_("And what goes well here, that we want to keep?"),
            N_("Nothing is noted on what goes well."),
        )


def _nothing_agreed(s: Situation) -> Iterator[Found]:
    if s.figures is None or not s.talk.both_spoke or s.settled(s.figures.indicator_id):
        return
    if talk_points(s.figures, s.names, s.earlier):
        yield found(
            N_("What do we do with this: an action, a decision, or park it?"),
            N_("{indicator} was worth talking about, and nothing is agreed on it yet."),
            indicator=s.indicator,
        )


def _no_meaning(s: Situation) -> Iterator[Found]:
    wording = s.wordings.get(s.indicator_id or "")
    if wording is not None and s.figures is None and wording.meaning == Meaning():
        yield found(
            N_("Before we look: what do we mean by {indicator}?"),
            N_("No meaning of {indicator} was written down."),
            indicator=wording.name,
        )


def _few_present(s: Situation) -> Iterator[Found]:
    here = {side: len(s.present(side)) for side in SIDES}
    for side in SIDES:
        if here[side] == 0 and here[other(side)] > 0 and _noted(s, side):
            yield found(
                N_("Without {side}: do we go on, or meet another day?"),
                N_("Everybody of {side} is noted as absent."),
                side=s.names[side],
            )


def _noted(s: Situation, side: str) -> bool:
    people = [p.id for p in s.partnership.people if p.side == side]
    asked = [p for p in s.session.participants if p in people]
    return bool(asked) and all(s.session.presence_of(p) != "expected" for p in asked)


ONE_SIDE_SILENT = Rule(
    "one-side-silent",
    ("reveal",),
    N_("One side has spoken and things are noted; the other has not been heard."),
    N_("What one side says becomes the truth of the room when the other is not asked."),
    N_("Method, stage 6; Woolley et al. 2010 on equal turns"),
    _one_side_silent,
)
BLAME = Rule(
    "blaming-words",
    ("reveal",),
    N_("The notes have a word that judges, such as always, never or fault."),
    N_("A judgement is answered with a defence; behaviour and its consequence with a talk."),
    N_("Method: behaviour, feeling, consequence, wish; Rosenberg 2003, nonviolent communication"),
    _blame,
)
HEARD_BACK = Rule(
    "heard-back",
    ("reveal",),
    N_("Both sides have spoken, and what the receivers heard is not noted."),
    N_("Who is said back feels heard; and what was misheard shows at once."),
    N_("Method, stage 6; Rogers & Farson 1957, active listening"),
    _heard_back,
)
GOES_WELL = Rule(
    "goes-well",
    ("reveal",),
    N_("It was said back what was heard, and nothing is noted on what goes well."),
    N_("A list of what is wrong says little on what to keep."),
    N_("Method, stage 6; Cooperrider & Srivastva 1987, appreciative inquiry"),
    _goes_well,
)
NOTHING_AGREED = Rule(
    "nothing-agreed",
    ("reveal",),
    N_("Both sides spoke on something worth talking about, and nothing is agreed or parked."),
    N_("A talk without an end is held again next quarter."),
    N_("Method, stage 6: action, decision or park it"),
    _nothing_agreed,
)
NO_MEANING = Rule(
    "unclear-indicator",
    ("reveal",),
    N_("The indicator before the room has no written meaning."),
    N_("Marks on a catch-all word are marks on different things."),
    N_("Method, stage 4"),
    _no_meaning,
)
SIDE_ABSENT = Rule(
    "side-absent",
    ("welcome",),
    N_("Everybody of one side is noted as absent."),
    N_("Without one side it is talking about, not with each other."),
    N_("Method, who and why"),
    _few_present,
)
