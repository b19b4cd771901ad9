"""The background of a stage as a page of help."""

from textual.content import Content

from screens.plain import joined, plain
from sessionui.domain.background import background_of
from sessionui.domain.kinds import StageKey
from sessionui.locale import _

Part = tuple[Content | str, str]


def background_parts(kind: str, stage: StageKey) -> tuple[Part, ...]:
    """What the stage is for, why it is done so, what goes wrong in rooms and what answers it."""
    background = background_of(kind, stage)
    troubles: list[Part] = []
    for trouble in background.rooms:
        troubles.append((_(trouble.wrong), "help-wrong"))
        troubles.append((joined(plain("→ ", "$accent"), _(trouble.answer)), "help-answer"))
    return (
        (_(background.purpose), "help-text"),
        (_("Why so"), "help-heading"),
        (_(background.why), "help-text"),
        (_("What goes wrong in rooms, and what answers it"), "help-heading"),
        *troubles,
    )
