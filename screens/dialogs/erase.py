"""Erasing a person: the name has to be typed first, and what can't be reached is told after."""

from screens.dialogs.confirm import ConfirmDialog
from screens.dialogs.help import HelpDialog, HelpPage
from sessionui.domain.erasing import Erased
from sessionui.locale import _
from sessionui.text import shorten_middle


class EraseDialog(ConfirmDialog):
    """Asks for the person's name."""

    def __init__(self, name: str) -> None:
        super().__init__(
            _("Erase {name} everywhere?").format(name=shorten_middle(name, 60)),
            _(
                "The name goes from people, actions, sessions, minutes, half-typed text, the "
                "journal and all backups. Marks and reasons stay, as those of a former member of "
                "the side; where the full name stands in a text, it becomes …. This can't be "
                "undone. Type the name to erase it."
            ),
            typed=name,
        )


class ErasedDialog(HelpDialog):
    """Tells what was done and what nobody here can reach."""

    def __init__(self, erased: Erased) -> None:
        parts = [
            _("The name is gone from the file, its journal and its backups."),
            _(
                "What we can't reach: minutes handed out or printed, copies saved elsewhere or by "
                "a program that keeps folders in step, and texts with only a part of the name."
            ),
        ]
        if erased.unreached:
            files = "\n".join(erased.unreached)
            parts.append(
                _("Damaged files that still hold the name; delete them yourself:") + f"\n{files}"
            )
        if erased.elsewhere:
            names = "\n".join(erased.elsewhere)
            parts.append(_("The name also occurs in other partnerships:") + f"\n{names}")
        super().__init__(_("Erased"), [HelpPage.of("", "\n\n".join(parts))], [])
