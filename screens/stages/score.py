"""Score: who has answered and who is missing; never anything of a score (method, stage 5)."""

from typing import ClassVar

from textual import work as worker
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.content import Content

from screens.dialogs.person import add_person_form
from screens.phones.opening import open_phones
from screens.plain import Text, joined, plain
from screens.stages.base import StageScreen
from screens.stages.round_without import no_indicators_text
from screens.stages.score_answers import DRAFTS
from screens.stages.score_flow import change_with_code, pass_keyboard, resume
from screens.stages.score_forms import FormsDialog
from screens.stages.score_import import ImportDialog
from screens.stages.score_list import head, row, taken_back, unnamed
from screens.stages.score_lock import lock
from screens.stages.score_paper import PaperScreen
from screens.stages.welcome import rules_text
from screens.too_many import too_many
from screens.widgets.pick_list import PickList
from screens.widgets.sides import SideColumn, SideColumns
from sessionui.domain.intents.score import UnlockRound
from sessionui.domain.room import Topic
from sessionui.domain.sides import SIDES, SideKey
from sessionui.domain.work import Work
from sessionui.locale import N_, _, fmt_time, language, ngettext


class ScoreScreen(StageScreen):
    """Both sides' raters: who has answered, who is missing."""

    STAGE = "score"
    TITLE_TEXT = N_("Score")
    HELP_TEXT = N_(
        "Everybody scores the other side on each indicator, with a reason. Pass the keyboard to "
        "one after the other (enter on a name), type a side's paper forms in a grid, mail forms "
        "(m) and take in what comes back, take in a sheet (i), or let phones in (p). Marks stay "
        "sealed until the reveal: this screen shows who has answered and who is missing, and "
        "nothing of any score. Answers can be changed until the scoring is locked; lock it when "
        "everybody has answered or nobody more is expected."
    )
    AUTO_FOCUS = "#raters-a"
    CSS_PATH = "score.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "pass", N_("Pass keyboard"), id="score.pass"),
        Binding("g", "paper", N_("Grid"), id="score.paper"),
        Binding("i", "import", N_("Import"), id="score.import"),
        Binding("m", "forms", N_("Mail"), id="score.forms"),
        Binding("p", "phones", N_("Phones"), id="score.phones"),
        Binding("c", "code", N_("Change by code"), id="score.code"),
        Binding("a", "add", N_("Add person"), id="score.add", show=False),
        Binding("l", "lock", N_("Lock"), id="score.lock"),
        Binding("u", "unlock", N_("Unlock"), id="score.unlock"),
    ]

    # A key that came early, between two screens of it, doesn't pass the keyboard a second time.
    _passing = False

    @property
    def topic(self) -> Topic:
        """See ``Frame``."""
        return Topic(kind="turnout")

    def compose_work(self) -> ComposeResult:
        """See ``StageScreen``."""
        yield Text("", id="state")
        with SideColumns():
            for side in SIDES:
                with SideColumn(side):
                    yield PickList(id=f"raters-{side}")
        yield Text("", id="agreed")

    # --- what is shown

    def show_work(self, work: Work) -> None:
        """See ``StageScreen``."""
        self.query_one("#state", Text).show(self._state(work))
        width = (self.query_one("#work").content_size.width or self.size.width) // 2 - 4
        for side in SIDES:
            turnout = work.side_turnout(side)
            self.query_one(f"#side-{side}", SideColumn).head(head(work, turnout, width))
            rows = [(p, row(work, p, turnout, width)) for p in work.raters(side)]
            rows += [(f"unnamed-{side}", unnamed(turnout))] if turnout.unnamed else []
            rows += [(f"unnamed-back-{side}", taken_back(turnout))] if turnout.taken_back else []
            self.query_one(f"#raters-{side}", PickList).show(rows)
        self.query_one("#agreed", Text).show(
            joined(
                plain(_("Scores") + "  ", "$accent"),
                plain(rules_text(work.session.rules), "dim"),
                self._phones(),
            )
        )

    def _phones(self) -> Content:
        """Where phones come in, while they can."""
        host = self.desk.phones
        if not host.running:
            return self._phones_off()
        text = _("{address}, code {code}").format(address=host.typed, code=host.code)
        return joined(plain("\n" + _("Phones") + "  ", "$accent"), plain(text, "dim"))

    def _phones_off(self) -> Content:
        """That phones get nothing now, where they or forms were asked for before."""
        session = self.desk.work.session
        if not session.phones.secret or session.locked or self.desk.read_only:
            return Content("")
        text = _("off; p lets them in")
        return joined(plain("\n" + _("Phones") + "  ", "$accent"), plain(text, "dim"))

    def _state(self, work: Work) -> Content:
        session = work.session
        if not work.items:
            return plain(no_indicators_text(work))
        more = "".join(f"\n{sentence}" for sentence in too_many(work))
        if session.locked_at is not None:
            text = _("Locked at {time}. Nobody can score any more; the reveal can begin.")
            locked = plain(text.format(time=fmt_time(session.locked_at)), "bold")
            return joined(locked, plain(more, "$warning"))
        if more:
            return plain(more.strip(), "$warning")
        turnouts = [work.side_turnout(side) for side in SIDES]
        if all(t.answered >= t.expected for t in turnouts) and work.has_ballots:
            return plain(_("Everybody has answered. Lock the scoring with l, then reveal."), "bold")
        how = plain(_("Enter on a name passes the keyboard: nobody else looks."))
        open_forms = len(self.desk.drafts_under(DRAFTS))
        if not open_forms:
            return how
        begun = ngettext(
            "{n} form is begun and not sealed.", "{n} forms are begun and not sealed.", open_forms
        )
        return joined(how, plain(f" {begun.format(n=open_forms)}", "$warning"))

    def on_resize(self) -> None:
        """Use the new width."""
        self.call_after_refresh(self.show)

    def reopen_form(self, key: str) -> None:
        """See ``StageScreen``; a questionnaire that was open begins with the hand-over again."""
        if key.startswith("answers/"):
            self.action_resume(key.removeprefix("answers/"))
        elif key == "person":
            self.action_add()
        elif key == "receipt":
            self.action_code()
        else:
            super().reopen_form(key)

    # --- keys

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """See ``StageScreen``."""
        session = self.desk.work.session
        revealed = any(d.revealed_at for d in session.discussions)
        possible: dict[str, bool | None] = {
            "lock": (self.desk.work.has_ballots or None) if not session.locked else False,
            "unlock": session.locked and (not revealed or None),
            "code": not session.locked and session.rules.secrecy == "side",
            "phones": not self.desk.read_only and bool(self.desk.work.items),
            # Answers that somebody really gave have no place in a rehearsal.
            **dict.fromkeys(("import", "forms"), not (session.locked or session.rehearsal)),
            **dict.fromkeys(("pass", "paper"), not session.locked),
        }
        if action in possible:
            return possible[action]
        return super().check_action(action, parameters)

    def _side(self) -> SideKey:
        return "b" if self.focused and self.focused.id == "raters-b" else "a"

    def on_option_list_option_selected(self, event: PickList.OptionSelected) -> None:
        """Enter or a click on a name passes the keyboard."""
        event.stop()
        self.action_pass()

    @worker
    async def action_pass(self) -> None:
        """Pass the keyboard to the picked person."""
        raters = self.query_one(f"#raters-{self._side()}", PickList)
        picked = raters.picked
        if self._passing or not picked or picked.startswith("unnamed"):
            return
        self._passing = True
        try:
            await pass_keyboard(self, self.desk, picked)
        finally:
            self._passing = False
        self.show()
        missing = self.desk.work.side_turnout(self._side()).missing
        if missing and picked not in missing:
            raters.pick(missing[0])

    @worker
    async def action_resume(self, key: str) -> None:
        """Go on with the form that was open when the program ended."""
        await resume(self, self.desk, key)
        self.show()

    @worker
    async def action_code(self) -> None:
        """Change sealed answers by their receipt code."""
        await change_with_code(self, self.desk)
        self.show()

    @worker
    async def action_paper(self) -> None:
        """Type the answers of a side from paper."""
        await self.app.push_screen_wait(PaperScreen(self.desk, self._side()))
        self.show()

    @worker
    async def action_import(self) -> None:
        """Take in answers from forms or a sheet."""
        await self.app.push_screen_wait(ImportDialog(self.desk))
        self.show()

    @worker
    async def action_forms(self) -> None:
        """Write the questionnaire as forms to mail."""
        await self.app.push_screen_wait(FormsDialog(self.desk, language()))
        self.show()

    @worker
    async def action_phones(self) -> None:
        """Let phones in, or see how they are doing."""
        await open_phones(self, self.desk)
        self.show()

    @worker
    async def action_add(self) -> None:
        """Somebody comes along who was not expected."""
        await self.app.push_screen_wait(add_person_form(self.desk, self._side()))

    @worker
    async def action_lock(self) -> None:
        """Close the scoring, after who is missing was said."""
        await lock(self, self.desk)

    def action_unlock(self) -> None:
        """Open the scoring again; only while nothing was revealed."""
        self.do(UnlockRound())
