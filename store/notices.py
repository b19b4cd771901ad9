"""What opening a file tells the user; templates, to be translated where they are shown."""

from sessionui.domain.wording import N_

RESTORED = N_(
    "{file} was damaged; the state of {moment} was restored. The damaged file is {aside}."
)
REBUILT = N_("{file} was gone; the state of {moment} was restored.")
MENDED = N_(
    "{file} was damaged; what could not be read was restored from a backup. "
    "The damaged file is {aside}."
)
UNREADABLE_PARTS = N_(
    "{file} was damaged and no backup has what could not be read. The damaged file is {aside}."
)
LOST = N_("A part of {file} could not be restored: {table}, {id}.")
LOST_ROUND = N_(
    "A secret round was open. Its answers were in {file} alone and are lost: ask for them again."
)
WRITTEN_ANEW = N_("{file} was gone while it was open here. It was written anew.")
JOURNAL_GONE = N_(
    "The journal beside {file} was taken away or changed while it was open here. "
    "Everything was saved anew."
)
READABLE = N_(
    "{file} was damaged, and everything in it could still be read. The damaged file is {aside}."
)
EMPTY = N_("{file} was empty, so a new one was started. The empty file is {aside}.")
REWRITTEN = N_("Another program changed {file}; its content was taken over.")
CONFLICT = N_(
    "{file} was replaced by another copy while changes were waiting here; the two were joined, "
    "and what was changed here counts. The other copy is {aside}."
)
JOURNAL_BAD = N_(
    "A part of the journal beside {file} was damaged and passed over. "
    "The journal as it was is {aside}."
)
JOURNAL_FOREIGN = N_(
    "The journal beside {file} belongs to another file and was put aside as {aside}."
)
