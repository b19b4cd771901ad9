"""What opening a file tells the user; templates, to be translated where they are shown."""

from sessionui.domain.wording import N_

RESTORED = N_("{file} was damaged ({reason}); the state of {moment} was restored. {aside}")
REBUILT = N_("{file} was gone; the state of {moment} was restored.")
MENDED = N_("{count} damaged documents in {file} were restored from a backup. {aside}")
LOST = N_("A document could not be restored: {table}, {id}.")
EMPTY = N_("{file} was empty, so a new one was started. {aside}")
REWRITTEN = N_("Another program changed {file}; its content was taken over.")
CONFLICT = N_(
    "{file} was replaced by another copy while changes were waiting here; the two were joined, "
    "and what was changed here counts. The other copy is {aside}."
)
JOURNAL_BAD = N_("{count} lines of the journal were damaged and passed over. {aside}")
JOURNAL_FOREIGN = N_("The journal beside {file} belongs to another file. {aside}")
