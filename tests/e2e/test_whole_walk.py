"""From an empty home folder to confirmed minutes, by keyboard in a real terminal.

The marks are set down here once, typed and imported by the test, and every figure of the minutes
is worked out again in ``sums.py``. Until the reveal no screen, title or byte that the program
wrote has a mark, a mean or a reason in it; after the reveal they do, so the search can fail.
"""

import json
import os
import re
import subprocess
import sys
from decimal import Decimal
from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest

from tests.e2e.hands import Hands, surroundings
from tests.e2e.sums import NOT_APPLICABLE, Said, Sum, half_up, sum_of
from tests.support.terminal import key_code

CLIENT, SUPPLIER = "Noorderhaven", "Helderwit"
PEOPLE = {
    "a": ("Anna Bos", "Ben Mol", "Carla Smit"),
    "b": ("Dirk Jansen", "Els Vos", "Fred Kok"),
}
INDICATORS = ("Proactivity", "Reachability", "Openness")
TYPED_SECRET, IMPORTED_SECRET = "zwaluwstaart", "kolibrievlucht"

MARKS: dict[str, tuple[tuple[Said, ...], tuple[Said, ...]]] = {
    # rater: about the other side, about the own side; Carla does not answer
    "Anna Bos": (("7.5", "n", "6"), ("6", "7", "8.5")),
    "Ben Mol": (("4.5", "5", "6.5"), ("7", "6", "7")),
    "Dirk Jansen": (("8", "6.5", "7"), ("7.5", "7", "n")),
    "Els Vos": (("9.5", "7", None), ("8", "5.5", "6")),
    "Fred Kok": (("8.5", "7.5", "5.5"), ("7", "n", "6")),
}
REASONS = {
    ("Anna Bos", "Reachability"): "één telefoon voor drie gebouwen",
    ("Dirk Jansen", "Proactivity"): f"{IMPORTED_SECRET} vóór de storing",
    ("Ben Mol", "Proactivity"): f"{TYPED_SECRET} na drie mails",
}
TYPED = ("Ben Mol", "Fred Kok")

# A mark with its decimal stands nowhere but in scores; clocks have colons, dates long months.
DECIMAL = r"(?<![\d.,:/])(?:10|[1-9])[.,]\d(?![\d.,:/])"
ESCAPES = re.compile(rb"\x1b(?:\[[0-?]*[ -/]*[@-~]|[@-Z\\^_])")


@pytest.mark.timeout(400)
def test_from_nothing_to_confirmed_minutes(tmp_path: Path) -> None:
    answers = tmp_path / "answers.csv"
    write_answers(answers)
    with Hands(home=tmp_path) as hands:
        first_start(hands)
        add_people(hands)
        kick_off(hands)
        plan_review(hands)
        look_back(hands)
        before = len(hands.written)
        hands.watched = (DECIMAL, TYPED_SECRET, IMPORTED_SECRET)
        score(hands, answers)
        revealed_from = len(hands.written)
        assert hands.seen == {}, "something of a score was on a screen before the reveal"
        assert traces(hands.written[before:revealed_from]) == set()
        reveal_all(hands)
        assert set(hands.seen) == set(hands.watched)
        assert traces(hands.written[revealed_from:]) == set(hands.watched)
        actions(hands)
        close(hands)
        hands.send(key_code("ctrl+q"))
        assert hands.wait() == 0
    file = tmp_path / "xdg_data_home" / "sessionui" / "sessionui.json"
    check_minutes(tmp_path, file)
    check_exports(tmp_path, file)


def traces(written: bytes) -> set[str]:
    """What of the scores stands in what the program wrote, screen by screen and in titles."""
    plain = ESCAPES.sub(b" ", written).decode(errors="replace")
    found = {secret for secret in (TYPED_SECRET, IMPORTED_SECRET) if secret in plain}
    return found | ({DECIMAL} if re.search(DECIMAL, plain) else set())


