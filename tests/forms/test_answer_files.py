"""What comes back from forms: taken in when it is sound, else told apart in one sentence."""

import json
from email.message import EmailMessage
from pathlib import Path

import pytest

from sessionui.domain.intents.erase import ErasePerson
from sessionui.domain.intents.meaning import ReviseMeaning
from sessionui.domain.intents.phones import GiveAnswers, WithdrawAnswers
from sessionui.domain.intents.score import LockRound
from sessionui.domain.intents.welcome import SetRules
from sessionui.domain.scoring import Answer
from sessionui.domain.wording import Sentence
from sessionui.domain.work import Work
from sessionui.intake.file import read_file
from sessionui.intake.imported import Imported
from sessionui.intake.problems import told
from sessionui.locale import phrase
from tests.domain.making import do, work
from tests.forms.filling import (
    SECRET,
    answer_file,
    as_mail,
    content,
    data_in,
    enveloped,
    opened,
    pages,
)

ANNA = [
    ("openness", False, 7, "calls us early"),
    ("trust", False, None, ""),
    ("pace", False, 4, ""),
]
OTHER = [("openness", False, 3, "zq-secret")]


@pytest.fixture
def by_name() -> Work:
    return opened(work())


@pytest.fixture
def by_side() -> Work:
    return opened(work("side"))


def page_of(work: Work, name: str, *, numbered: bool = False) -> str:
    return next(p for n, p in pages(work, numbered=numbered).items() if name in n)


def read(work: Work, folder: Path, *files: str, skip: tuple[str, ...] = ()) -> Imported:
    for number, file in enumerate(files, 1):
        (folder / f"answers-{number}.json").write_text(file, encoding="utf-8")
    return read_file(str(folder), work, skip=skip)


def sentences(imported: Imported) -> list[str]:
    assert imported.ballots == ()
    return [told(p) for p in imported.problems]


def told_of(note: Sentence) -> str:
    return phrase(note.template, note.values)


def marks_in(of: Work) -> list[float | None]:
    (ballot,) = of.urn.ballots
    return [answer.mark for answer in ballot.answers]


def test_by_name_the_answers_are_those_of_the_rater(by_name: Work, tmp_path: Path) -> None:
    imported = read(by_name, tmp_path, answer_file(page_of(by_name, "anna"), ANNA))
    assert imported.problems == ()
    assert imported.counts == {"a": 1, "b": 0}
    after = do(by_name, imported.intent)
    ballot = after.urn.of_rater("anna")
    assert ballot is not None
    assert ballot.finished
    assert [(a.indicator_id, a.mark, a.reason) for a in ballot.answers] == [
        ("openness", 7, "calls us early"),
        ("trust", None, ""),
        ("pace", 4, ""),
    ]
    assert after.turnout.answered == ("anna",)


def test_by_side_nothing_stored_links_a_ballot_to_a_form(by_side: Work, tmp_path: Path) -> None:
    page = page_of(by_side, "noorderhaven")
    imported = read(by_side, tmp_path, answer_file(page, ANNA, "1" * 32), answer_file(page, OTHER))
    assert imported.counts == {"a": 2, "b": 0}
    after = do(by_side, imported.intent)
    stored = after.urn.model_dump_json() + after.session.model_dump_json()
    stored += after.turnout.model_dump_json() + repr(after) + repr(imported)
    data = data_in(page)
    for known in (data["form"], data["form"][:32], data["key"], "1" * 32, "calls us early"):
        assert known not in (stored if known != "calls us early" else repr(imported))
    assert after.turnout.answered == ()
    assert after.side_turnout("a").unnamed == 2


def test_text_out_of_a_mail_however_it_was_quoted(by_side: Work) -> None:
    block = as_mail(answer_file(page_of(by_side, "helderwit"), OTHER))
    quoted = "Hello,\n\n> " + block.replace("\n", "\r\n> ") + "\nRegards"
    for text in (block, quoted, block.replace("\n", " "), f"{block}\n{quoted}"):
        assert read_file(text, by_side).counts == {"a": 0, "b": 1}


