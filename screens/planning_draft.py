"""A session that is being planned: the choices made so far, kept as a draft."""

from pydantic import ValidationError

from sessionui.domain.kinds import KINDS, Kind, StageKey, kind_of
from sessionui.domain.partnership import Partnership
from sessionui.domain.record import Record
from sessionui.domain.scoring import Rules
from sessionui.domain.session import Session

LONGEST = 600
"""Minutes that one stage may take at most."""


class PlanDraft(Record):
    """What was chosen, apart from typed text. Budgets and left-out stages are kept by kind.

    ``absent``: ids of people who are not expected.
    """

    kind: str
    rules: Rules = Rules()
    absent: tuple[str, ...] = ()
    minutes: dict[str, dict[StageKey, int]] = {}
    left_out: dict[str, tuple[StageKey, ...]] = {}

    @property
    def kind_data(self) -> Kind:
        """The chosen kind."""
        return kind_of(self.kind)

    @property
    def scores(self) -> bool:
        """Whether marks are given in this kind of session."""
        return self.kind_data.stage("score") is not None

    def minutes_of(self, stage: StageKey) -> int:
        """Minutes budgeted for a stage, left out or not."""
        template = self.kind_data.stage(stage)
        return self.minutes.get(self.kind, {}).get(stage, template.minutes if template else 0)

    def leaves_out(self, stage: StageKey) -> bool:
        """Whether a stage is left out."""
        return stage in self.left_out.get(self.kind, ())

    @property
    def stages_left_out(self) -> frozenset[StageKey]:
        """The stages of the chosen kind that are left out."""
        return frozenset(self.left_out.get(self.kind, ()))

    @property
    def budgets(self) -> dict[StageKey, int]:
        """Minutes by stage of the chosen kind."""
        return {stage.key: self.minutes_of(stage.key) for stage in self.kind_data.stages}

    @property
    def total(self) -> int:
        """Minutes of the stages that are not left out."""
        return sum(m for stage, m in self.budgets.items() if not self.leaves_out(stage))

    def with_minutes(self, stage: StageKey, minutes: int) -> "PlanDraft":
        """With another budget for a stage."""
        now = self.minutes.get(self.kind, {})
        changed = {**now, stage: min(max(minutes, 0), LONGEST)}
        return self.but(minutes={**self.minutes, self.kind: changed})

    def with_stage(self, stage: StageKey, *, left_out: bool) -> "PlanDraft":
        """With a stage left out, or taken in again."""
        rest = tuple(s for s in self.left_out.get(self.kind, ()) if s != stage)
        changed = (*rest, stage) if left_out else rest
        return self.but(left_out={**self.left_out, self.kind: changed})

    def with_people(self, *ids: str, expected: bool) -> "PlanDraft":
        """With those people expected, or not."""
        rest = tuple(p for p in self.absent if p not in ids)
        return self.but(absent=rest if expected else (*rest, *ids))


def first_draft(partnership: Partnership, earlier: tuple[Session, ...]) -> PlanDraft:
    """What to begin with: a kick-off while there are no indicators; the rules of last time."""
    scored = [s for s in earlier if s.kind_data.stage("score")]
    return PlanDraft(
        kind="quarterly" if partnership.in_force else "kickoff",
        rules=scored[-1].rules if scored else Rules(),
    )


def draft_from(text: str | None, otherwise: PlanDraft) -> PlanDraft:
    """The draft in a kept text, or ``otherwise`` where there is none that can be read."""
    if text is None:
        return otherwise
    try:
        kept = PlanDraft.model_validate_json(text)
    except ValidationError:
        return otherwise
    return kept if kept.kind in KINDS else otherwise
