"""A session at the reveal, and a large figure found on the screen."""

from screens.widgets.big import big
from sessionui.domain.intents.walk import GoToStage
from sessionui.domain.work import Work
from tests.support.room import a_session, doing, scored


def revealing(work: Work | None = None) -> Work:
    """That session, or a small one that is scored, where its marks are revealed."""
    return doing(work or scored(a_session()), GoToStage("reveal"))


def stands(figure: str, text: str) -> bool:
    """Whether the rows of a large figure stand under each other somewhere in ``text``."""
    rows = [row.rstrip() for row in big(figure)]
    lines = text.splitlines()
    return any(
        all(row in lines[n + k] for k, row in enumerate(rows))
        for n in range(len(lines) - len(rows) + 1)
    )
