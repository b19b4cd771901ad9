"""One set of answers, given in every way there is, for the proof that all ways are the same."""

import json
from pathlib import Path
from typing import Any

from sessionui.domain.intents.base import Intent
from sessionui.domain.intents.phones import GiveAnswers
from sessionui.domain.intents.score import SealBallot
from sessionui.domain.scoring import REASON_LIMIT, Answer
from sessionui.domain.sides import SIDES
from sessionui.domain.work import Work


def _of_the_longest() -> str:
    """A reason at the limit, as browsers count it, with what is easily counted otherwise."""
    text = "不 so, “as ever”; é 👩‍🚒. "
    units = len(text.encode("utf-16-le")) // 2
    return text * (REASON_LIMIT // units) + "x" * (REASON_LIMIT % units)


REASONS = (
    "Calls us early; “bad news” too",
    "24",
    "é — 👩‍🚒, with a comma",
    "",
    _of_the_longest(),
)
"""Digits alone and a reason of the longest among them: what one way takes, all take."""


def answers_by(work: Work, rater: int, side: str) -> tuple[Answer, ...]:
    """What that rater answers: marks, not applicable, some left open, with and without words."""
    made = []
    slots = [(i.indicator_id, own) for own in (False, True) for i in work.items]
    for n, (indicator_id, own) in enumerate(slots):
        turn = n * 7 + rater * 3 + (side == "b")
        if turn % 11 == 0:
            continue
        mark = None if turn % 9 == 0 else 1 + (turn * 5 % 19) / 2
        reason = REASONS[(turn + rater) % len(REASONS)]
        made.append(Answer(indicator_id=indicator_id, own=own, mark=mark, reason=reason))
    return tuple(made)


def raters(work: Work) -> list[tuple[Any, int, str]]:
    """Side, number on that side, and person of everybody who is asked."""
    return [(s, n, p) for s in SIDES for n, p in enumerate(work.raters(s))]


def by_phone(work: Work) -> list[Intent]:
    """One answer after the other, each corrected once, then done."""
    intents: list[Intent] = []
    for side, n, person in raters(work):
        code = f"CODE{side}{n}XX"
        for answer in answers_by(work, n, side):
            first = answer.but(mark=1.0, reason="typed first")
            steps = (first, answer)
            intents.extend(GiveAnswers(side, (step,), code, person) for step in steps)
        intents.append(GiveAnswers(side, (), code, person, finished=True))
    return intents


def by_keyboard(work: Work) -> list[Intent]:
    """Sealed one form at a time."""
    return [SealBallot(s, answers_by(work, n, s), rater_id=p) for s, n, p in raters(work)]


def rows_wide(work: Work) -> list[list[str]]:
    """A sheet with one row a rater."""
    slots = [(i.indicator_id, own) for own in (False, True) for i in work.items]
    head = ["Name", "Side"]
    for indicator_id, own in slots:
        name = work.indicator_name(indicator_id) + (" self" if own else "")
        head += [name, f"{name} reason"]
    rows = [head]
    for side, n, person in raters(work):
        given = {(a.indicator_id, a.own): a for a in answers_by(work, n, side)}
        row = [work.person_name(person), work.names[side]]
        for slot in slots:
            answer = given.get(slot)
            row += ["", ""] if answer is None else [written(answer.mark), answer.reason]
        rows.append(row)
    return rows


def written(mark: float | None) -> str:
    """A mark as people write it."""
    return "n.v.t." if mark is None else f"{mark:g}".replace(".", ",")


def facts(text: bytes | str) -> Any:
    """Minutes as data, without ids and moments."""

    def bare(value: Any, key: str = "") -> Any:
        if isinstance(value, dict):
            return {k: bare(v, k) for k, v in value.items() if not _of_its_own(k)}
        if isinstance(value, list):
            return [bare(v) for v in value]
        return value

    return bare(json.loads(text))


def _of_its_own(key: str) -> bool:
    return key in ("id", "at") or key.endswith(("_id", "_at"))


def folder_of(path: Path, files: dict[str, str]) -> str:
    """A folder with those files."""
    path.mkdir()
    for name, content in files.items():
        (path / name).write_text(content, encoding="utf-8")
    return str(path)