def write_answers(path: Path) -> None:
    """One row a mark, as a Dutch spreadsheet writes it: semicolons, commas, Windows-1252."""
    rows = ["Beoordelaar;Indicator;Cijfer;Onderbouwing;Zelf"]
    for rater in (r for r in MARKS if r not in TYPED):
        for own, said in enumerate(MARKS[rater]):
            for indicator, mark in zip(INDICATORS, said, strict=True):
                if mark is None:
                    continue
                cell = "n.v.t." if mark == NOT_APPLICABLE else mark.replace(".", ",")
                reason = "" if own else REASONS.get((rater, indicator), "")
                rows.append(f"{rater};{indicator};{cell};{reason};{'ja' if own else ''}")
    path.write_bytes("\r\n".join([*rows, ""]).encode("cp1252"))


# --- the walk


def first_start(hands: Hands) -> None:
    hands.see("New partnership", "Open the worked example").key("n", "Client: name")
    hands.send(f"{CLIENT}\t{SUPPLIER}{key_code('ctrl+s')}").see("What to do first")  # no waiting


def add_people(hands: Hands) -> None:
    hands.key("5", "press a to add a person")
    supplier = False
    for side, names in PEOPLE.items():
        for n, name in enumerate(names, start=1):
            hands.key("a", "Add a person", "Role").fill(name, "manager").press("tab")
            if side == "b" and not supplier:
                hands.press("enter", "down", "enter")
                supplier = True  # the next form begins on the side of the one before
            if side == "b":
                hands.see(f"● {SUPPLIER} ▼")
            hands.save("Add a person", name, f"{n} {'person' if n == 1 else 'people'}")


def kick_off(hands: Hands) -> None:
    hands.key("n", "Kick-off workshop", "Expected").key("ctrl+s", "Welcome", "1/5")
    hands.key("!", "0 of 3 present")  # enough of the tour
    hands.key("e", "3 of 3 present").key("ctrl+s", "of 20 min").key("f6", "1 Write", "Space begins")
    define(hands)
    hands.key("f6", "Give meaning 1/3", "What it means between us")
    for n, name in enumerate(INDICATORS, start=1):
        hands.key("e", "Leave field").fill(
            f"What {name} means.", "It is seen.", "It is missed."
        ).key("escape")
        hands.see(f"{n} of 3 ha")
        if n < len(INDICATORS):
            hands.key("ctrl+down", f"Give meaning {n + 1}/3")
    hands.key("f6", "No actions yet")
    agree_action(hands, 1, "Hang the list of numbers", "Anna Bos", "in 2 weeks")
    hands.see("1 action agreed today").key("r", "1/1").key("space", "Does anybody object")
    hands.key("y", "Read back: consent.").key("f6", "does not confirm the minutes yet")
    confirm(hands)
    hands.key("escape", "n New session")


def define(hands: Hands) -> None:
    """Silent writing, a near-duplicate, the vote of two people, the set."""
    hands.key("space", "Enter adds")
    for n, words in enumerate(INDICATORS, start=1):
        hands.write(words).key("enter", f"Write {n}")
    hands.key("escape").key("s", "3 written, hidden").key("space", "Helderwit writes.")
    hands.write("Pro-activity").key("enter", "Write 4")
    hands.write("Clear agreements").key("enter", "Write 5")
    assert "Reachability" not in hands.flat, "one side reads what the other wrote"
    hands.key("escape").key("2", "Both lists are still hidden").key("space", "Do these mean")
    hands.key("p", "Which words stay?", "They differ").key("enter").gone("Which words stay?")
    hands.key("3", "Vote 0 of 6", "Everybody places 3 dots")
    for count, dots in enumerate(("space space down space", "space down space down space"), 1):
        hands.key("space", "Nobody else looks").key("enter", "3 dots left")
        hands.key(dots, "All dots are placed").key("enter", "Sealed").key("enter")
        hands.see(f"Vote {count} of 6")
    hands.key("v", "4 have not voted").key("y", "Result of the vote", "0 indicators")
    hands.see("3 ■■■ ◆ Proactivity", "2 ■■ ◆ Reachability", "1 ■ ◆ Openness")
    hands.key("space", "1 indicator").key("down space", "2 indicators")
    hands.key("down space", "3 indicators")


