"""One rater's answers while they are being filled in, and where their drafts are kept.

The draft is a text, so that every key survives. By name its key holds the rater's id. By side it
holds the side and a random mark only: nothing tells whose it is (method, names and secrecy).
"""

import json
import secrets
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from typing import Final, Self

from screens.desk import Desk
from screens.stages.score_typing import mark_of, typed_of
from sessionui.domain.scoring import Answer, Ballot, receipt_hash
from sessionui.domain.sides import SideKey
from sessionui.domain.work import Work
from sessionui.locale import _, fmt_list
from sessionui.text import shorten_middle

Slot = tuple[str, bool]
"""An indicator's id, and whether the mark is about the rater's own side."""

DRAFTS: Final = "ballot/"
_CODE_LETTERS: Final = "ACDEFHJKMNPRTUVWXY34679"
"""Letters and figures that are not taken for one another when read aloud or from paper. All of
them, and eight in a code, are what phones take for a receipt code."""


@dataclass(frozen=True)
class Filled:
    """What stands in one row: the mark as typed ("" for none yet) and the reason."""

    typed: str = field(default="", repr=False)
    reason: str = field(default="", repr=False)


@dataclass(frozen=True)
class Answers:
    """Everything that one rater has filled in so far. Shows nothing of it in ``repr``."""

    entries: Mapping[Slot, Filled] = field(default_factory=dict, repr=False)

    def at(self, slot: Slot) -> Filled:
        """What stands there; empty when nothing was filled in."""
        return self.entries.get(slot, Filled())

    def put(self, slot: Slot, filled: Filled) -> Self:
        """The answers with another content there."""
        return type(self)({**self.entries, slot: filled})

    def missing(self, slots: Iterable[Slot]) -> list[Slot]:
        """Those of ``slots`` without a mark and without "not applicable"."""
        return [slot for slot in slots if not self.at(slot).typed]

    def without_mark(self, slots: Iterable[Slot]) -> list[Slot]:
        """Those of ``slots`` with a reason and no mark; such a reason can't be sealed."""
        return [slot for slot in self.missing(slots) if self.at(slot).reason.strip()]

    def since(self, before: "Answers") -> Self:
        """What is different here from ``before``, also where something was cleared."""
        changed = {slot: f for slot, f in self.entries.items() if f != before.at(slot)}
        return type(self)(changed)

    def without(self, before: "Answers") -> Self:
        """What was filled in here that didn't stand in ``before``, each mark and reason alone."""
        old = {slot: before.at(slot) for slot in self.entries}
        return type(self)(
            {
                slot: Filled(
                    "" if f.typed == old[slot].typed else f.typed,
                    "" if f.reason == old[slot].reason else f.reason,
                )
                for slot, f in self.entries.items()
            }
        )

    @property
    def empty(self) -> bool:
        """Whether nothing at all is filled in."""
        return not any(f.typed or f.reason for f in self.entries.values())

    def sealed(self, slots: Iterable[Slot]) -> tuple[Answer, ...]:
        """The answers to seal; what was not filled in is left out, not imputed."""
        return tuple(
            Answer(
                indicator_id=slot[0],
                own=slot[1],
                mark=mark_of(filled.typed),
                reason=filled.reason,
            )
            for slot in slots
            if (filled := self.at(slot)).typed
        )

    def to_text(self) -> str:
        """The answers as the text of a draft."""
        return json.dumps(
            [[i, int(own), f.typed, f.reason] for (i, own), f in self.entries.items()]
        )

    @classmethod
    def from_text(cls, text: str | None) -> Self:
        """The answers in a draft; empty for none, and for one that is no such draft."""
        try:
            rows = json.loads(text or "[]")
            return cls({(str(i), bool(own)): Filled(str(t), str(r)) for i, own, t, r in rows})
        except (ValueError, TypeError):
            return cls()

    @classmethod
    def from_ballot(cls, ballot: Ballot | None) -> Self:
        """The answers that were sealed, to change them."""
        answers = ballot.answers if ballot else ()
        return cls({(a.indicator_id, a.own): Filled(typed_of(a.mark), a.reason) for a in answers})


def slots_of(work: Work) -> tuple[Slot, ...]:
    """What one rater is asked in this round: each indicator, then each about the own side."""
    ids = [item.indicator_id for item in work.items]
    asked = (False, True) if work.session.rules.self_estimate else (False,)
    return tuple((i, own) for own in asked for i in ids)


