"""Taking in forms and sheets in the score stage; nothing of a score shows."""

from pathlib import Path

from textual import events

from sessionui.app import SessionUI
from sessionui.domain.intents.phones import GiveAnswers
from sessionui.domain.scoring import Answer
from tests.forms.filling import Filled, answer_file, as_mail
from tests.support.memory import MemoryRepository
from tests.support.room import app_on, line_of, screen_text, until
from tests.support.scoring import NARROW, desk_of, flat, press, scoring, work_of

WIDE = (120, 40)
SHEET = """\
Submitted,What is your name?,How proactive? (Proactivity),Why?,Openness
x,Anna 0,3,SENTINEL,4
y,Anna 1,4,,44
z,Nobody,5,,6
"""


def typed(app: SessionUI, path: Path) -> None:
    line_of(app, "PathInput").value = str(path)


def names_in(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def answers_of(app: SessionUI, *marks: float) -> Filled:
    items = work_of(app).items
    return [(i.indicator_id, False, m, "SENTINEL") for i, m in zip(items, marks, strict=False)]


async def test_a_sheet_with_other_columns(tmp_path: Path) -> None:
    (tmp_path / "sheet.csv").write_text(SHEET)
    repository = MemoryRepository()
    app = app_on(scoring(), repository)
    async with app.run_test(size=NARROW) as pilot:
        await pilot.pause()
        await press(pilot, "i")
        typed(app, tmp_path / "sheet.csv")
        await press(pilot, "enter")
        await pilot.pause()
        text = flat(app)
        assert "What are these columns?" in text
        assert "Proactivity: mark" in text
        assert "Proactivity: reason" in text
        assert "the rater" in text
        assert "SENTINEL" not in text
        await press(pilot, "ctrl+s")
        text = flat(app)
        assert "✗ Row 3, Openness" in text
        assert "✗ Row 4" in text
        assert "tab, space: leave out" in text
        assert "escape closes" in text
        await press(pilot, "tab", "space")
        assert "row 3 is left out" in flat(app)
        assert "Noorderhaven: " not in flat(app)
        await press(pilot, "space")
        assert "Noorderhaven: 1 rater" in flat(app)
        assert "enter takes them in" in flat(app)
        await press(pilot, "enter")
        assert len(work_of(app).urn.ballots) == 1
        assert repository.setting(f"mapping/{work_of(app).partnership.id}")
        (tmp_path / "later.csv").write_text(SHEET.replace("44", "4").replace("Nobody", "Bram 0"))
        await press(pilot, "i")
        typed(app, tmp_path / "later.csv")
        await press(pilot, "enter")
        assert "Noorderhaven: 2 raters" in flat(app)
        assert "Replaces the answers of Anna 0." in flat(app)


async def test_answers_that_came_after_the_look_are_told_before_they_are_replaced(
    tmp_path: Path,
) -> None:
    (tmp_path / "a.csv").write_text("rater;indicator;mark\nAnna 0;Openness;7\nAnna 1;Openness;6\n")
    app = app_on(scoring())
    async with app.run_test(size=NARROW) as pilot:
        await pilot.pause()
        items = [i.indicator_id for i in work_of(app).items]
        zero, one, _two = work_of(app).raters("a")

        def by_phone(rater: str, *items: str, done: bool = False) -> None:
            given = tuple(Answer(indicator_id=i, mark=9) for i in items)
            assert desk_of(app).do(GiveAnswers("a", given, f"C{rater}", rater, done)) is None

        by_phone(zero, items[0])
        by_phone(one, items[0])
        await press(pilot, "i")
        typed(app, tmp_path / "a.csv")
        await press(pilot, "enter")
        assert "Replaces the answers of Anna 0 and Anna 1." in flat(app)
        by_phone(one, done=True)  # no other answers, so nothing that wasn't seen
        by_phone(zero, *items, done=True)
        await press(pilot, "enter")
        told, _changed, _rest = flat(app).partition("changed. This is how it is now.")
        assert "the answers of Anna 0 have" in told
        assert "Anna 1" not in told.partition("Nothing was taken in")[2]
        assert "Replaces the answers of Anna 0 and Anna 1." in flat(app)
        assert [len(b.answers) for b in map(work_of(app).urn.of_rater, (zero, one)) if b] == [3, 1]
        await press(pilot, "enter")
        assert [len(b.answers) for b in map(work_of(app).urn.of_rater, (zero, one)) if b] == [1, 1]


async def test_the_end_of_a_long_path_stays_in_sight() -> None:
    app = app_on(scoring())
    async with app.run_test(size=NARROW) as pilot:
        await pilot.pause()
        await press(pilot, "i")
        await press(pilot, *("/folder" * 14), *"/name.csv")
        assert "folder/name.csv" in flat(app)


async def test_with_many_wrong_rows_the_keys_stay_on_the_screen(tmp_path: Path) -> None:
    rows = "".join(f"Nobody {n};Openness;11\n" for n in range(9))
    (tmp_path / "a.csv").write_text(f"rater;indicator;mark\n{rows}")
    app = app_on(scoring())
    async with app.run_test(size=NARROW) as pilot:
        await pilot.pause()
        await press(pilot, "i")
        typed(app, tmp_path / "a.csv")
        await press(pilot, "enter", "tab", "space", "space")
        assert "row 3 is left out" in flat(app)
        assert "tab, space: leave out" in flat(app)
        assert "escape closes" in flat(app)


async def test_a_column_is_corrected(tmp_path: Path) -> None:
    (tmp_path / "sheet.csv").write_text("Submitted,Proactivity,Opennes\nx,7,6\n")
    app = app_on(scoring(secrecy="side"))
    async with app.run_test(size=WIDE) as pilot:
        await pilot.pause()
        await press(pilot, "i")
        typed(app, tmp_path / "sheet.csv")
        await press(pilot, "enter")
        assert "There is no column for the rater, nor for the side." in flat(app)
        await press(pilot, "o", "o")
        assert "Helderwit: 1 rater" in flat(app)
        await press(pilot, "end", "enter")
        assert "Openness: reason" in flat(app)
        await press(pilot, "end", *["up"] * 4, "enter")
        assert "pass over" in flat(app).split("Opennes", 1)[1]
        await press(pilot, "ctrl+s", "enter")
        (ballot,) = work_of(app).urn.ballots
        assert (ballot.side, len(ballot.answers)) == ("b", 1)


async def test_forms_go_out_into_a_folder_that_is_made(tmp_path: Path) -> None:
    app = app_on(scoring(secrecy="side"))
    async with app.run_test(size=NARROW) as pilot:
        await pilot.pause()
        await press(pilot, "m")
        line_of(app, "#folder").value = str(tmp_path / "no" / "where")
        await press(pilot, "ctrl+s")
        await until(pilot, lambda: "There is no folder" in flat(app))
        assert names_in(tmp_path) == []
        line_of(app, "#folder").value = str(tmp_path / "forms")
        await press(pilot, "ctrl+s")
        await until(pilot, lambda: "2 forms are in" in flat(app))
        assert len(names_in(tmp_path / "forms")) == 2


async def test_forms_go_out_and_answers_come_back(tmp_path: Path) -> None:
    app = app_on(scoring(secrecy="side"))
    async with app.run_test(size=NARROW) as pilot:
        await pilot.pause()
        await press(pilot, "m")
        line_of(app, "#folder").value = str(tmp_path)
        await press(pilot, "ctrl+s")
        for _wait in range(100):
            if len(names_in(tmp_path)) == 2 and "✓" in screen_text(app):
                break
            await pilot.pause(0.02)
        names = names_in(tmp_path)
        assert names == ["questionnaire-a-noorderhaven.html", "questionnaire-b-helderwit.html"]
        await press(pilot, "escape")
        page = (tmp_path / names[0]).read_text(encoding="utf-8")
        file = answer_file(page, answers_of(app, 3, 4, 9))
        (tmp_path / "answers.json").write_text(file)
        await press(pilot, "i")
        typed(app, tmp_path)
        await press(pilot, "enter")
        assert "Noorderhaven: 1 rater" in flat(app)
        assert "Other files in the folder, passed over: 2." in flat(app)
        await press(pilot, "enter")
        assert "1 of 3 answered" in flat(app)
        await press(pilot, "i")
        app.screen.query_one("PathInput").post_message(events.Paste(f"Hello\n\n{as_mail(file)}"))
        await pilot.pause()
        await pilot.pause()
        assert "Taken in before, and the same now: 1." in flat(app)
        assert "BEGIN" not in flat(app)
        assert not desk_of(app).draft("import/path")
