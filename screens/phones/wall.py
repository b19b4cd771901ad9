"""The phones screen, made for the wall: codes to scan, address and code to type, who is done."""

from typing import ClassVar, Literal

from textual import work as worker
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Center, Horizontal, Vertical
from textual.content import Content

from screens.desk import Desk
from screens.dialogs.confirm import ConfirmDialog
from screens.dialogs.form import Field, FormDialog
from screens.frame import Frame
from screens.phones.before_the_room import join_code
from screens.phones.one_code import BELOW as BELOW_ONE
from screens.phones.one_code import OneCodeScreen
from screens.phones.personal import PersonalScreen
from screens.phones.wall_words import code_beside, state_text, tight_notes, to_type, turnout_lines
from screens.plain import Text, joined, plain
from screens.room.pages.join_tight import password, tight
from screens.widgets.header import HeaderLine
from screens.widgets.key_bar import KeyBar
from screens.widgets.letters import fitting_letters
from screens.widgets.qr_code import QUIET, TIGHT, Matrix, QrCode, drawing
from sessionui.domain.intents.base import Intent
from sessionui.domain.intents.phones import RenewRoomCode, ShowRevealedOnPhones
from sessionui.domain.room import Topic
from sessionui.domain.work import Work
from sessionui.locale import N_, _
from sessionui.text import cell_width, one_line, shorten_middle

Shape = Literal["below", "beside", "tight", "compact"]
BESIDE = 40
"""Cells that the words need beside the codes."""

BELOW = 18
"""Rows that they need below them in full, with the labels above the codes."""


