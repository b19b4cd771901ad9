"""The columns of the paper grid: which forms, what their cells show, and how far they are."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from screens.desk import Desk
from screens.stages.score_answers import Form, Slot, form_of_person, open_forms, slots_of
from screens.widgets.mark_grid import MASK, Column
from sessionui.domain.sides import SideKey
from sessionui.domain.work import Work
from sessionui.locale import _, ngettext

SEALED, COMPLETE, BEGUN = "✓", "▲", "…"


def forms_of_side(desk: Desk, side: SideKey, blank: Form) -> list[Form]:
    """One a rater by name; else those that are begun, and the ``blank`` one."""
    work = desk.work
    if work.session.rules.secrecy == "name":
        made = (form_of_person(work, person_id) for person_id in work.raters(side))
        return [form for form in made if form is not None]
    keys = [key for key in open_forms(desk, side) if key != blank.key]
    return [*(Form(side, key) for key in keys), blank]


@dataclass
class Pile:
    """The forms of one side as they lie on the table: each keeps its number."""

    numbers: dict[str, int] = field(default_factory=dict)
    sealed: int = 0

    def number(self, form: Form) -> int:
        """Which form it is, from 1."""
        return self.numbers.setdefault(form.key, len(self.numbers) + 1)

    def sealed_text(self) -> str:
        """How many forms without a name were sealed, or ""."""
        n = self.sealed
        said = ngettext("{n} form sealed", "{n} forms sealed", n).format(n=n)
        return f"{SEALED} {said}" if n else ""


def columns_of(
    desk: Desk, forms: Sequence[Form], pile: Pile, readable: Callable[[Form, Slot], bool]
) -> list[Column]:
    """The forms as columns; marks as dots unless ``readable``, and those that are sealed always."""
    work = desk.work
    slots = slots_of(work)
    columns = []
    for form in forms:
        answers = form.read(desk)
        cells = tuple(
            _shown(
                answers.at(slot).typed,
                unmasked=readable(form, slot) and not form.mark_is_sealed(answers, slot),
            )
            for slot in slots
        )
        name = work.person_name(form.rater_id)
        head = initials(name) if name else str(pile.number(form))
        columns.append(Column(head, cells, state_of(desk, form)))
    return columns


def _shown(typed: str, *, unmasked: bool) -> str:
    if not typed:
        return "·"
    return typed if unmasked else MASK


def state_of(desk: Desk, form: Form) -> str:
    """Sealed, complete, begun, or "" for an empty form."""
    if desk.draft(form.key) is None:
        return "" if form.sealed.empty else SEALED
    return BEGUN if form.read(desk).missing(slots_of(desk.work)) else COMPLETE


def label_of(work: Work, slot: Slot) -> str:
    """The name of a row."""
    name = work.indicator_name(slot[0])
    return _("{indicator}, own side").format(indicator=name) if slot[1] else name


def initials(name: str) -> str:
    """The first letters of the first and the last word of a name."""
    letters = [word[0] for word in name.split() if word[0].isalpha()]
    return "".join([*letters[:1], *letters[1:][-1:]]) or name[:2]
