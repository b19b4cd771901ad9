"""The commands and what each does, and the names of what is filled in on a command line."""

from typing import Final

from sessionui.locale import N_

COMMANDS: Final[dict[str, str]] = {
    "demo": N_("write the worked example and open it"),
    "audience": N_("show the room what it should see, in a second window"),
    "sessions": N_("list partnerships and their sessions"),
    "minutes": N_("write the minutes of a session to a file"),
    "calendar": N_("write the actions as they stand now for calendars"),
    "verify": N_("tell whether handed-out minutes are those that were confirmed"),
    "questionnaire": N_("write the questionnaire as forms to mail"),
    "template": N_("write an empty sheet for scores"),
    "import-minutes": N_("take in minutes that were handed out as JSON"),
    "import-scores": N_("take in scores from forms, CSV or XLSX"),
    "keys": N_("write a table of all keys, also to print"),
    "check": N_("tell whether a data file is sound"),
    "restore": N_("list backups of a data file, or bring one back"),
}

PLACES: Final[dict[str, str]] = {
    "FILE": N_("FILE"),
    "MINUTES": N_("MINUTES"),
    "FOLDER": N_("FOLDER"),
    "ID": N_("ID"),
    "FORMAT": N_("FORMAT"),
    "LANG": N_("LANG"),
    "SCOPE": N_("SCOPE"),
    "SIDE": N_("SIDE"),
    "PATH": N_("PATH"),
    "ANSWERS": N_("ANSWERS"),
    "MAPPING": N_("MAPPING"),
    "ROWS": N_("ROWS"),
    "NUMBER": N_("NUMBER"),
    "SHEET": N_("SHEET"),
    "COMMAND": N_("COMMAND"),
}
"""What stands in capitals in a usage, to be replaced by the user's own."""
