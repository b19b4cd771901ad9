"""The empty sheet: filled in, it comes back without a mapping."""

import io

import pytest
from python_calamine import CalamineWorkbook

from sessionui.domain.wording import Refused
from sessionui.domain.work import Work
from sessionui.intake.reading import read_answers
from sessionui.intake.template import template_of
from sessionui.locale import LANGUAGES, Language
from tests.domain.making import indicator, work
from tests.intake.files import given
from tests.intake.sheets import xlsx
from tests.support.room import HOSTILE


def rows_of(data: bytes) -> list[list[object]]:
    book = CalamineWorkbook.from_filelike(io.BytesIO(data))
    return [list(row) for row in book.get_sheet_by_index(0).to_python()]


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("secrecy", ["name", "side"])
def test_it_comes_back(lang: Language, secrecy: str) -> None:
    of = work("side" if secrecy == "side" else "name", self_estimate=True, half_marks=True)
    rows = rows_of(template_of(of, lang))
    personal = 2 if secrecy == "name" else 1
    assert len(rows) == 7
    empty = read_answers(template_of(of, lang), of)
    assert [p.sentence.template for p in empty.problems] == ["There are no answers in this file."]
    for row in rows[1:]:
        row[personal:] = [7.5 if n % 2 == 0 else "so it is" for n in range(12)]
    imported = read_answers(xlsx(*rows), of)
    assert imported.problems == ()
    assert imported.counts == {"a": 3, "b": 3}
    assert {r[4:] for r in given(imported)} == {(7.5, "so it is")}
    assert len(given(imported)) == 36


def test_names_of_people_stay_text() -> None:
    of = work()
    nasty = (indicator("x", '=HYPERLINK("x")'), indicator("y", HOSTILE + "word"))
    of = of.but(partnership=of.partnership.but(indicators=nasty, name_a="=1+1"))
    data = template_of(of, "en")
    assert rows_of(data)[0][2] == '=HYPERLINK("x")'
    assert rows_of(data)[1][1] == "=1+1"


@pytest.mark.parametrize("other", ["Trust", "trust!"])
def test_indicators_that_cannot_be_told_apart(other: str) -> None:
    of = work()
    same = (indicator("x", "Trust"), indicator("y", other))
    with pytest.raises(Refused):
        template_of(of.but(partnership=of.partnership.but(indicators=same)), "en")


def test_nothing_to_score() -> None:
    of: Work = work(ids=())
    with pytest.raises(Refused):
        template_of(of, "en")
