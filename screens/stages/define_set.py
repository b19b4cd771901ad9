"""The set: the result of the vote, what is chosen of it, and in which order."""

from typing import ClassVar, Literal

from textual import work as worker
from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.widget import Widget

from screens.dialogs.form import Field, FormDialog, Values
from screens.dialogs.meaning_card import MeaningCard
from screens.plain import Text, joined, plain
from screens.stages.panes import Pane, pane_key
from screens.widgets.candidate_rows import (
    candidate_in_full,
    candidate_line,
    dots_bar,
    flat,
)
from screens.widgets.pick_list import PickList, Row
from sessionui.domain.indicators import Indicator
from sessionui.domain.intents.define import ChooseCandidate, EndIndicator, MoveIndicator
from sessionui.domain.session import Candidate, Define
from sessionui.domain.wording import Sentence
from sessionui.domain.work import Work
from sessionui.locale import N_, _, fmt_date, ngettext
from sessionui.text import shorten_middle

USUAL = 6


class TheSet(Pane):
    """The candidates by their dots on the left, the set in its order on the right."""

    NAME = "set"
    TITLE = N_("The set")
    KEYS: ClassVar[tuple[Binding, ...]] = (
        pane_key("set", "space", "choose", N_("In or out")),
        pane_key("set", "s", "side", N_("List or set")),
        pane_key("set", "u,ctrl+up", "up", N_("Up")),
        pane_key("set", "d,ctrl+down", "down", N_("Down")),
        pane_key("set", "x,delete,backspace", "end", N_("Take out")),
        pane_key("set", "o", "read", N_("Meaning"), show=False),
    )

    def compose(self) -> ComposeResult:
        """See Textual."""
        with Horizontal(id="set-columns"):
            with Vertical(id="set-result"):
                yield Text("", id="result-head", classes="heading")
                yield Text("", id="result-face", classes="quiet")
                yield PickList(id="result")
            with Vertical(id="set-chosen"):
                yield Text("", id="chosen-head", classes="heading")
                yield Text("", id="chosen-face", classes="quiet")
                yield PickList(id="chosen")
        yield Text("", id="set-card")

    # --- showing

    def count(self, work: Work) -> str:
        """How many are in force."""
        return str(len(work.partnership.in_force) or "")

    def show(self, work: Work) -> None:
        """See ``Pane``."""
        define = work.session.define
        candidates = _by_dots(define) if define.shown else []
        most = max((define.dots(c.id) for c in candidates), default=0)
        self.query_one("#result-head", Text).show(
            _("Result of the vote") if define.votes_shown else _("Candidates")
        )
        self.query_one("#result-face", Text).show(self._result_face(define))
        self.query_one("#result", PickList).show(
            [(c.id, self._candidate_row(work, c, most)) for c in candidates]
        )
        self._show_chosen(work)
        self._show_card()

    def _result_face(self, define: Define) -> str:
        if not define.candidates:
            return _("Nothing was proposed yet: write first (1).")
        if not define.shown:
            return _("Both lists are still hidden: show them first (2).")
        if not define.votes_shown:
            return _("The result of the vote (3) has not been shown.")
        return _("Space takes one into the set.")

    def _candidate_row(self, work: Work, candidate: Candidate, most: int) -> Content:
        define = work.session.define
        chosen = self._indicator_of(work, candidate)
        bar = dots_bar(define.dots(candidate.id), most) if define.votes_shown else Content("")
        return joined(
            plain("✓ " if chosen else "  ", "$success"),
            bar,
            candidate_line(
                candidate, "bold" if chosen else "", self.room // 2 - 4 - bar.cell_length
            ),
        )

    def _indicator_of(self, work: Work, candidate: Candidate) -> Indicator | None:
        """The indicator that was chosen from it, or from what was merged under it."""
        under = work.session.define.merged_under(candidate.id)
        ids = {candidate.id, *(c.id for c in under)}
        return next((i for i in work.partnership.in_force if i.candidate_id in ids), None)

    def _show_chosen(self, work: Work) -> None:
        chosen = work.partnership.in_force
        n = len(chosen)
        self.query_one("#chosen-head", Text).show(
            ngettext("{n} indicator", "{n} indicators", n).format(n=n)
        )
        words = _("About six is usual.") if n != USUAL else _("Six, as usual.")
        if n > 2 * USUAL:
            words = _("About six is usual; more than twelve is hard to talk about in one session.")
        self.query_one("#chosen-face", Text).show(words)
        rows: list[Row] = [
            (i.id, self._indicator_row(work, n, i)) for n, i in enumerate(chosen, start=1)
        ]
        rows += [
            (i.id, joined(plain(f" –  {flat(i.name)}", "dim strike"))) for i in self._ended(work)
        ]
        self.query_one("#chosen", PickList).show(rows)

    def _ended(self, work: Work) -> list[Indicator]:
        """Those that left the set; what this session only tried out stands in the list already."""
        define = work.session.define
        return [
            i
            for i in work.partnership.indicators
            if not i.in_force and define.candidate(i.candidate_id or "") is None
        ]

    def _indicator_row(self, work: Work, n: int, indicator: Indicator) -> Content:
        new = indicator.revisions[0].session_id == work.session.id
        return joined(
            plain(f"{n:>2}  ", "$accent"),
            plain(shorten_middle(flat(indicator.name), max(self.room // 2 - 12, 10)), "bold"),
            plain(f"  {_('new')}" if new and self._has_earlier(work) else "", "dim"),
        )

    def _has_earlier(self, work: Work) -> bool:
        mine = work.session.id
        return any(i.revisions[0].session_id != mine for i in work.partnership.indicators)

    def _show_card(self) -> None:
        card = self.query_one("#set-card", Text)
        work = self.desk.work
        if indicator := self._indicator():
            card.show(self._about(work, indicator))
        elif candidate := self._candidate():
            card.show(candidate_in_full(work.session.define, candidate))
        else:
            card.show("")

    def _about(self, work: Work, indicator: Indicator) -> Content:
        first = indicator.revisions[0]
        since = _("since {day}").format(day=fmt_date(first.at.date(), "long"))
        text = flat(indicator.meaning.text)
        if not indicator.in_force:
            text = _("ended: {reason}").format(reason=flat(indicator.ended_reason) or "–")
        return joined(
            plain(flat(indicator.name), "bold"),
            plain(f"  {since}", "dim"),
            plain(f"\n{text}" if text else ""),
        )

    # --- keys

    def can(self, do: str) -> bool | None:
        """See ``Pane``."""
        indicator = self._indicator()
        match do:
            case "choose":
                possible = indicator is not None or self._candidate() is not None
            case "up" | "down" | "end":
                possible = indicator is not None and indicator.in_force
            case "read":
                return indicator is not None
            case _:
                return True
        return self.open_to_change() if possible else False

    def home(self) -> Widget | None:
        """See ``Pane``."""
        for name in ("#result", "#chosen"):
            picker = self.query_one(name, PickList)
            if picker.option_count:
                return picker
        return None

    def _in_chosen(self) -> bool:
        focused = self.screen.focused
        if focused in (self.query_one("#result"), self.query_one("#chosen")):
            return focused is self.query_one("#chosen")
        return self.home() is self.query_one("#chosen")

    def _indicator(self) -> Indicator | None:
        """The picked indicator, when the set has the keyboard."""
        picked = self.query_one("#chosen", PickList).picked
        return self.desk.work.partnership.indicator(picked) if self._in_chosen() else None

    def _candidate(self) -> Candidate | None:
        """The picked candidate, when the result has the keyboard."""
        picked = self.query_one("#result", PickList).picked
        if self._in_chosen() or not picked:
            return None
        return self.desk.work.session.define.candidate(picked)

    def on_option_list_option_highlighted(self, event: PickList.OptionHighlighted) -> None:
        """Show it in full."""
        event.stop()
        self._show_card()
        self.refresh_keys()

    def on_descendant_focus(self) -> None:
        """What stands in full follows the keyboard."""
        self._show_card()
        self.refresh_keys()

    def on_option_list_option_selected(self, event: PickList.OptionSelected) -> None:
        """Enter or a click in the list takes it in or out; in the set it opens the meaning."""
        event.stop()
        if event.option_list.id == "chosen":
            self.do_read()
        elif self.can("choose"):
            self.do_choose()

    def do_side(self) -> None:
        """Go to the other list."""
        self.query_one("#result" if self._in_chosen() else "#chosen", PickList).focus()

    def do_choose(self) -> None:
        """Take the candidate into the set, or out of it; an ended indicator comes back."""
        if candidate := self._candidate():
            known = self._indicator_of(self.desk.work, candidate)
            chosen_id = known.candidate_id if known and known.candidate_id else candidate.id
            self.do(ChooseCandidate(chosen_id, chosen=known is None))
        elif indicator := self._indicator():
            if indicator.in_force:
                self.do_end()
            else:
                self.do(EndIndicator(indicator.id, in_force=True))

    def do_up(self) -> None:
        """One place up."""
        self._move(-1)

    def do_down(self) -> None:
        """One place down."""
        self._move(1)

    def _move(self, by: Literal[-1, 1]) -> None:
        if indicator := self._indicator():
            self.do(MoveIndicator(indicator.id, by))

    def reopen(self, form: str) -> None:
        """See ``Pane``."""
        name, _slash, indicator_id = form.partition("/")
        if name == "end":
            chosen = self.query_one("#chosen", PickList)
            chosen.pick(indicator_id)
            chosen.focus()
            self.call_after_refresh(self.do_end)

    @worker
    async def do_read(self) -> None:
        """Read the meaning and its earlier wordings."""
        if indicator := self._indicator():
            await self.app.push_screen_wait(MeaningCard(self.desk, indicator.id))

    @worker
    async def do_end(self) -> None:
        """Out of the set: what this session chose at once, an older one with a reason."""
        indicator = self._indicator()
        if indicator is None:
            return
        candidate = self.desk.work.session.define.candidate(indicator.candidate_id or "")
        if candidate is not None:
            self.do(ChooseCandidate(candidate.id, chosen=False))
            return

        def submit(values: Values) -> Sentence | None:
            reason = str(values["reason"]).strip()
            if not reason:
                return Sentence(N_("Say why it leaves the set; the reason stays in the record."))
            return self.desk.do(EndIndicator(indicator.id, reason=reason))

        title = _("Why does {name} leave the set?").format(name=shorten_middle(indicator.name, 40))
        fields = [Field("reason", _("Reason; its scores and meanings stay"), "area")]
        await self.app.push_screen_wait(
            FormDialog(self.desk, f"end/{indicator.id}", title, fields, submit)
        )


def _by_dots(define: Define) -> list[Candidate]:
    """By dots once the result is shown, else as they were written."""
    if not define.votes_shown:
        return list(define.standing)
    return sorted(define.standing, key=lambda c: -define.dots(c.id))
