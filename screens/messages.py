"""What a screen asks of the application, apart from changing the session."""

from typing import Literal

from textual.message import Message


class GoHome(Message):
    """Show the home screen."""


class OpenPartnership(Message):
    """Show a partnership."""

    def __init__(self, partnership_id: str) -> None:
        super().__init__()
        self.partnership_id = partnership_id


class OpenSession(Message):
    """Put a session on the table."""

    def __init__(self, session_id: str) -> None:
        super().__init__()
        self.session_id = session_id


class Rehearse(Message):
    """Walk a session with invented marks, in a throw-away copy; leaving it leads back here."""

    def __init__(self, session_id: str) -> None:
        super().__init__()
        self.session_id = session_id


class LeaveSession(Message):
    """Go back from the session to its partnership; nothing is lost by that."""


class OpenExample(Message):
    """Open the worked example, which is kept in a file of its own kind of partnership."""


class ShowStage(Message):
    """Show a stage of the session on the table (the clock goes with it)."""

    def __init__(self, key: str, *, finished: bool = False) -> None:
        super().__init__()
        self.key = key
        self.finished = finished


class StepStage(Message):
    """Show the next (+1) or the previous (−1) stage."""

    def __init__(self, step: Literal[-1, 1]) -> None:
        super().__init__()
        self.step: Literal[-1, 1] = step


class SwitchLanguage(Message):
    """Show everything in the other language, or in the given one."""

    def __init__(self, lang: str = "") -> None:
        super().__init__()
        self.lang = lang
