"""Close: the overall mark, a short checklist, what is still missing, and the confirmation."""

from collections.abc import Callable
from datetime import date
from functools import cached_property
from typing import TYPE_CHECKING, ClassVar

from textual import work as worker
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, VerticalScroll
from textual.content import Content
from textual.widgets import Digits

from screens.dialogs.choose import ChooseDialog
from screens.dialogs.confirm import ConfirmDialog
from screens.dialogs.export import ExportDialog
from screens.dialogs.form import Field, FormDialog, Values
from screens.dialogs.notes import NotesDialog
from screens.phones.opening import open_phones
from screens.plain import Text, joined, plain
from screens.stages.base import StageScreen
from screens.stages.close_texts import overall_text, parked_text, trust_text
from screens.version_words import ALTERED, topic_of, version_text
from screens.widgets.pick_list import PickList, Row
from screens.year import year_screen
from sessionui.domain.completeness import missing, remarks, standing, waved_through
from sessionui.domain.intents.base import FINAL
from sessionui.domain.intents.close import (
    ConfirmMinutes,
    LookAgain,
    RecordClosing,
    ReopenSession,
    WaveThrough,
    WithdrawConfirmation,
)
from sessionui.domain.intents.people import SetNextSession
from sessionui.domain.minutes.handed_out import NOTHING_OF_A_REHEARSAL
from sessionui.domain.parking import open_points
from sessionui.domain.room import Topic
from sessionui.domain.session import Closing, Session
from sessionui.domain.sides import SIDES, SIGNS, SideKey
from sessionui.domain.terms import Surprise
from sessionui.domain.wording import Sentence
from sessionui.domain.work import Work
from sessionui.locale import N_, _, fmt_date, fmt_datetime, fmt_mark, language, ngettext, phrase
from sessionui.text import shorten_middle

if TYPE_CHECKING:
    from sessionui.domain.minutes.document import VersionNote

SURPRISES: dict[Surprise, str] = {
    "no": N_("no, we knew from each other"),
    "a_little": N_("a little"),
    "yes": N_("yes"),
}


