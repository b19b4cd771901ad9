"""The commands and what each does, for help and for telling a command from a file."""

from typing import Final

from sessionui.locale import N_

COMMANDS: Final[dict[str, str]] = {
    "demo": N_("write the worked example and open it"),
    "audience": N_("show the room what it should see, in a second window"),
    "sessions": N_("list partnerships and their sessions"),
    "minutes": N_("write the minutes of a session to a file"),
    "verify": N_("tell whether handed-out minutes are those that were confirmed"),
    "questionnaire": N_("write the questionnaire as forms to mail"),
    "template": N_("write an empty sheet for scores"),
    "import-minutes": N_("take in minutes that were handed out as JSON"),
    "import-scores": N_("take in scores from forms, CSV or XLSX"),
    "keys": N_("write a table of all keys, also to print"),
    "check": N_("tell whether a data file is sound"),
    "restore": N_("list backups of a data file, or bring one back"),
}
