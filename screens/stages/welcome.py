"""Welcome: purpose, ground rules, who is present, how scores will be shown, agenda."""

from datetime import date
from typing import ClassVar

from textual import work as worker
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content

from screens.dialogs.form import Field, FormDialog, Values
from screens.dialogs.person import add_person_form
from screens.plain import Text, joined, plain
from screens.stages.base import StageScreen
from screens.widgets.fields import RecordArea
from screens.widgets.pick_list import PickList
from screens.widgets.sides import SideColumn, SideColumns, side_name
from sessionui.domain.intents.base import Intent
from sessionui.domain.intents.walk import PlanSession
from sessionui.domain.intents.welcome import SetParticipant, SetPresence, SetRules, SetWelcome
from sessionui.domain.room import Topic
from sessionui.domain.scoring import Rules
from sessionui.domain.sides import SIDES, SideKey
from sessionui.domain.terms import Presence
from sessionui.domain.wording import Sentence
from sessionui.domain.work import Work
from sessionui.locale import N_, _
from sessionui.text import cell_width, shorten_middle

PRESENCE_SIGNS: dict[Presence, str] = {
    "expected": "?",
    "present": "✓",
    "absent_notice": "✗",
    "absent": "✗",
}
PRESENCE_WORDS: dict[Presence, str] = {
    "expected": N_("expected"),
    "present": N_("present"),
    "absent_notice": N_("absent with notice"),
    "absent": N_("absent without notice"),
}
_NEXT: dict[Presence, Presence] = {
    "expected": "present",
    "present": "absent_notice",
    "absent_notice": "absent",
    "absent": "expected",
}


def rules_text(rules: Rules) -> str:
    """How scores are given and shown, in a sentence."""
    if rules.secrecy == "name":
        text = _("By name: each score is shown with its rater.")
    else:
        text = _(
            "By side: scores are shown per side only, from {n} answers on, without a name."
        ).format(n=rules.threshold)
    if rules.self_estimate:
        text = f"{text} {_('Each side also scores itself.')}"
    if rules.half_marks:
        text = f"{text} {_('Half marks are allowed.')}"
    return text