def agree_action(hands: Hands, number: int, text: str, owner: str, due: str) -> None:
    hands.key("a", f"Action {number}", "Done when").fill(text, "everybody sees it")
    choose_owner(hands, owner)
    hands.press("tab").write(due).save(f"Action {number}", text)


def choose_owner(hands: Hands, owner: str) -> None:
    """The list of people is opened, and walked down to the name."""
    everybody = [name for names in PEOPLE.values() for name in names]
    hands.press("tab", "enter", *["down"] * (everybody.index(owner) + 1), "enter")
    hands.see(f"{owner} ▼")


def confirm(hands: Hands) -> None:
    hands.key("c", f"Who confirms the minutes for {CLIENT}?").key("enter", "confirmed by Anna Bos")
    hands.key("c", f"Who confirms the minutes for {SUPPLIER}?")
    hands.key("enter", "confirmed by Dirk Jansen", "confirmed and final")


def plan_review(hands: Hands) -> None:
    hands.key("n", "▸ Quarterly review", "By name").press("tab", "tab").write("Room twelve")
    hands.press("tab").write("Mira Vermeer").press("tab", "down", "down", "space")
    hands.see("✓ Each side also scores itself").key("down space", "✓ Half marks are allowed")
    hands.key("ctrl+s", "Welcome", "0 of 3 present").key("e", "3 of 3 present")
    hands.key("ctrl+s", "of 10 min")


def look_back(hands: Hands) -> None:
    hands.key("f6", "Look back 0 of 1", "Hang the list of numbers")
    hands.key("p", "Postpone action 1").fill("in 6 weeks", "two rooms are to do")
    hands.save("Postpone action 1", "Look back 1 of 1", "postponed once")


def score(hands: Hands, answers: Path) -> None:
    """Three raters from the file, two at the keyboard, one missing; then the round is locked."""
    hands.key("f6", "Enter on a name passes the keyboard").key("i", "Take in answers")
    hands.send(str(answers)).see(answers.name)
    hands.key("enter", f"{CLIENT}: 1 rater", f"{SUPPLIER}: 2 raters")
    hands.key("enter").gone("Take in answers").see("1 of 3 answered", "2 of 3 answered")
    hands.key("down").key("enter", "For Ben Mol")
    questionnaire(hands, "Ben Mol")
    hands.see("2 of 3 answered").press("tab", "down", "down").key("enter", "For Fred Kok")
    questionnaire(hands, "Fred Kok")
    hands.see("3 of 3 answered").key("l", "Lock the scoring?", "Missing: Carla Smit")
    hands.key("y", "Locked at").key("f6", "Reveal 1/3", "2 of 3 answered", "3 of 3 answered")


def questionnaire(hands: Hands, rater: str) -> None:
    """Everything typed without waiting, as fast as a terminal sends it."""
    hands.key("enter", "0 of 6 filled in")
    about, own = MARKS[rater]
    for indicator, mark, self_mark in zip(INDICATORS, about, own, strict=True):
        reason = REASONS.get((rater, indicator), "")
        hands.send(f"{typed(mark)}\t{typed(self_mark)}\t{reason}\r")
    hands.see("Seal your answers?", "Everything is filled in.").key("y", "answers are sealed")
    hands.key("enter").gone("answers are sealed").see(f"✓ {rater}")


def typed(mark: Said) -> str:
    """The keys for a mark: 0 is a ten, a comma for the half."""
    assert mark is not None
    return {"10": "0"}.get(mark, mark.replace(".", ","))


