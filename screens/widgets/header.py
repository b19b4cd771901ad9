"""The two lines that never move: who and which session; the strip of stages with the clock."""

from datetime import UTC, datetime, timedelta

from textual.content import Content
from textual.widget import Widget

from screens.plain import joined, plain
from screens.widgets.rehearsal_mark import rehearsal_mark
from sessionui.domain.session import Session, StageState
from sessionui.domain.timing import left, pace
from sessionui.domain.work import Work
from sessionui.locale import _, fmt_clock, fmt_date, fmt_duration
from sessionui.text import cell_width, shorten_middle

OVER = "$warning"


def names_line(name_a: str, name_b: str, width: int) -> Content:
    """Both organisations with their signs, shortened in the middle to fit ``width`` cells."""
    room = max((width - 7) // 2, 4)
    # A short name leaves its room to a long one.
    spare_a, spare_b = max(room - cell_width(name_a), 0), max(room - cell_width(name_b), 0)
    one, two = shorten_middle(name_a, room + spare_b), shorten_middle(name_b, room + spare_a)
    return joined(
        plain("◆ ", "$side-a"),
        plain(one, "bold"),
        plain(" × ", "dim"),
        plain("● ", "$side-b"),
        plain(two, "bold"),
    )


class HeaderLine(Widget):
    """Who with whom on the left, which session on the right."""

    DEFAULT_CSS = "HeaderLine { height: 1; padding: 0 1; }"

    def __init__(self) -> None:
        super().__init__()
        self.work: Work | None = None

    def show(self, work: Work) -> None:
        """Show the partnership and session of ``work``."""
        self.work = work
        self.refresh()

    def render(self) -> Content:
        """See Textual."""
        if self.work is None:
            return Content("")
        width = self.content_size.width
        mark = rehearsal_mark() if self.work.session.rehearsal else plain("")
        width -= mark.cell_length + bool(mark.cell_length)
        names = self.work.partnership.name_a, self.work.partnership.name_b
        # Each gets half of the line, and what the other leaves.
        whole = names_line(*names, width * 2).cell_length
        right = _which(self.work, max(width - min(whole, width // 2) - 2, 10))
        left = names_line(*names, width - cell_width(right) - 2)
        gap = max(width - left.cell_length - cell_width(right), 1)
        between = " " if mark.cell_length else ""
        return joined(mark, between, left, " " * gap, plain(right, "dim"))


def _which(work: Work, room: int) -> str:
    """Which session it is, in ``room`` cells; that it is confirmed goes first."""
    session = work.session
    text = f"{_(session.kind_data.name)} · {fmt_date(session.date)}"
    if work.partnership.example:
        text = f"{_('EXAMPLE')} · {text}"
    whole = f"{_('confirmed')} · {text}" if session.state == "confirmed" else text
    return whole if cell_width(whole) <= room else shorten_middle(text, room)


class StageStrip(Widget):
    """The stages: done ✓, now ▶, to come ·, skipped –; and the time used of the time budgeted."""

    DEFAULT_CSS = "StageStrip { height: 1; padding: 0 1; }"

    def __init__(self) -> None:
        super().__init__()
        self.session: Session | None = None
        self.now: datetime | None = None
        self.place = ""
        self._word, self._until = "", datetime.max.replace(tzinfo=UTC)

    def show(self, work: Work, now: datetime, place: str = "") -> None:
        """Show the stages at ``now``; ``place`` follows the current stage's name (3/6)."""
        self.session, self.now, self.place = work.session, now, place
        self.refresh()

    def say(self, word: str, now: datetime, seconds: int = 8) -> None:
        """Say something short beside the clock, for a few seconds."""
        self._word, self._until, self.now = word, now + timedelta(seconds=seconds), now
        self.refresh()

    def tick(self, now: datetime) -> None:
        """Let the clock go on."""
        self.now = now
        self.refresh()

    def render(self) -> Content:
        """See Textual."""
        if self.session is None or self.now is None:
            return Content("")
        width = self.content_size.width
        clock = clock_of(self.session, self.now)
        if self._word and self.now < self._until:
            clock = joined(plain(self._word, "$success"), plain(" · ", "dim"), clock)
        for names in ("all", "current", "none"):
            strip = self._strip(self.session, names)
            if strip.cell_length + clock.cell_length + 2 <= width or names == "none":
                gap = max(width - strip.cell_length - clock.cell_length, 1)
                return joined(strip, " " * gap, clock)
        return clock

    def _strip(self, session: Session, names: str) -> Content:
        parts = [self._stage(session, stage, names) for stage in session.stages]
        return Content(" ").join(parts)

    def _stage(self, session: Session, stage: StageState, names: str) -> Content:
        template = session.kind_data.stage(stage.key)
        name = _(template.name) if template else stage.key
        here = stage.key == session.stage
        if here:
            label = name if names != "none" else ""
            return plain(f"▶ {label}{' ' + self.place if self.place else ''}".rstrip(), "bold")
        sign = "–" if stage.skipped else "✓" if stage.done else "·"
        return plain(f"{sign}{name}" if names == "all" else sign, "dim")


def clock_of(session: Session, now: datetime) -> Content:
    """Time used of the stage and of the session; nearly over and over in words and in colour."""
    if session.started_at is None:
        return plain(_("not started"), "dim")
    stage = session.stage_state(session.stage)
    if stage is None:
        return Content("")
    total, budget = session.used(now).total_seconds(), session.budget.total_seconds()
    return joined(
        plain(f"❚❚ {_('paused')} · " if _waits(session) else "", "dim"),
        _of_stage(stage, now),
        plain(" · ", "dim"),
        plain(
            _("{used} of {total}").format(used=fmt_duration(total), total=fmt_duration(budget)),
            OVER if total > budget else "dim",
        ),
    )


def _waits(session: Session) -> bool:
    """Whether the clock goes on later; that of confirmed minutes has stopped for good."""
    return session.paused_at is not None and session.confirmed_at is None


def _of_stage(stage: StageState, now: datetime) -> Content:
    rest = fmt_clock(abs(left(stage, now).total_seconds()))
    match pace(stage, now):
        case "over":
            return plain(
                _("{over} over {minutes} min").format(over=rest, minutes=stage.minutes), OVER
            )
        case "nearly over":
            text = _("{left} left of {minutes} min").format(left=rest, minutes=stage.minutes)
            return plain(text, OVER)
    used = fmt_clock(stage.used(now).total_seconds())
    return plain(_("{used} of {minutes} min").format(used=used, minutes=stage.minutes))