def test_forged_and_edited_are_told_apart(by_side: Work, tmp_path: Path) -> None:
    page = page_of(by_side, "noorderhaven")
    sound = json.loads(answer_file(page, ANNA))
    edited = {**sound, "answers": json.loads(answer_file(page, OTHER))["answers"]}
    forged = answer_file(page, ANNA, form="ab" * 32)
    other_side = answer_file(page, ANNA, side="b")
    no_copy = answer_file(page, ANNA, "")
    found = sentences(read(by_side, tmp_path, json.dumps(edited), forged, other_side, no_copy))
    assert [s.split(":")[0] for s in found] == [f"answers-{n}.json" for n in (1, 2, 3, 4)]
    assert "was changed after it was saved" in found[0]
    assert all("it is forged" in s for s in found[1:])
    assert not any("zq-secret" in s or "3" in s.split(": ", 1)[1] for s in found)


def test_foreign_ones(by_name: Work, tmp_path: Path) -> None:
    elsewhere = opened(work(), "f" * 32)
    other = elsewhere.but(session=elsewhere.session.but(id="other"))
    found = sentences(
        read(
            by_name,
            tmp_path,
            answer_file(page_of(elsewhere, "anna"), ANNA),
            answer_file(page_of(other, "anna"), ANNA),
            '{"format": "sessionui-answers", "version": 2}',
            '{"format": "sessionui-answers", "version": 1, "answers": "x", "check": "y"}',
        )
    )
    assert [s.split(": ", 1)[1] for s in found] == [
        "Its form was made with another copy of this data file, so it can't be checked.",
        "It is for another session, of 12 Nov 2026.",
        "It comes from a newer version of this program.",
        "This is not an answer file of a form, or it is damaged.",
    ]


def test_outdated_ones(by_name: Work, tmp_path: Path) -> None:
    anna = answer_file(page_of(by_name, "anna"), ANNA)
    openness = by_name.partnership.indicator("openness")
    assert openness is not None
    meaning = openness.meaning.but(text="sharper")
    revised = do(by_name, ReviseMeaning("openness", openness.name, meaning, "sharper"))
    (sentence,) = sentences(read(revised, tmp_path, anna))
    assert "the meaning of Openness was revised since" in sentence
    chosen = by_name.but(
        session=by_name.session.but(rules=by_name.session.rules.but(secrecy="side"))
    )
    (sentence,) = sentences(read(chosen, tmp_path, anna))
    assert "how scores are given and shown was changed" in sentence
    fewer = work(ids=("openness", "trust"))
    fewer = fewer.but(session=fewer.session.but(phones=by_name.session.phones))
    (sentence,) = sentences(read(fewer, tmp_path, anna))
    assert "other indicators are scored now" in sentence


def test_a_meaning_revised_after_the_first_ballot_counts_next_time(
    by_name: Work, tmp_path: Path
) -> None:
    bram = answer_file(page_of(by_name, "bram"), ANNA)
    begun = do(by_name, read(by_name, tmp_path, answer_file(page_of(by_name, "anna"), ANNA)).intent)
    openness = begun.partnership.indicator("openness")
    assert openness is not None
    meaning = openness.meaning.but(text="sharper")
    revised = do(begun, ReviseMeaning("openness", openness.name, meaning, "sharper"))
    assert read(revised, tmp_path, bram).problems == ()


