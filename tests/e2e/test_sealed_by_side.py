"""By side: two raters seal their answers in a real terminal, and nothing on the disk links them.

Looked at after every step, also in the middle of a questionnaire and after a kill: every file
below the folder (data, previous, journal, backups, lock, log).
"""

import json
import re
from pathlib import Path

import pytest

from sessionui.domain.scoring import Rules
from tests.e2e.disk import documents, files, lines, revisions
from tests.e2e.hands import Hands
from tests.e2e.prepared import INDICATORS, prepare
from tests.support.terminal import key_code

FIRST, SECOND = "Quirinia Zwartemolen", "Wubbo Xanderhuizen"
WORDS = {FIRST: "okapigeluid", SECOND: "jakhalzenpad"}
MARKS = {FIRST: ("3", "9", "4"), SECOND: ("10", "2", "8")}
SECRETS = ('"mark"', '"answers"', '"ballots"', '"typed"', *WORDS.values())
MOMENT = re.compile(r"\d{4}-\d\d-\d\d|\d\d:\d\d:\d\d|\b\d{10}(?:\d{3})?\b")
FIELDS = {"id", "side", "rater_id", "receipt", "finished", "answers"}


@pytest.mark.timeout(200)
def test_nothing_links_a_rater_to_an_answer(tmp_path: Path) -> None:
    file = tmp_path / "data" / "side.json"
    file.parent.mkdir()
    work = prepare(
        file,
        "quarterly",
        "score",
        rules=Rules(secrecy="side", threshold=2),
        clients=(FIRST, "Ben Mol"),
        suppliers=(SECOND, "Els Vos"),
    )
    session = work.session.id
    people = {p.id: p.name for p in work.partnership.people if p.name in WORDS}
    with Hands(str(file), home=tmp_path) as hands:
        open_session(hands)
        fill_in(hands, FIRST)
        check(tmp_path, people)
        seal(hands, FIRST)
        check(tmp_path, people)
        check_round(tmp_path, session, ballots=1)
        hands.press("tab")
        fill_in(hands, SECOND)
        check(tmp_path, people)
        seal(hands, SECOND)
        check(tmp_path, people)
        check_round(tmp_path, session, ballots=2)
        hands.kill()
        check(tmp_path, people)
        check_round(tmp_path, session, ballots=2)
        assert not any(word.encode() in hands.written for word in WORDS.values())
    with Hands(str(file), home=tmp_path) as hands:
        hands.see("1 of 2 answered")
        hands.send(key_code("ctrl+q"))
        assert hands.wait() == 0
    check(tmp_path, people)
    check_round(tmp_path, session, ballots=2)
    check_search_finds(tmp_path, people)


def open_session(hands: Hands) -> None:
    hands.see("Noorderhaven", "Quarterly review").key("enter", "1 Sessions")
    hands.key("enter", "Enter on a name passes the keyboard")


def fill_in(hands: Hands, name: str) -> None:
    """The first in the list takes the keyboard; its name is on no screen from here on."""
    hands.key("enter", "For a rater of").key("enter", "0 of 3 filled in")
    for n, mark in enumerate(MARKS[name], start=1):
        hands.send(f"{mark}\t{WORDS[name]} {n}\r" if n < len(INDICATORS) else f"{mark}")
    hands.see("3 of 3 filled in")


def seal(hands: Hands, name: str) -> None:
    hands.key("ctrl+s", "Seal your answers?").key("y", "With this code", "sealed")
    hands.key("enter", f"✓ {name}")


def check(folder: Path, people: dict[str, str]) -> None:
    """No line and no document has somebody's name or id together with anything of an answer."""
    for path, line in lines(folder):
        who = [token for token in (*people, *people.values()) if token in line]
        what = [secret for secret in SECRETS if secret in line]
        assert not (who and what), f"{path.name}: {who} together with {what}"


def check_round(folder: Path, session: str, *, ballots: int) -> None:
    """One revision of urn and turnout in all files; ballots by random id, without name or time."""
    (urn,) = revisions(folder, "urns", session)
    (turnout,) = revisions(folder, "turnout", session)
    for path in files(folder):
        if path.name.endswith("-journal"):
            assert not re.search(rb'\["(urns|turnout)"', path.read_bytes())
    found = json.loads(urn)["ballots"]
    assert len(found) == ballots == len(json.loads(turnout)["answered"])
    assert [b["id"] for b in found] == sorted(b["id"] for b in found)
    assert json.loads(turnout)["answered"] == sorted(json.loads(turnout)["answered"])
    for ballot in found:
        assert set(ballot) <= FIELDS
        assert ballot["rater_id"] is None
        shown = json.dumps({**ballot, "receipt": ""})
        assert not MOMENT.search(shown)
    assert set(json.loads(turnout)) == {"id", "seal", "answered"}


def check_search_finds(folder: Path, people: dict[str, str]) -> None:
    """What is searched for is there, each on its own: else the search would prove nothing."""
    everything = b"\n".join(path.read_bytes() for path in files(folder)).decode(errors="replace")
    for token in (*people, *people.values(), *WORDS.values(), '"mark"', '"answers"'):
        assert token in everything, token
    (urn,) = [d for _path, table, d in documents(folder) if table == "urns"]
    given = {tuple(a["mark"] for a in b["answers"]) for b in urn["ballots"]}
    assert given == {tuple(float(mark) for mark in marks) for marks in MARKS.values()}