def reveal_all(hands: Hands) -> None:
    for n, name in enumerate(INDICATORS, start=1):
        hands.see(f"Reveal {n}/3", f"What {name} means.").key("space", "1 ◆ spoke")
        if name == "Proactivity":
            hands.key("r", TYPED_SECRET, IMPORTED_SECRET).key("r").gone(TYPED_SECRET)
        hands.key("1").key("2", "a Action")
        hands.key("n", "What was said").write(f"Said on {name}.").key("escape").key("n")
        if name == "Proactivity":
            hands.key("d", "Decision 1").write("We call before nine.").save("What was decided")
        if name == "Reachability":
            agree_action(hands, 2, "One number for all buildings", "Fred Kok", "next Friday")
        if n < len(INDICATORS):
            hands.key("]", f"Reveal {n + 1}/3")


def actions(hands: Hands) -> None:
    hands.key("f6", "1 action agreed today", "1 open from before", "We call before nine.")
    agree_action(hands, 3, "Walk the round together", "Dirk Jansen", "in 4 weeks")
    hands.key("r", "1/3").key("space", "2/3").key("space", "3/3")
    hands.key("space", "Does anybody object").key("y", "Read back: consent.")


def close(hands: Hands) -> None:
    hands.key("f6", "does not confirm the minutes yet")
    hands.key("down down down").key("enter", "When do we meet next?", "escape").write("in 13 weeks")
    hands.save("When do we meet next?", "✓ Next session")
    confirm(hands)


# --- the figures


def given(side: str, place: int, *, own: bool = False) -> Sum:
    """What one side said on an indicator, from the raw marks."""
    raters = [name for name in PEOPLE[side] if name in MARKS]
    said = [MARKS[name][1 if own else 0][place] for name in raters]
    return sum_of(said, expected=len(PEOPLE[side]))


def run(home: Path, *arguments: str) -> subprocess.CompletedProcess[bytes]:
    return subprocess.run(
        [sys.executable, "-m", "sessionui", *arguments],
        env={**os.environ, **surroundings(home)},
        stdin=subprocess.DEVNULL,
        capture_output=True,
        check=False,
        timeout=120,
    )


def minutes(home: Path, file: Path) -> dict[str, Any]:
    done = run(
        home, "minutes", str(file), "--session", "latest", "--format", "json", "--output", "-"
    )
    assert done.returncode == 0, done.stderr.decode()
    found: dict[str, Any] = json.loads(done.stdout)
    return found


def check_minutes(home: Path, file: Path) -> None:
    found = minutes(home, file)
    assert (found["kind"], found["state"]) == ("quarterly", "confirmed")
    assert (found["place"], found["facilitator"]) == ("Room twelve", "Mira Vermeer")
    assert found["rules"] == {
        "secrecy": "name",
        "threshold": 3,
        "self_estimate": True,
        "half_marks": True,
    }
    assert [i["name"] for i in found["indicators"]] == list(INDICATORS)
    for place, indicator in enumerate(found["indicators"]):
        check_indicator(indicator, place)
    check_overall(found["overall"])
    check_agreements(found)


def check_indicator(found: dict[str, Any], place: int) -> None:
    name = INDICATORS[place]
    assert found["discussed"]
    assert found["meaning"]["text"] == f"What {name} means."
    assert found["said"] == f"Said on {name}."
    a, b = given("a", place), given("b", place)
    own_a, own_b = given("a", place, own=True), given("b", place, own=True)
    for key, expected in (("a", a), ("b", b), ("own_a", own_a), ("own_b", own_b)):
        check_scores(found[key], expected, (name, key))
    check_raters(found, place)
    assert shown(found["asymmetry"]) == a.shown - b.shown
    assert shown(found["perception_a"]) == b.shown - own_a.shown
    assert shown(found["perception_b"]) == a.shown - own_b.shown
    assert shown(found["mean"]) == half_up((a.exact + b.exact) / 2)
    assert [p["value"] for p in found["line_a"]["points"]] == [float(a.shown)]
    assert [p["value"] for p in found["line_b"]["points"]] == [float(b.shown)]