def test_double_ones(by_side: Work, tmp_path: Path) -> None:
    page = page_of(by_side, "noorderhaven")
    anna, changed = answer_file(page, ANNA), answer_file(page, OTHER)
    twice = read(by_side, tmp_path, anna, anna)
    assert twice.counts == {"a": 1, "b": 0}
    assert len(twice.notes) == 1
    (sentence,) = sentences(read(by_side, tmp_path, anna, changed))
    assert sentence.startswith("answers-2.json: It comes from the same rater as answers-1.json")
    chosen = read(by_side, tmp_path, anna, changed, skip=("answers-1.json",))
    assert chosen.problems == ()
    after = do(by_side, chosen.intent)
    assert after.urn.ballots[0].answers[0].mark == 3
    (tmp_path / "answers-1.json").unlink()
    again = read_file(str(tmp_path), after)
    assert (again.counts, again.problems) == ({"a": 0, "b": 0}, ())
    assert [n.template for n in again.notes] == ["Taken in before, and the same now: {n}."]
    assert do(after, again.intent).urn == after.urn


@pytest.mark.parametrize("stamped", [True, False])
@pytest.mark.parametrize("of", ["by_name", "by_side"])
def test_the_folder_may_be_taken_in_again_with_a_corrected_answer_beside_the_first(
    of: str, stamped: bool, tmp_path: Path, request: pytest.FixtureRequest
) -> None:
    work: Work = request.getfixturevalue(of)
    page = next(iter(pages(work).values()))
    first, second = (
        enveloped(content(page, filled, saved=saved if stamped else 0), data_in(page)["key"])
        for filled, saved in ((ANNA, 1000), (OTHER, 2000))
    )
    begun = do(work, read(work, tmp_path, first).intent)
    for after in (first, second), (second, first):
        imported = read(begun, tmp_path, *after)
        assert imported.problems == ()
        *untold, said = (told_of(n) for n in imported.notes if "file" in n.values)
        assert ["which of them are newer can't be told" in note for note in untold] == (
            [] if stamped else [True]
        )
        assert "was taken in before; answers-" in said
        corrected = do(begun, imported.intent)
        assert marks_in(corrected) == [3]
        again = read(corrected, tmp_path, *after)
        assert (again.problems, again.ballots) == ((), ())
        assert any("were changed or taken back since" in told_of(n) for n in again.notes)
        assert do(corrected, again.intent) == corrected
    (tmp_path / "answers-1.json").unlink()
    alone = read(corrected, tmp_path, first)
    assert (alone.problems, alone.ballots) == ((), ())


def test_answers_changed_or_taken_back_on_a_phone_are_not_replaced_by_an_old_file(
    by_name: Work, tmp_path: Path
) -> None:
    first = answer_file(page_of(by_name, "anna"), ANNA, saved=1000)
    after = do(by_name, read(by_name, tmp_path, first).intent)
    phone = GiveAnswers("a", (Answer(indicator_id="pace", mark=9),), "CODE", "anna")
    changed = do(after, phone)
    again = read(changed, tmp_path, first)
    assert (again.problems, again.ballots) == ((), ())
    assert do(changed, again.intent) == changed
    back = do(changed, WithdrawAnswers("a", "CODE", "anna"))
    kept = read(back, tmp_path, first)
    assert (kept.problems, kept.ballots) == ((), ())
    (said,) = kept.notes
    assert "its answers were changed or taken back since: passed over." in told_of(said)
    assert do(back, kept.intent) == back
    anew = answer_file(page_of(by_name, "anna"), ANNA, saved=2000)
    assert marks_in(do(back, read(back, tmp_path, first, anew).intent)) == [7, None, 4]


