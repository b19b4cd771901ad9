"""However the answers came (keyboard, phone, mail, CSV, XLSX), the minutes say the same."""

import csv
import io
import json
from pathlib import Path

import pytest

from sessionui.domain.intents.reveal import Reveal
from sessionui.domain.intents.score import LockRound
from sessionui.domain.minutes.build import minutes_of
from sessionui.domain.scoring import REASON_LIMIT, reason_length
from sessionui.domain.terms import Secrecy
from sessionui.domain.work import Work
from sessionui.intake.file import read_file
from sessionui.intake.problems import told
from sessionui.intake.template import template_of
from sessionui.minutes import render
from tests.domain.making import NOON, do, work
from tests.forms.filling import answer_file, data_in, opened, pages
from tests.intake.sheets import xlsx
from tests.support.same_answers import (
    REASONS,
    answers_by,
    by_keyboard,
    by_phone,
    facts,
    folder_of,
    raters,
    rows_wide,
)


def minutes(of: Work) -> object:
    """The minutes after everything was revealed, as data without ids and moments."""
    of = do(of, LockRound(), *(Reveal(i.indicator_id) for i in of.items))
    return facts(render(minutes_of(of, NOON), "json", "en"))


def taken(of: Work, path: str) -> Work:
    imported = read_file(path, of)
    assert [told(p) for p in imported.problems] == []
    return do(of, imported.intent)


def by_mail(of: Work, folder: Path) -> Work:
    made = pages(of, numbered=True)
    files = {}
    for (name, page), (side, n, person) in zip(made.items(), raters(of), strict=True):
        assert data_in(page)["side"] == side
        assert data_in(page)["rater"] in ("", person)
        filled = [(a.indicator_id, a.own, a.mark, a.reason) for a in answers_by(of, n, side)]
        files[f"{name}.json"] = answer_file(page, filled)
    return taken(of, folder_of(folder, files))


def by_csv(of: Work, folder: Path) -> Work:
    text = io.StringIO()
    csv.writer(text, delimiter=";").writerows(rows_wide(of))
    (folder / "answers.csv").write_text(text.getvalue(), encoding="utf-8")
    return taken(of, str(folder / "answers.csv"))


def by_xlsx(of: Work, folder: Path) -> Work:
    rows: list[list[object]] = [
        [float(c.replace(",", ".")) if c.replace(",", "").isdigit() else c or None for c in row]
        for row in rows_wide(of)
    ]
    (folder / "answers.xlsx").write_bytes(xlsx(*rows))
    return taken(of, str(folder / "answers.xlsx"))


@pytest.mark.parametrize("secrecy", ["name", "side"])
def test_the_minutes_are_the_same(secrecy: Secrecy, tmp_path: Path) -> None:
    of = opened(work(secrecy, threshold=2, self_estimate=True, half_marks=True))
    ways = {
        "keyboard": do(of, *by_keyboard(of)),
        "phone": do(of, *by_phone(of)),
        "mail": by_mail(of, tmp_path / "mail"),
        "csv": by_csv(of, tmp_path),
        "xlsx": by_xlsx(of, tmp_path),
    }
    expected = minutes(ways.pop("keyboard"))
    reasons = {a.reason for b in do(of, *by_keyboard(of)).urn.ballots for a in b.answers}
    assert reasons == set(REASONS)
    assert max(map(reason_length, reasons)) == REASON_LIMIT
    shown = json.dumps(expected, ensure_ascii=False)
    assert all(reason in shown for reason in reasons)
    for way, after in ways.items():
        assert minutes(after) == expected, way
    assert template_of(of, "nl")
