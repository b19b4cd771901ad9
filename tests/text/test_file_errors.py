"""Why files can't be read or written: our own sentences, whatever language the system speaks."""

import errno

import pytest

from sessionui.file_errors import unread, unwritten
from sessionui.locale import phrase

SYSTEM = "Die Platte ist kaputt"


@pytest.mark.parametrize(
    ("number", "read", "written"),
    [
        (errno.ENOENT, "Er is geen bestand a.", "a kon niet worden weggeschreven (ENOENT)."),
        (errno.ENOTDIR, "Er is geen bestand a.", "a kon niet worden weggeschreven (ENOTDIR)."),
        (errno.EISDIR, "a is een map, geen bestand.", "a kon niet worden weggeschreven (EISDIR)."),
        (errno.EACCES, "a mag niet worden gelezen.", "a mag hier niet worden geschreven."),
        (errno.EROFS, "a mag niet worden gelezen.", "a mag hier niet worden geschreven."),
        (
            errno.ENOSPC,
            "a kan niet worden gelezen (ENOSPC).",
            "a kon niet worden weggeschreven, want de schijf is vol.",
        ),
        (
            errno.EIO,
            "a kan niet worden gelezen (EIO).",
            "a kon niet worden weggeschreven (EIO).",
        ),
    ],
)
def test_the_words_are_ours(number: int, read: str, written: str) -> None:
    for why, said in ((unread, read), (unwritten, written)):
        sentence = why("a", OSError(number, SYSTEM))
        assert phrase(sentence.template, sentence.values, "nl") == said


def test_a_name_that_no_file_can_have() -> None:
    error = ValueError("embedded null byte")
    assert unread("a", error).values["code"] == "ValueError"
    assert "null" not in str(unwritten("a", error).values)