@pytest.mark.parametrize("of", ["by_name", "by_side"])
def test_an_older_file_that_comes_late(
    of: str, tmp_path: Path, request: pytest.FixtureRequest
) -> None:
    work: Work = request.getfixturevalue(of)
    page = page_of(work, "anna" if of == "by_name" else "noorderhaven")
    newer, older, newest, undated = (
        answer_file(page, filled, saved=at)
        for filled, at in ((ANNA, 2000), (OTHER, 1000), (OTHER, 3000), (OTHER, 0))
    )
    after = do(work, read(work, tmp_path, newer).intent)
    assert [s.at for s in after.urn.saved] == ([2000] if of == "by_name" else [])
    late = read(after, tmp_path, older)
    assert late.problems == ()
    if of == "by_side":  # no moment is kept, so it comes in; that is told before
        assert marks_in(do(after, late.intent)) == [3]
        assert any("which of them are newer can't be told" in told_of(n) for n in late.notes)
        assert "2000" not in after.urn.model_dump_json()
        return
    assert (late.ballots, late.replaces) == ((), ())
    assert "answers-1.json was saved before an answer file of the same" in told_of(late.notes[0])
    assert do(after, late.intent) == after  # so the same is told when it is read again
    phone = GiveAnswers("a", (Answer(indicator_id="pace", mark=9),), "CODE", "anna")
    for now in (do(after, phone), do(after, WithdrawAnswers("a", "CODE", "anna"))):
        assert read(now, tmp_path, older).ballots == ()
    better = read(after, tmp_path, newest)
    assert (better.notes, better.replaces) == ((), ("Anna Bos",))
    assert [s.at for s in do(after, better.intent).urn.saved] == [3000]
    unknown = read(after, tmp_path, undated)
    assert "which of them are newer can't be told" in told_of(unknown.notes[0])
    kept = do(after, unknown.intent)
    assert [s.at for s in kept.urn.saved] == [2000]
    gone = do(kept, ErasePerson("anna", "alias", "somebody"))
    assert [s.rater_id for s in gone.urn.saved] == ["alias"]
    taken_back = do(after, WithdrawAnswers("a", "CODE", "anna"))
    assert do(taken_back, SetRules("side")).urn.saved == ()


def test_of_several_new_answers_of_one_rater_the_one_saved_last_counts(
    by_name: Work, tmp_path: Path
) -> None:
    page = page_of(by_name, "anna")
    a, b, a_again = (
        answer_file(page, filled, saved=n)
        for n, filled in ((1000, OTHER), (2000, ANNA), (3000, OTHER))
    )
    imported = read(by_name, tmp_path, a, a_again, b)
    assert imported.problems == ()
    assert [told_of(n) for n in imported.notes] == [
        "answers-1.json is the same as answers-2.json and counts once.",
        "answers-3.json is older than answers-2.json, from the same rater: passed over.",
    ]
    assert marks_in(do(by_name, imported.intent)) == [3]
    after = do(by_name, read(by_name, tmp_path, b, b, b).intent)
    late = read(after, tmp_path, a, b, b)
    assert late.ballots == ()
    assert told_of(late.notes[0]).startswith("answers-1.json is older than answers-2.json")
    back = do(after, read(after, tmp_path, a, b, a_again).intent)
    assert marks_in(back) == [3]


def test_a_numbered_form_counts_once_and_a_later_answer_replaces_it(
    by_side: Work, tmp_path: Path
) -> None:
    page = page_of(by_side, "noorderhaven-1", numbered=True)
    after = do(by_side, read(by_side, tmp_path, answer_file(page, ANNA)).intent)
    changed = read(after, tmp_path, answer_file(page, OTHER))
    assert changed.problems == ()
    again = do(after, changed.intent)
    assert [len(again.urn.ballots), again.urn.ballots[0].answers[0].mark] == [1, 3]
    (sentence,) = sentences(read(again, tmp_path, answer_file(page, ANNA, "2" * 32)))
    assert "forged" in sentence


def test_no_more_answers_than_raters(by_side: Work, tmp_path: Path) -> None:
    page = page_of(by_side, "noorderhaven")
    files = [answer_file(page, ANNA, f"{n:032x}") for n in range(4)]
    (sentence,) = sentences(read(by_side, tmp_path, *files))
    assert sentence.startswith("Noorderhaven would have 4 answers from 3 raters.")