class WelcomeScreen(StageScreen):
    """Who is here, and what we agree before we begin."""

    STAGE = "welcome"
    TITLE_TEXT = N_("Welcome")
    HELP_TEXT = N_(
        "Note who is present: space on a name goes through present, absent with notice and absent "
        "without notice. Agree together how scores will be shown, before anybody scores; it is "
        "printed in the minutes. Start the session with ctrl+s: from then on the clock runs."
    )
    AUTO_FOCUS = "#side-a PickList"
    CSS_PATH = "welcome.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("space", "presence", N_("Presence"), id="welcome.presence"),
        Binding("e", "everybody", N_("All here"), id="welcome.everybody"),
        Binding("a", "add", N_("Person"), id="welcome.add"),
        Binding("delete", "leave_out", N_("Not in this session"), id="welcome.out", show=False),
        Binding("r", "rules", N_("Scoring rules"), id="welcome.rules"),
        Binding("d", "plan", N_("Date and place"), id="welcome.plan", show=False),
    ]

    @property
    def topic(self) -> Topic:
        """See ``Frame``."""
        return Topic(kind="welcome")

    def compose_work(self) -> ComposeResult:
        """See ``StageScreen``."""
        with SideColumns():
            for side in SIDES:
                with SideColumn(side):
                    yield PickList(id=f"people-{side}")
        with Vertical(id="agreed"):
            yield Text("", id="rules")
            yield Text(_("Purpose"), classes="quiet")
            yield RecordArea("purpose", id="purpose")
            yield Text(_("Ground rules"), classes="quiet")
            yield RecordArea("ground_rules", id="ground-rules")

    def show_work(self, work: Work) -> None:
        """See ``StageScreen``."""
        for side in SIDES:
            column = self.query_one(f"#side-{side}", SideColumn)
            ids = work.raters(side)
            here = sum(work.session.presence_of(p) == "present" for p in ids)
            count = _("{here} of {total} present").format(here=here, total=len(ids))
            room = max(column.size.width - len(count) - 6, 10)
            column.head(joined(side_name(side, work.names[side], room), plain(f"  {count}", "dim")))
            self.query_one(f"#people-{side}", PickList).show([(p, self._row(work, p)) for p in ids])
        self.query_one("#rules", Text).show(
            joined(plain(_("Scores") + "  ", "$accent"), rules_text(work.session.rules))
        )
        for key, recorded in (
            ("purpose", work.session.purpose),
            ("ground_rules", work.session.ground_rules),
        ):
            field = self.query_one(f"#{key.replace('_', '-')}", RecordArea)
            field.show(recorded, self.desk.draft(key))

    def _row(self, work: Work, person_id: str) -> Content:
        person = work.partnership.person(person_id)
        presence = work.session.presence_of(person_id)
        if person is None:
            return Content("")
        here = presence == "present"
        note = person.role if here else _(PRESENCE_WORDS[presence])
        room = max(self.size.width // 2 - 8, 20)
        least = min(len(note), 8) if here else len(note)
        name = shorten_middle(person.name, max(room - least - 2, 14))
        return joined(
            plain(f"{PRESENCE_SIGNS[presence]} ", "$success" if here else "dim"),
            name,
            plain(f"  {shorten_middle(note, max(room - cell_width(name) - 2, 4))}", "dim"),
        )

    def on_resize(self) -> None:
        """Use the new width."""
        self.show()

    def record(self, key: str, text: str, *, entered: bool) -> Intent | None:
        """See ``StageScreen``."""
        del entered
        session = self.desk.work.session
        purpose = text if key == "purpose" else session.purpose
        ground_rules = text if key == "ground_rules" else session.ground_rules
        return SetWelcome(purpose, ground_rules)

    def reopen_form(self, key: str) -> None:
        """See ``StageScreen``."""
        if key == "person":
            self.action_add()
        elif key == "rules":
            self.action_rules()
        elif key == "plan":
            self.action_plan()
        else:
            super().reopen_form(key)

    def _picked(self) -> str | None:
        focused = self.focused
        return focused.picked if isinstance(focused, PickList) else None

    def on_option_list_option_selected(self, event: PickList.OptionSelected) -> None:
        """Enter or a click does what space does."""
        event.stop()
        self.action_presence()

    def action_presence(self) -> None:
        """Present, absent with notice, without, expected; and round again."""
        if person_id := self._picked():
            now = self.desk.work.session.presence_of(person_id)
            self.do(SetPresence(person_id, _NEXT[now]))

    def action_everybody(self) -> None:
        """Everybody who was expected is here."""
        session = self.desk.work.session
        for person_id in session.participants:
            if session.presence_of(person_id) == "expected":
                self.do(SetPresence(person_id, "present"))

    def action_leave_out(self) -> None:
        """This person does not take part in this session."""
        if person_id := self._picked():
            self.do(SetParticipant(person_id, takes_part=False))

    def _side(self) -> SideKey:
        return "b" if self.focused and self.focused.id == "people-b" else "a"

    @worker
    async def action_add(self) -> None:
        """Somebody comes along who was not expected."""
        await self.app.push_screen_wait(add_person_form(self.desk, self._side()))

    @worker
    async def action_plan(self) -> None:
        """Correct the date, the place or the facilitator."""
        session = self.desk.work.session
        await self.app.push_screen_wait(
            FormDialog(
                self.desk,
                "plan",
                _("Date and place"),
                [
                    Field("day", _("Date"), "date", session.date.isoformat()),
                    Field("place", _("Place"), value=session.place),
                    Field("facilitator", _("Facilitator"), value=session.facilitator),
                ],
                self._set_plan,
            )
        )

    def _set_plan(self, values: Values) -> Sentence | None:
        day = values["day"]
        if not isinstance(day, date):
            return Sentence(N_("A session needs a date."))
        return self.desk.do(PlanSession(day, str(values["place"]), str(values["facilitator"])))

    @worker
    async def action_rules(self) -> None:
        """Choose together how scores are given and shown."""
        rules = self.desk.work.session.rules
        secrecy = (
            ("name", plain(_("By name: each score is shown with its rater"))),
            ("side", plain(_("By side: scores are shown per side only"))),
        )
        await self.app.push_screen_wait(
            FormDialog(
                self.desk,
                "rules",
                _("How scores will be shown"),
                [
                    Field("secrecy", _("Secrecy"), "choice", rules.secrecy, secrecy),
                    Field(
                        "threshold",
                        _("By side: hide a side's figures below this many answers"),
                        value=str(rules.threshold),
                    ),
                    Field(
                        "self_estimate",
                        _("Each side also scores itself"),
                        "check",
                        "1" if rules.self_estimate else "",
                    ),
                    Field(
                        "half_marks",
                        _("Half marks are allowed"),
                        "check",
                        "1" if rules.half_marks else "",
                    ),
                ],
                self._set_rules,
            )
        )

    def _set_rules(self, values: Values) -> Sentence | None:
        threshold = str(values["threshold"]).strip()
        return self.desk.do(
            SetRules(
                secrecy="side" if values["secrecy"] == "side" else "name",
                threshold=int(threshold) if threshold.isdecimal() else 0,
                self_estimate=bool(values["self_estimate"]),
                half_marks=bool(values["half_marks"]),
            )
        )
