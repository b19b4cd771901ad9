"""A rule of guidance, and the prompt that it gives."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from sessionui.domain.guidance.situation import Situation
from sessionui.domain.kinds import StageKey
from sessionui.domain.wording import Sentence, Value


@dataclass(frozen=True)
class Found:
    """What a rule found: a question to ask the room, and what in the situation gave rise to it."""

    ask: Sentence
    why: Sentence


@dataclass(frozen=True)
class Rule:
    """When to ask what. Texts are messages to translate.

    ``when`` and ``reason`` are for the list of rules; ``source``: where it comes from; ``stages``:
    where it may speak. ``find`` is pure and yields nothing while the situation does not ask for it.
    """

    id: str
    stages: tuple[StageKey, ...]
    when: str
    reason: str
    source: str
    find: Callable[[Situation], Iterable[Found]]


@dataclass(frozen=True)
class Prompt:
    """A rule's question, and why it is asked now."""

    rule: str
    ask: Sentence
    why: Sentence


def found(ask: str, why: str, **values: Value) -> Found:
    """Both sentences with the same values."""
    return Found(Sentence(ask, values), Sentence(why, values))