@pytest.mark.parametrize(
    "answers",
    [
        [["openness", False, 11, ""]],
        [["openness", False, 0, ""]],
        [["openness", False, 7.25, ""]],
        [["openness", False, 7.5, ""]],
        [["openness", False, 1e9, ""]],
        [["openness", False, "٣", ""]],
        [["openness", False, True, ""]],
        [["openness", True, 7, ""]],
        [["nothing", False, 7, ""]],
        [["openness", False, 7, "x" * 20_000]],
        [],
        "7",
        None,
    ],
)
def test_what_no_form_would_give(by_name: Work, tmp_path: Path, answers: object) -> None:
    page = page_of(by_name, "anna")
    made = {**content(page, ANNA), "answers": answers}
    (sentence,) = sentences(read(by_name, tmp_path, enveloped(made, data_in(page)["key"])))
    assert "x" * 100 not in sentence


def test_by_name_earlier_answers_are_replaced_and_named(by_name: Work, tmp_path: Path) -> None:
    page = page_of(by_name, "anna")
    after = do(by_name, read(by_name, tmp_path, answer_file(page, ANNA)).intent)
    imported = read(after, tmp_path, answer_file(page, OTHER))
    assert imported.replaces == ("Anna Bos",)
    assert len(do(after, imported.intent).urn.ballots) == 1


def test_a_locked_round(by_name: Work, tmp_path: Path) -> None:
    anna = answer_file(page_of(by_name, "anna"), ANNA)
    locked = do(by_name, read(by_name, tmp_path, anna).intent, LockRound())
    assert sentences(read(locked, tmp_path, anna)) == [
        "Scoring is locked. Unlock it to take in another answer."
    ]


def test_other_files_in_the_folder_are_counted(by_name: Work, tmp_path: Path) -> None:
    (tmp_path / "photo.jpg").write_bytes(b"\xff\xd8")
    (tmp_path / "notes.txt").write_text("nothing")
    imported = read(by_name, tmp_path, answer_file(page_of(by_name, "anna"), ANNA))
    assert [n.values for n in imported.notes] == [{"n": 2}]


def test_only_what_could_be_answers_counts_towards_the_most_that_are_looked_at(
    by_name: Work, tmp_path: Path
) -> None:
    for n in range(501):
        (tmp_path / f"a{n}.jpg").touch()
    sound = answer_file(page_of(by_name, "anna"), ANNA)
    assert read(by_name, tmp_path, sound).counts == {"a": 1, "b": 0}
    for n in range(500):
        (tmp_path / f"a{n}.json").touch()
    (told_so,) = sentences(read_file(str(tmp_path), by_name))
    assert "more than 500 files" in told_so


@pytest.mark.parametrize("cte", ["7bit", "quoted-printable", "base64"])
def test_mails_saved_as_files(by_name: Work, tmp_path: Path, cte: str) -> None:
    sound = answer_file(page_of(by_name, "anna"), ANNA)
    pasted, attached = EmailMessage(), EmailMessage()
    for mail in (pasted, attached):
        mail["From"], mail["Subject"] = "anna@example.org", "Answers"
    block = as_mail(sound)
    pasted.set_content(f"Hello\n{block}", cte=cte)
    pasted.add_alternative(f"<p>Hello<br>{block.replace(chr(10), '<br>')}</p>", subtype="html")
    attached.set_content("Here they are.", cte=cte)
    attached.add_attachment(
        sound.encode(), maintype="application", subtype="json", filename="answers.json"
    )
    attached.add_attachment(b"\x89PNG\0", maintype="image", subtype="png", filename="logo.png")
    for n, mail in enumerate((pasted, attached)):
        folder = tmp_path / f"{n}"
        folder.mkdir()
        (folder / "mail.eml").write_bytes(bytes(mail))
        for path in (folder, folder / "mail.eml"):
            imported = read_file(str(path), by_name)
            assert imported.problems == ()
            assert (imported.counts, imported.notes) == ({"a": 1, "b": 0}, ())
    edited = bytes(pasted).replace(b"anna@", b"bob@").replace(b"</p>", b"")
    (tmp_path / "0" / "other.eml").write_bytes(edited)
    assert [n.template for n in read_file(str(tmp_path / "0"), by_name).notes] == [
        "{file} is the same as {other} and counts once."
    ]