class PhonesScreen(Frame):
    """Everything that a room needs to come in by phone. Nothing of any score."""

    TITLE_TEXT = N_("Phones")
    HELP_TEXT = N_(
        "For the wall: people join the Wi-Fi with the first code and open the page with the "
        "second, or type the address and then the six characters. They pick their name or their "
        "side, answer one indicator after the other, and can change everything until you lock the "
        "scoring. You see who has finished and who has begun, and nothing of any score.\n\n"
        "The codes are black on white whatever the colours of the screen. To be scanned from four "
        "metres a module has to be 12 millimetres wide on the wall: on a picture two metres wide "
        "that is a window of at most 160 columns. If a phone can't read a code, x shows it as "
        "large as the window allows, and larger letters in the terminal help too.\n\n"
        "Nobody has to use a phone: pass the keyboard, type from paper or take in a form "
        "meanwhile. The server goes on when you leave this screen, and stops with s, when you "
        "leave the session and when the program ends."
    )
    CSS_PATH = "phones.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("x", "large", N_("Large"), id="phones.large"),
        Binding("w", "wifi", N_("Wi-Fi"), id="phones.wifi"),
        Binding("p", "personal", N_("Personal"), id="phones.personal"),
        Binding("r", "results", N_("Results"), id="phones.results"),
        Binding("n", "renew", N_("New code"), id="phones.renew"),
        Binding("s", "stop", N_("Stop"), id="phones.stop"),
        Binding("escape", "close", N_("Back"), id="phones.close"),
    ]

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.desk = desk
        self._shown: tuple[str, str, str] = ("", "", "")
        self._matrices: dict[str, tuple[Matrix, ...]] = {}
        self._drawn: list[str] = []
        self._each = 0
        self._seen: tuple[object, ...] = ()
        self._work: Work | None = None

    @property
    def topic(self) -> Topic:
        """See ``Frame``: the codes of the room, never those of one person."""
        return Topic(kind="join_code", join=join_code(self.desk, self._matrices))

    def compose(self) -> ComposeResult:
        """See Textual."""
        yield HeaderLine()
        yield Text("", id="tight")
        with Center(id="wall"):
            with Horizontal(id="codes"):
                for name in ("wifi", "room"):
                    with Vertical(id=f"box-{name}", classes="code-box"):
                        yield Text("", id=f"label-{name}", classes="code-label")
                        yield QrCode(id=f"code-{name}")
            with Vertical(id="words"):
                yield Text("", id="wifi")
                yield Text("", id="address")
                yield Text("", id="code")
                with Vertical(id="who"):
                    yield Text("", id="turnout")
                    yield Text("", id="phones-state")
        yield KeyBar()

    def on_mount(self) -> None:
        """Begin; what phones do shows at most twice a second."""
        self.set_interval(0.5, self._look)
        self.show()

    def on_resize(self) -> None:
        """Use the new room."""
        self.call_after_refresh(self.show)

    # --- what is shown

    def _look(self) -> None:
        """Show what has changed; nothing is painted for nothing."""
        host, work = self.desk.phones, self.desk.work
        seen = (host.running, host.typed, host.joined, host.wifi)
        if self.is_current and (seen != self._seen or work is not self._work):
            self._seen, self._work = seen, work
            self.show()

    def show(self) -> None:
        """Bring everything up to date."""
        if not self.is_mounted or not self.query("#phones-state"):
            return
        work = self.desk.work
        self.query_one(HeaderLine).show(work)
        self._make_codes(work)
        self.query_one(HeaderLine).display = True
        shape = self._lay_out()
        self.query_one("#tight").display = shape == "tight"
        self.query_one("#wall").display = shape != "tight"
        self._show_labels(shape)
        self._show_words(work, shape)
        self.refresh_bindings()

    def _make_codes(self, work: Work) -> None:
        """Make the QR codes anew when what they say has changed."""
        host = self.desk.phones
        confirmed = work.session.state == "confirmed"
        said = (f"{host.typed} {host.code} {confirmed}", *host.wifi)
        if said == self._shown:
            return
        self._shown = said
        room = host.take_home_code() if confirmed else host.room_code()
        self._matrices = {"wifi": host.wifi_code() if host.running else (), "room": room}

    def _lay_out(self) -> Shape:
        """Draw the codes as large as they can be; where the words go."""
        width, height = self.size.width - 2, self.size.height - 2
        shape = self._shape(width, height)
        wall = self.query_one("#wall")
        for name in ("below", "beside", "compact"):
            wall.set_class(name == shape, f"-{name}")
        room_for = {"below": height - BELOW, "beside": height - 2}.get(shape, height - 5)
        self._each = each = (width - 4 * (len(self._drawn) - 1)) // max(len(self._drawn), 1)
        for name, matrices in self._matrices.items():
            found = None
            if name in self._drawn:
                found = drawing(matrices, each, room_for, blocks=self.draws_blocks)
            self.query_one(f"#code-{name}", QrCode).show(found)
            self.query_one(f"#box-{name}").display = found is not None
        return shape

    def _shape(self, width: int, height: int) -> Shape:
        """How everything fits best; if need be without the Wi-Fi's code, of which words tell."""
        codes = [name for name, matrices in self._matrices.items() if matrices]
        for self._drawn in (codes, codes[-1:]):
            shape, beside = self._wide_shape(width, height)
            large = shape == "below" or fitting_letters(self.desk.phones.typed, beside)
            if not large and self._show_tight(width, height):
                return "tight"
            if shape is not None:
                return shape
        return "compact"

    def _wide_shape(self, width: int, height: int) -> tuple[Shape | None, int]:
        """The shape in which there is room for all words, and the cells beside the codes."""
        codes = [self._matrices[name] for name in self._drawn]
        high = max(((len(m[-1]) + 2 * TIGHT + 1) // 2 for m in codes), default=0)
        beside = width - sum(len(m[0]) + 2 * QUIET + 4 for m in codes) - 2
        if high + BELOW <= height:
            return "below", beside
        return ("beside" if beside + 2 >= BESIDE and high + 2 <= height else None), beside

    def _show_tight(self, width: int, height: int) -> bool:
        """The codes close together; without the head line if it is in the way."""
        work = self.desk.work
        join = join_code(self.desk, {name: self._matrices[name] for name in self._drawn})

        def notes(cells: int) -> list[Content]:
            wifi = [*self._wifi_words("tight").wrap(cells), plain("")]
            told = tight_notes(work, self.desk.phones, cells)
            return told if "wifi" in self._drawn else [*wifi, *told]

        # That it is a rehearsal stands in the head line.
        heights = (height,) if work.session.rehearsal else (height, height + 1)
        found = tight(join, notes, width, heights) if self.draws_blocks else None
        if found is not None:
            self.query_one("#tight", Text).show(Content("\n").join(found[0]))
            self.query_one(HeaderLine).display = found[1] == height
        return found is not None

    def _show_labels(self, shape: Shape) -> None:
        host = self.desk.phones
        name, secret = host.wifi[0], password(host.wifi[1]).plain
        both = "wifi" in self._drawn
        confirmed = self.desk.work.session.state == "confirmed"
        scan = _("Minutes and actions") if confirmed else _("Scan")
        if shape == "compact":
            scan = self._in_one_line(host.typed)
        full = both and shape != "compact"
        self._label("wifi", "1 ", f"{_('Wi-Fi')} {name}", (secret or " ") if full else "")
        self._label("room", "2 " if self._matrices.get("wifi") else "", scan, " " if full else "")

    def _in_one_line(self, typed: str) -> str:
        """The address, with what to do if that fits above the code."""
        drawn = self.query_one("#code-room", QrCode).drawing
        said = f"{_('Scan, or type')} {typed}"
        return said if drawn and cell_width(said) + 2 <= drawn.width else typed

    def _label(self, which: str, number: str, text: str, more: str) -> None:
        drawn = self.query_one(f"#code-{which}", QrCode).drawing
        width = (drawn.width if drawn else 0) - len(number)
        label = joined(plain(number, "bold $accent"), plain(shorten_middle(text, width), "bold"))
        if more:
            # Never shortened: nobody could type a password that is.
            lines = plain(more).wrap(max(self._each - 2, 4))
            label = joined(label, *(joined("\n  ", line) for line in lines))
        self.query_one(f"#label-{which}", Text).show(label)

    def _show_words(self, work: Work, shape: Shape) -> None:
        host = self.desk.phones
        width = self.query_one("#words").content_size.width or BESIDE
        code_width = 26  # six letters, at their widest
        wide = max(width, code_width)
        typed, code = plain(""), code_beside(host.code, self.query_one("#code").size.width)
        if shape != "compact":
            drawn = self.query_one("#code-room", QrCode).drawing is not None
            typed = to_type(_("or type") if drawn else _("Type"), host.typed, width)
            code = to_type(_("and the code"), host.code, wide)
        self.query_one("#address", Text).show(typed)
        self.query_one("#code", Text).show(code)
        who = width - 40 if shape == "compact" else width
        self.query_one("#turnout", Text).show(
            turnout_lines(work, max(who, 20), names=shape != "compact")
        )
        state = state_text(work, host)
        wifi = self._wifi_words(shape)
        if shape == "compact" and wifi:
            state = joined(state, "\n", wifi)
        self.query_one("#wifi", Text).show(plain("") if shape == "compact" else wifi)
        self.query_one("#phones-state", Text).show(state)

    def _wifi_words(self, shape: Shape) -> Content:
        """The network in words, where its code isn't on the screen."""
        if not self._matrices.get("wifi") or ("wifi" in self._drawn and shape != "compact"):
            return plain("")
        name, secret = self.desk.phones.wifi
        said = joined(plain("1 ", "bold $accent"), plain(f"{_('Wi-Fi')} {one_line(name)}", "bold"))
        if secret:
            said = joined(said, "\n", password(secret))
        wide, high = self.size.width, self.size.height - BELOW_ONE
        alone = drawing(self._matrices["wifi"], wide, high, blocks=self.draws_blocks)
        hint = _("No room for its code here: x shows it large.")
        if alone is None:
            hint = _("No room for its code: make the window larger.")
        return joined(said, plain(f"\n{hint}", "dim"))

    # --- keys

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """What is possible now."""
        session = self.desk.work.session
        confirmed = session.state == "confirmed"
        possible: dict[str, bool | None] = {
            "personal": not session.locked,
            "results": not confirmed,
            "renew": not confirmed,
            "stop": self.desk.phones.running,
            "large": self.desk.phones.running,
        }
        return possible.get(action, True)

    def do(self, intent: Intent) -> None:
        """Carry out an intent; tell why not if refused."""
        self.say(self.desk.do(intent))
        self.show()

    def action_large(self) -> None:
        """One code as large as the window."""
        host = self.desk.phones
        pages = [(_("Scan"), host.typed, host.code, self._matrices["room"])]
        if self._matrices.get("wifi"):
            name, secret = host.wifi
            page = (f"{_('Wi-Fi')} {name}", password(secret).plain, "", self._matrices["wifi"])
            # First the one that isn't on the screen.
            pages.insert(0 if "wifi" not in self._drawn else 1, page)
        confirmed = self.desk.work.session.state == "confirmed"
        self.app.push_screen(OneCodeScreen(pages, to_take_home=confirmed))

    @worker
    async def action_wifi(self) -> None:
        """Name and password of the network, for a code that joins it."""
        host = self.desk.phones
        name, password = host.wifi
        hint = _("It shows on the wall, and is kept in your file.")
        await self.app.push_screen_wait(
            FormDialog(
                self.desk,
                "phones-wifi",
                _("The network that phones join"),
                [
                    Field("name", _("Name of the network (SSID)"), value=name),
                    Field("password", _("Password; empty for none"), value=password, hint=hint),
                ],
                lambda v: host.set_wifi(str(v["name"]), str(v["password"])),
            )
        )
        self.show()

    @worker
    async def action_personal(self) -> None:
        """Personal codes: shown one by one, or printed."""
        await self.app.push_screen_wait(PersonalScreen(self.desk))

    def action_results(self) -> None:
        """Whether phones show what the wall shows after a reveal."""
        on = not self.desk.work.session.phones.show_revealed
        self.do(ShowRevealedOnPhones(on))
        self.tell(
            _("After each reveal phones show what the wall shows.")
            if on
            else _("Phones don't show any results.")
        )

    @worker
    async def action_renew(self) -> None:
        """Another code for the room."""
        question = _("Replace the code of the room?")
        words = _("Phones that are in stay in. The code before it lets nobody in any more.")
        if await self.app.push_screen_wait(ConfirmDialog(question, words)):
            self.do(RenewRoomCode())

    @worker
    async def action_stop(self) -> None:
        """Stop serving phones."""
        question = _("Stop the server for phones?")
        words = _("What was answered stays. Started again, phones go on where they were.")
        if await self.app.push_screen_wait(ConfirmDialog(question, words)):
            self.desk.phones.stop()
            self.dismiss()

    def action_close(self) -> None:
        """Back; phones are served on."""
        self.dismiss()