def check_scores(found: dict[str, Any], expected: Sum, where: tuple[str, str]) -> None:
    assert (found["n"], found["expected"], found["not_applicable"], found["hidden"]) == (
        len(expected.marks),
        expected.expected,
        expected.not_applicable,
        False,
    ), where
    assert found["mean_exact"] == float(expected.exact), where
    assert shown(found["mean"]) == expected.shown, where
    assert Fraction(found["low"]) == min(expected.marks), where
    assert Fraction(found["high"]) == max(expected.marks), where
    assert Fraction(found["median"]) == expected.median, where
    spread = None if found["spread"] is None else Fraction(found["spread"])
    assert spread == expected.spread, where


def check_raters(found: dict[str, Any], place: int) -> None:
    """Every mark with its rater, and every reason with its mark."""
    for key, side, own in (("a", "a", 0), ("b", "b", 0), ("own_a", "a", 1), ("own_b", "b", 1)):
        told = {m["rater"]["name"]: Fraction(m["mark"]) for m in found[key]["marks"]}
        assert told == {
            name: Fraction(said)
            for name in PEOPLE[side]
            if name in MARKS and (said := MARKS[name][own][place]) not in (None, NOT_APPLICABLE)
        }
        reasons = {(r["rater"]["name"], r["text"]) for r in found[key]["reasons"]}
        assert reasons == {
            (rater, text)
            for (rater, indicator), text in REASONS.items()
            if not own and rater in PEOPLE[side] and indicator == INDICATORS[place]
        }


def check_overall(found: dict[str, Any]) -> None:
    """The mean of the two sides' means, each over the indicators' means."""
    a, b = (sum((given(side, n).exact for n in range(3)), Fraction(0)) / 3 for side in ("a", "b"))
    assert (found["counted"], found["total"]) == (3, 3)
    assert found["a_exact"] == float(a)
    assert found["b_exact"] == float(b)
    assert (shown(found["a"]), shown(found["b"])) == (half_up(a), half_up(b))
    assert shown(found["mark"]) == half_up((a + b) / 2)


def check_agreements(found: dict[str, Any]) -> None:
    told = {n["number"]: (n["text"], n["owner"]["name"], n["indicator"]) for n in found["actions"]}
    assert told == {
        1: ("Hang the list of numbers", "Anna Bos", ""),
        2: ("One number for all buildings", "Fred Kok", "Reachability"),
        3: ("Walk the round together", "Dirk Jansen", ""),
    }
    assert {n["number"] for n in found["actions"] if n["from_this_session"]} == {2, 3}
    (back,) = found["looked_back"]
    assert (back["number"], back["outcome"], back["times_postponed"]) == (1, "postponed", 1)
    assert back["note"] == "two rooms are to do"
    assert back["new_due"] > back["due"]
    assert [(d["number"], d["text"], d["indicator"]) for d in found["decisions"]] == [
        (1, "We call before nine.", "Proactivity")
    ]
    assert found["consent"] is True
    assert [(c["side"], c["name"]) for c in found["confirmations"]] == [
        ("a", "Anna Bos"),
        ("b", "Dirk Jansen"),
    ]
    assert found["next_session"]


def shown(value: float) -> Decimal:
    """A shown figure of the JSON as the decimal number that it is written as."""
    return Decimal(str(value))


def check_exports(home: Path, file: Path) -> None:
    """The documents for people are made too, and the file is sound."""
    for form, begins in (("md", b"# "), ("html", b"<!doctype html>"), ("docx", b"PK")):
        target = home / f"minutes.{form}"
        done = run(home, "minutes", str(file), "--format", form, "--output", str(target))
        assert done.returncode == 0, done.stderr.decode()
        data = target.read_bytes()
        assert data.lower().startswith(begins.lower()), form
        assert form == "docx" or TYPED_SECRET.encode() in data
    done = run(home, "check", str(file))
    assert done.returncode == 0
    assert b"sound" in done.stdout
