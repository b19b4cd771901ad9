"""The prompts of a stage as lines to show, and which rules the facilitator turned off."""

from screens.desk import Desk
from screens.widgets.prompt import PromptLine
from sessionui.domain.guidance.book import prompts, rule_of
from sessionui.domain.guidance.situation import situation_of
from sessionui.domain.kinds import StageKey
from sessionui.domain.timing import pace
from sessionui.domain.wording import Sentence
from sessionui.domain.work import Work
from sessionui.locale import _, phrase
from sessionui.text import shorten_middle

OFF = "guidance-off"
"""The setting of the file that holds the ids of the rules that are turned off."""

NARROW, WIDE = 16, 28
"""Cells that a name takes in a prompt at most: so that the question is one line of 80."""


def rules_off(desk: Desk) -> frozenset[str]:
    """The ids of the rules that are turned off in this file."""
    return frozenset(i for i in desk.remembered(OFF).split(",") if rule_of(i) is not None)


def switch(desk: Desk, rule_id: str) -> None:
    """Turn a rule off, or on again."""
    desk.remember(OFF, ",".join(sorted(rules_off(desk) ^ {rule_id})))


def rule_lines(
    desk: Desk, work: Work, stage: StageKey, indicator_id: str | None, room: int
) -> list[PromptLine]:
    """What the rules say now, the most useful first; ``room``: cells for a name."""
    found = prompts(situation_of(work, stage, desk.now(), indicator_id), rules_off(desk))
    return [PromptLine(p.rule, _said(p.ask, room), _said(p.why, room), _("why")) for p in found]


def moment(desk: Desk, work: Work) -> tuple[str, int]:
    """What changes the prompts without anybody doing anything: the pace, and the minute."""
    now = desk.now()
    return pace(work.stage, now), int(work.stage.used(now).total_seconds()) // 60


def _said(sentence: Sentence, room: int) -> str:
    short = {
        name: shorten_middle(" ".join(value.split()), room) if isinstance(value, str) else value
        for name, value in sentence.values.items()
    }
    return phrase(sentence.template, short)