@dataclass(frozen=True)
class Form:
    """One form to fill in: of which side, whose by name, where its draft is kept.

    ``rater_id`` in side secrecy is only used to note who has answered. ``code``: the receipt of
    sealed answers that are being changed.
    """

    side: SideKey
    key: str
    rater_id: str | None = None
    code: str = field(default="", repr=False)
    sealed: Answers = field(default_factory=Answers, repr=False)

    def read(self, desk: Desk) -> Answers:
        """What is filled in: what was sealed before, and over it the draft."""
        draft = Answers.from_text(desk.draft(self.key))
        return Answers({**self.sealed.entries, **draft.entries})

    def renewed(self, work: Work) -> "Form":
        """The form with what is sealed now: a phone may have answered since it was made.

        Or taken back what was sealed: then it begins empty, but for what was typed here.
        """
        if self.code:
            now = form_with_code(work, self.code)
            return replace(self, sealed=now.sealed if now else Answers())
        if work.session.rules.secrecy == "name" and self.rater_id:
            return form_of_person(work, self.rater_id) or self
        return self

    def was_emptied(self, before: "Form") -> bool:
        """Whether what was sealed ``before`` was taken back since."""
        return bool(before.sealed.entries) and not self.sealed.entries

    def mark_is_sealed(self, answers: Answers, slot: Slot) -> bool:
        """Whether the mark there stands as it was sealed: nobody reads it before the reveal."""
        sealed = self.sealed.at(slot).typed
        return bool(sealed) and sealed == answers.at(slot).typed

    def reason_is_sealed(self, answers: Answers, slot: Slot) -> bool:
        """Likewise the reason: it can be replaced, and not read."""
        sealed = self.sealed.at(slot).reason
        return bool(sealed) and sealed == answers.at(slot).reason

    def keep(self, desk: Desk, answers: Answers) -> None:
        """Keep the draft: what was changed in this form, and nothing of what was sealed.

        So what a phone answers meanwhile stays, where this form says nothing else.
        """
        changed = answers.since(self.sealed)
        desk.keep_draft(self.key, changed.to_text() if changed.entries else None)


def form_of_person(work: Work, person_id: str) -> Form | None:
    """The form of somebody, by name; with what was sealed already. ``None`` for nobody."""
    person = work.partnership.person(person_id)
    if person is None:
        return None
    sealed = Answers.from_ballot(work.urn.of_rater(person_id))
    return Form(person.side, f"{DRAFTS}{person_id}", person_id, sealed=sealed)


def new_form(side: SideKey, rater_id: str | None = None) -> Form:
    """A form without a name, by side."""
    return Form(side, f"{DRAFTS}{side}/{secrets.token_hex(4)}", rater_id)


def begun_anew(desk: Desk, form: Form, before: Form) -> Form:
    """The form after its sealed answers were taken back; only what was typed in it stays.

    By side no code leads to a form that is gone; then it is one of those that were begun.
    """
    typed = Answers.from_text(desk.draft(form.key)).without(before.sealed)
    desk.keep_draft(form.key, None)
    if form.code and form_with_code(desk.work, form.code) is None:
        form = replace(form, key=new_form(form.side).key)
    form.keep(desk, typed)
    return form


def open_forms(desk: Desk, side: SideKey) -> tuple[str, ...]:
    """Keys of forms of ``side`` without a name that are begun and not sealed."""
    keys = desk.drafts_under(f"{DRAFTS}{side}/")
    return tuple(key for key in keys if not Answers.from_text(desk.draft(key)).empty)


def form_with_code(work: Work, code: str) -> Form | None:
    """The form of sealed answers with that receipt, by side; ``None`` when there is none."""
    receipt = receipt_hash(work.session.id, code)
    ballot = next((b for b in work.urn.ballots if b.receipt and b.receipt == receipt), None)
    if ballot is None:
        return None
    key = f"{DRAFTS}change/{receipt[:16]}"
    return Form(ballot.side, key, code=code, sealed=Answers.from_ballot(ballot))


def lost_reasons(work: Work, answers: Answers) -> str:
    """A warning when a reason stands without a mark, so that nobody loses words; else ``""``."""
    slots = answers.without_mark(slots_of(work))
    if not slots:
        return ""
    names = fmt_list([shorten_middle(work.indicator_name(i), 40) for i, _own in slots])
    return _("A reason without a mark is not sealed: {names}. Fill in a mark, or n.").format(
        names=names
    )


def new_code() -> str:
    """A receipt: eight letters and figures, random."""
    return "".join(secrets.choice(_CODE_LETTERS) for _n in range(8))