@pytest.mark.parametrize("written", ["\r\n", "  "])
def test_an_answer_file_that_was_laid_out_anew_is_still_one(
    by_name: Work, tmp_path: Path, written: str
) -> None:
    sound = json.loads(answer_file(page_of(by_name, "anna"), ANNA))
    text = json.dumps(sound, indent=2).replace("\n", written)
    (tmp_path / "a.json").write_bytes(text.encode())
    assert read_file(str(tmp_path / "a.json"), by_name).counts == {"a": 1, "b": 0}


def test_what_was_written_is_cleaned(by_name: Work, tmp_path: Path) -> None:
    words = " a\tb\r\nc\x1b]52;c;x\x07\x1b[31m\u202e\u200b "
    file = answer_file(page_of(by_name, "anna"), [("openness", False, 7, words)])
    imported = read(by_name, tmp_path, file)
    after = do(by_name, imported.intent)
    assert [b.answers[0].reason for b in after.urn.ballots] == ["a b\nc"]
    assert "answers-1.json" not in str(imported.notes)
    again = read(after, tmp_path, file)
    assert again.ballots == ()


def test_a_block_that_lost_its_end_is_told(by_side: Work) -> None:
    block = as_mail(answer_file(page_of(by_side, "helderwit"), OTHER))
    assert sentences(read_file(block[:-40], by_side)) == [
        "This is not an answer file of a form, or it is damaged."
    ]


@pytest.mark.parametrize(
    "damaged", ["[1,2", "{}", "{", "", "[" * 100_000, '{"a":' * 9_000, "7", "Name;Openness\nA;7\n"]
)
def test_a_damaged_answer_file_is_told_as_one_and_not_as_a_table(
    by_name: Work, tmp_path: Path, damaged: str
) -> None:
    for name, data in (("a.json", damaged.encode()), ("b.JSON", damaged.encode("utf-16"))):
        (tmp_path / name).write_bytes(data)
        assert sentences(read_file(str(tmp_path / name), by_name)) == [
            "This is not an answer file of a form, or it is damaged."
        ]


def test_whichever_letter_of_a_text_was_changed_it_is_told_and_not_passed_over(
    by_side: Work, tmp_path: Path
) -> None:
    sound = as_mail(answer_file(page_of(by_side, "helderwit"), OTHER))
    other = as_mail(answer_file(page_of(by_side, "helderwit"), OTHER, "2" * 32))
    inner = range(40, len(sound) - 40, 97)
    for at in (*range(5, 28), *inner, *range(len(sound) - 28, len(sound) - 6)):
        if sound[at].isspace():
            continue
        text = f"Hello,\n{sound[:at]}{'x' if sound[at] != 'x' else 'y'}{sound[at + 1 :]}"
        (tmp_path / "mail.txt").write_text(text, encoding="utf-8")
        (tmp_path / "mail.eml").write_text(f"From: a@example.org\n\n{text}", encoding="utf-8")
        for found in (
            read_file(text, by_side),
            read_file(str(tmp_path / "mail.txt"), by_side),
            read_file(str(tmp_path / "mail.eml"), by_side),
            read_file(str(tmp_path), by_side),
            read_file(text + other, by_side),
        ):
            assert sentences(found)
            assert all("damaged" in s or "changed after" in s for s in sentences(found)), at


def test_a_mail_without_answers_is_no_table(by_side: Work, tmp_path: Path) -> None:
    (tmp_path / "mail.eml").write_text("From: a@example.org\nSubject: hello\n\nHello\n")
    (sentence,) = sentences(read_file(str(tmp_path / "mail.eml"), by_side))
    assert sentence == "There are no answers of forms here."


def test_the_secret_is_in_no_form_and_no_repr(by_name: Work) -> None:
    for page in pages(by_name).values():
        assert SECRET not in page
    assert SECRET not in repr(by_name.session)