class CloseScreen(StageScreen):
    """The last stage: nobody stands up before the minutes are confirmed and handed out."""

    STAGE = "close"
    TITLE_TEXT = N_("Closing")
    HELP_TEXT = N_(
        "Go through the list from top to bottom: enter opens a line. The surprise check asks "
        "whether any score surprised somebody; the aim is no. What is still missing for the "
        "minutes stands below the list; it is told, not forbidden, and w lets one of them pass, "
        "which is then noted. Both sides confirm by name, "
        "then the minutes are final. Export them before anybody leaves, or let phones take them "
        "home (p)."
    )
    AUTO_FOCUS = "#checklist"
    CSS_PATH = "close.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "open", N_("Open"), id="close.open"),
        Binding("c", "confirm", N_("Confirm"), id="close.confirm"),
        Binding("v", "minutes", N_("View minutes"), id="close.view"),
        Binding("x", "export", N_("Export"), id="close.export"),
        Binding("p", "phones", N_("To phones"), id="close.phones"),
        Binding("o", "reopen", N_("Reopen"), id="close.reopen"),
        Binding("w", "wave", N_("Wave through"), id="close.wave", show=False),
        Binding("y", "year", N_("Year picture"), id="close.year", show=False),
    ]

    def prompt_texts(self, work: Work) -> tuple[str, str]:
        """See ``StageScreen``."""
        if work.session.state == "confirmed":
            return _("Does everybody have the minutes?"), _("Hand them out before anybody leaves.")
        return super().prompt_texts(work)

    @property
    def topic(self) -> Topic:
        """See ``Frame``."""
        return topic_of(self._in_force(), "closing")

    _confirmed: "VersionNote | None" = None

    def _in_force(self) -> "VersionNote | None":
        """The version that was confirmed; read once, for the room asks at every change."""
        at = self.desk.work.session.confirmed_at
        known = self._confirmed.confirmed_at if self._confirmed else None
        if at != known:
            self._confirmed = self.desk.in_force if at else None
        return self._confirmed

    def compose_work(self) -> ComposeResult:
        """See ``StageScreen``."""
        with Horizontal(id="overall"):
            yield Digits("", id="overall-mark")
            yield Text("", id="overall-text")
        yield PickList(id="checklist")
        with VerticalScroll(id="missing-scroll", can_focus=False):
            yield Text("", id="missing")

    def show_work(self, work: Work) -> None:
        """See ``StageScreen``."""
        mark = work.revealed.overall.mark
        digits = self.query_one("#overall-mark", Digits)
        digits.display = mark is not None
        if mark is not None:
            digits.update(fmt_mark(mark))
        self.query_one("#overall-text", Text).show(overall_text(work))
        self.query_one("#checklist", PickList).show(self._rows(work))
        self.query_one("#missing", Text).show(self._missing(work))

    def _rows(self, work: Work) -> list[Row]:
        session, closing = work.session, work.session.closing
        next_day = work.next_session
        rows = [
            *(
                [self._row("surprise", _("Surprise check"), self._surprise(closing))]
                if session.stage_state("reveal")
                else []
            ),
            self._row("trust", _("Trust pulse"), trust_text(closing)),
            self._row("checkout", _("Check-out"), closing.check_out),
            self._row("next", _("Next session"), self._next_text(next_day)),
            self._row("parking", _("Parking lot"), parked_text(work), done=not open_points(work)),
            self._row("read", _("Read back to the room"), self._read_back(work)),
            *(self._confirm_row(work, side) for side in SIDES),
        ]
        if session.reopenings:
            last = session.reopenings[-1]
            text = f"{fmt_datetime(last.at)} {last.reason}"
            rows.append(self._row("reopened", _("Reopened"), text))
        return rows

    def _row(self, key: str, label: str, value: str, *, done: bool | None = None) -> Row:
        width = max(self.size.width - 34, 20)
        done = bool(value) if done is None else done
        return key, joined(
            plain("✓ " if done else "· ", "$success" if done else "dim"),
            plain(shorten_middle(label, 24).ljust(26), "bold"),
            plain(shorten_middle(" ".join(value.split()), width) if value else "–"),
        )

    @cached_property
    def _planned(self) -> Session | None:
        """What is planned after this session; it stays while this session is open."""
        return self.desk.planned_next()

    def _next_text(self, day: date | None) -> str:
        if day is None:
            return ""
        if self._planned is None or self._planned.date == day:
            return fmt_date(day, "full")
        days = {"day": fmt_date(day), "planned": fmt_date(self._planned.date)}
        return _("{day} · but planned is {planned}").format(**days)

    def _surprise(self, closing: Closing) -> str:
        if closing.surprise is None:
            return ""
        text = _(SURPRISES[closing.surprise])
        return f"{text}: {closing.surprise_note}" if closing.surprise_note else text

    def _read_back(self, work: Work) -> str:
        read_at = work.session.minutes_read_at
        return fmt_datetime(read_at) if read_at else ""

    def _confirm_row(self, work: Work, side: SideKey) -> Row:
        found = next((c for c in work.session.confirmations if c.side == side), None)
        name = shorten_middle(work.names[side], 20)
        label = f"{SIGNS[side]} {name}"
        if found is None:
            return f"confirm-{side}", joined(
                plain("· ", "dim"),
                plain(label.ljust(26), f"bold $side-{side}"),
                plain(_("does not confirm the minutes yet"), "dim"),
            )
        when = fmt_datetime(found.at)
        text = _("confirmed by {name}, {when}").format(name=found.name, when=when)
        return f"confirm-{side}", joined(
            plain("✓ ", "$success"), plain(label.ljust(26), f"bold $side-{side}"), text
        )

    def _missing(self, work: Work) -> Content:
        if self.desk.altered:
            return plain(_(ALTERED), "$warning")
        if work.session.state == "confirmed":
            said = plain(_("The minutes are confirmed and final. Export them with x."), "$success")
            version = self._in_force()
            if version is None:
                return said
            code = version_text(version.number, version.content_hash)
            return joined(said, "\n", plain(code))
        sentences = missing(work, self.desk.holiday)
        if not sentences:
            return plain(_("Nothing is missing."), "$success")
        count = ngettext("{n} thing to look at", "{n} things to look at", len(sentences))
        hint = _("w lets one pass")
        said = plain(count.format(n=len(sentences)), "$accent")
        lines = [joined(said, plain(f" · {hint}", "dim"))]
        lines += [plain(f"  {phrase(s.template, s.values)}") for s in sentences]
        return Content("\n").join(lines)

    def on_resize(self) -> None:
        """Use the new width."""
        self.show()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Confirm what is not confirmed; reopen what is."""
        confirmed = self.desk.work.session.state == "confirmed"
        if action in ("confirm", "wave"):
            return not confirmed
        if action in ("reopen", "phones"):
            return confirmed
        if action == "year":
            return bool(self.desk.work.rounds) or None
        return super().check_action(action, parameters)

    def reopen_form(self, key: str) -> None:
        """See ``StageScreen``."""
        forms: dict[str, Callable[[], object]] = {
            "surprise": self._ask_surprise,
            "trust": self._ask_trust,
            "check-out": self._ask_check_out,
            "next-session": self._ask_next,
            "reopen": self.action_reopen,
        }
        if key in forms:
            forms[key]()
        elif key.startswith("wave/"):
            self._ask_reason(key.removeprefix("wave/"))
        else:
            super().reopen_form(key)

    # --- keys

    def on_option_list_option_selected(self, event: PickList.OptionSelected) -> None:
        """Enter or a click opens the line."""
        event.stop()
        self.action_open()

    def action_open(self) -> None:
        """Fill in the picked line."""
        picked = self.query_one("#checklist", PickList).picked or ""
        opened: dict[str, Callable[[], object]] = {
            "surprise": self._ask_surprise,
            "trust": self._ask_trust,
            "parking": self.action_parking,
            "checkout": self._ask_check_out,
            "next": self._ask_next,
            "read": self.action_minutes,
            "confirm-a": lambda: self._ask_confirmation("a"),
            "confirm-b": lambda: self._ask_confirmation("b"),
        }
        if picked in opened:
            opened[picked]()

    def _close_with(self, **changes: object) -> Sentence | None:
        closing = self.desk.work.session.closing
        values = closing.model_dump() | changes
        return self.desk.do(RecordClosing(**values))

    @worker
    async def _ask_surprise(self) -> None:
        closing = self.desk.work.session.closing
        options = tuple((key, plain(_(word))) for key, word in SURPRISES.items())
        await self.app.push_screen_wait(
            FormDialog(
                self.desk,
                "surprise",
                _("Did any score surprise you?"),
                [
                    Field("surprise", _("Answer"), "choice", closing.surprise or "", options),
                    Field("note", _("What surprised, and whom"), "area", closing.surprise_note),
                ],
                lambda v: self._close_with(surprise=v["surprise"], surprise_note=str(v["note"])),
            )
        )

    @worker
    async def _ask_trust(self) -> None:
        closing = self.desk.work.session.closing
        names = self.desk.work.names
        steps = tuple((str(n), plain(str(n))) for n in range(1, 6))
        await self.app.push_screen_wait(
            FormDialog(
                self.desk,
                "trust",
                _("Trust pulse: how much do we trust that we'll do what we agreed? 1 to 5"),
                [
                    Field("a", names["a"], "choice", str(closing.trust_a or ""), steps),
                    Field("b", names["b"], "choice", str(closing.trust_b or ""), steps),
                ],
                self._set_trust,
            )
        )

    def _set_trust(self, values: Values) -> Sentence | None:
        def number(key: str) -> int | None:
            return int(str(values[key])) if values[key] else None

        return self._close_with(trust_a=number("a"), trust_b=number("b"))

    @worker
    async def _ask_check_out(self) -> None:
        def meaning(text: str) -> RecordClosing:
            closing = self.desk.work.session.closing
            return RecordClosing(**(closing.model_dump() | {"check_out": text}))

        recorded = self.desk.work.session.closing.check_out
        title = _("Check-out: what do you take with you?")
        await self.app.push_screen_wait(
            NotesDialog(self.desk, "check-out", title, recorded, meaning)
        )

    @worker
    async def _ask_next(self) -> None:
        if self.desk.work.session.state == "confirmed":
            self.tell(_(FINAL))
            return
        day = self.desk.work.next_session or (self._planned.date if self._planned else None)
        set_now = await self.app.push_screen_wait(
            FormDialog(
                self.desk,
                "next-session",
                _("When do we meet next?"),
                [Field("day", _("Date"), "date", fmt_date(day, "short") if day else "")],
                self._set_next,
            )
        )
        day, planned = self.desk.work.next_session, self._planned
        if set_now and planned is not None and day not in (None, planned.date):
            text = _("Another day is planned already: {kind}, {day}.")
            kind = _(planned.kind_data.name)
            self.tell(text.format(kind=kind, day=fmt_date(planned.date, "full")))

    def _set_next(self, values: Values) -> Sentence | None:
        day = values["day"]
        return self.desk.do(SetNextSession(day if isinstance(day, date) else None))

    @worker
    async def action_wave(self) -> None:
        """Let one of the remarks pass, with a reason; or look at it again."""
        work = self.desk.work
        waved = waved_through(work, self.desk.holiday)
        rows: list[Row] = [
            (r.key, plain(f"· {phrase(r.sentence.template, r.sentence.values)}"))
            for r in standing(work, self.desk.holiday)
        ]
        rows += [
            (r.key, plain(f"✓ {phrase(r.sentence.template, r.sentence.values)} {reason}", "dim"))
            for r, reason in waved
        ]
        if not rows:
            self.tell(_("Nothing is missing."))
            return
        explanation = _("It is noted in the minutes that it was let pass (✓); again takes it back.")
        key = await self.app.push_screen_wait(
            ChooseDialog(_("What may pass as it is?"), rows, explanation)
        )
        if key in {r.key for r, _reason in waved}:
            self.do(LookAgain(key))
        elif key:
            self._ask_reason(key)

    @worker
    async def _ask_reason(self, key: str) -> None:
        title = _("Why may it pass? (may stay empty)")
        said = [r.sentence for r in remarks(self.desk.work, self.desk.holiday) if r.key == key]
        if said:
            title = f"{phrase(said[0].template, said[0].values)}\n{title}"

        def meaning(text: str) -> WaveThrough:
            return WaveThrough(key, text)

        await self.app.push_screen_wait(NotesDialog(self.desk, f"wave/{key}", title, "", meaning))

    def action_confirm(self) -> None:
        """Confirm for the picked side, or for the first that has not confirmed."""
        picked = self.query_one("#checklist", PickList).picked or ""
        confirmed = {c.side for c in self.desk.work.session.confirmations}
        side: SideKey = "b" if picked == "confirm-b" or "a" in confirmed else "a"
        self._ask_confirmation(side)

    @worker
    async def _ask_confirmation(self, side: SideKey) -> None:
        work = self.desk.work
        if work.session.state == "confirmed":
            self.tell(_("The minutes are confirmed and final."))
            return
        if any(c.side == side for c in work.session.confirmations):
            question = _("Take back the confirmation of {side}?").format(side=work.names[side])
            if await self.app.push_screen_wait(ConfirmDialog(question)):
                self.do(WithdrawConfirmation(side))
            return
        here = [p for p in work.raters(side) if work.session.presence_of(p) == "present"]
        people = [(p, plain(work.person_name(p))) for p in here or work.raters(side)]
        title = _("Who confirms the minutes for {side}?").format(side=work.names[side])
        sentences = missing(work, self.desk.holiday)
        note = ngettext(
            "{n} thing is still to be looked at; it is told, not forbidden.",
            "{n} things are still to be looked at; it is told, not forbidden.",
            len(sentences),
        )
        explanation = note.format(n=len(sentences)) if sentences else ""
        if work.session.minutes_read_at is None:
            unread = _("The minutes were not read back to the room yet.")
            explanation = f"{unread} {explanation}"
        if work.session.confirmations:
            explanation = (
                f"{_('With this second confirmation the minutes are final.')} {explanation}"
            )
        if not people:
            self.tell(_("There is nobody on this side yet: add people in Welcome."))
            return
        person_id = await self.app.push_screen_wait(ChooseDialog(title, people, explanation))
        if person_id:
            self.do(ConfirmMinutes(side, work.person_name(person_id)))

    @worker
    async def action_reopen(self) -> None:
        """Open confirmed minutes again, with the reason on record."""
        title = _("Why are the confirmed minutes opened again?")
        await self.app.push_screen_wait(NotesDialog(self.desk, "reopen", title, "", ReopenSession))

    @worker
    async def action_phones(self) -> None:
        """A code with which phones take the minutes and the calendar home."""
        await open_phones(self, self.desk)

    def action_year(self) -> None:
        """All indicators over all rounds."""
        self.app.push_screen(year_screen(self.desk))

    @worker
    async def action_export(self) -> None:
        """Write the minutes to files."""
        self.flush()
        if self.desk.work.session.rehearsal:
            self.say(Sentence(NOTHING_OF_A_REHEARSAL))
            return
        await self.app.push_screen_wait(ExportDialog(self.desk, language()))
