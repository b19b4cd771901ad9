"""The lists of the form for a new session: kinds, how scores are shown, people, stages."""

from collections.abc import Sequence

from textual.content import Content

from screens.plain import joined, plain
from screens.planning_draft import PlanDraft
from screens.usual_words import short
from screens.widgets.pick_list import Row
from sessionui.domain.kinds import KINDS, Stage
from sessionui.domain.partnership import Partnership
from sessionui.domain.session import Session
from sessionui.domain.sides import SideKey
from sessionui.domain.timing import Usual, usual
from sessionui.locale import _, fmt_duration
from sessionui.text import shorten_middle


def kind_rows(draft: PlanDraft) -> list[Row]:
    """The kinds of session with their length; the chosen one is marked."""
    return [
        (
            kind.key,
            joined(
                _chosen(kind.key == draft.kind),
                plain(_(kind.name).ljust(26), "bold" if kind.key == draft.kind else ""),
                plain(fmt_duration(kind.minutes * 60), "dim"),
            ),
        )
        for kind in KINDS.values()
    ]


def rule_rows(draft: PlanDraft) -> list[Row]:
    """By name or by side with its threshold; self-estimates; half marks."""
    rules = draft.rules
    by_side = rules.secrecy == "side"
    rows = [
        (
            "name",
            joined(_chosen(not by_side), _("By name: each score is shown with its rater")),
        ),
        ("side", joined(_chosen(by_side), _("By side: scores are shown per side only"))),
    ]
    if by_side:
        text = _("hidden below {n} answers on a side").format(n=rules.threshold)
        rows.append(("threshold", joined("    ", text, plain("  + −", "$accent"))))
    rows += [
        ("self", joined(_ticked(rules.self_estimate), _("Each side also scores itself"))),
        ("half", joined(_ticked(rules.half_marks), _("Half marks are allowed"))),
    ]
    return rows


def people_rows(draft: PlanDraft, partnership: Partnership, side: SideKey, width: int) -> list[Row]:
    """The people of a side; those not expected are dimmed."""
    return [
        (
            person.id,
            joined(
                _ticked(person.id not in draft.absent),
                plain(
                    shorten_middle(person.name, max(width - 4, 4)),
                    "dim" if person.id in draft.absent else "",
                ),
            ),
        )
        for person in partnership.people_of(side)
    ]


def stage_rows(draft: PlanDraft, sessions: Sequence[Session]) -> list[Row]:
    """The stages of the kind with their minutes, and what they took in earlier ``sessions``.

    Those left out are dimmed.
    """
    return [
        (stage.key, _stage_row(draft, stage, usual(sessions, draft.kind, stage.key)))
        for stage in draft.kind_data.stages
    ]


def _stage_row(draft: PlanDraft, stage: Stage, before: Usual | None) -> Content:
    out = draft.leaves_out(stage.key)
    minutes = _("{n} min").format(n=draft.minutes_of(stage.key))
    return joined(
        _ticked(not out),
        plain(_(stage.name).ljust(18), "dim" if out else ""),
        plain(_("left out") if out else minutes.rjust(8), "dim"),
        plain(f"  {short(before)}" if before and not out else "", "dim"),
    )


def _chosen(here: bool) -> Content:
    return plain("▸ " if here else "  ", "$accent")


def _ticked(yes: bool) -> Content:
    return plain("✓ ", "$success") if yes else plain("– ", "dim")
