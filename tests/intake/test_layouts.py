"""One row a mark, or one row a rater; headings in Dutch and English."""

import pytest

from sessionui.domain.indicators import Meaning
from sessionui.domain.intents.meaning import ReviseMeaning
from sessionui.domain.intents.people import AddPerson
from sessionui.domain.intents.score import SealBallot
from tests.domain.making import do, named, work
from tests.intake.files import LONG, given, problems, read


def test_one_row_a_mark() -> None:
    imported = read(
        LONG,
        "Anna Bos;;Openness;7;calls us;",
        "Anna Bos;;Trust;8;;no",
        "Dirk Jansen;Helderwit;Openness;6;late;",
        "Dirk Jansen;supplier;Openness;9;;yes",
        of=work(self_estimate=True),
    )
    assert given(imported) == [
        ("a", "anna", "openness", False, 7, "calls us"),
        ("a", "anna", "trust", False, 8, ""),
        ("b", "dirk", "openness", False, 6, "late"),
        ("b", "dirk", "openness", True, 9, ""),
    ]
    assert imported.counts == {"a": 1, "b": 1}
    assert imported.replaces == ()


def test_one_row_a_rater() -> None:
    imported = read(
        "Naam;Kant;Openness;Onderbouwing Openness;Trust;Trust (zelf);Trust zelf onderbouwing",
        "anna  BOS;opdrachtgever;7;belt zelf;n.v.t.;8;we proberen het",
        "els ozer;;6;;;;",
        of=work(self_estimate=True),
    )
    assert given(imported) == [
        ("a", "anna", "openness", False, 7, "belt zelf"),
        ("a", "anna", "trust", False, None, ""),
        ("a", "anna", "trust", True, 8, "we proberen het"),
        ("b", "els", "openness", False, 6, ""),
    ]


@pytest.mark.parametrize(
    "headings",
    [
        "Rater;Indicator;Mark;Reason",
        "rater ; INDICATOR;mark;  reason",
        "Beoordelaar;Zachte indicator;Cijfer;Onderbouwing",
        "Naam;indicator;Beoordeling;Toelichting",
        "Name;Soft Indicator;Score;Why",
        "Persoon;STI;Cijfer:;Reden?",
    ],
)
def test_headings_of_the_long_layout(headings: str) -> None:
    assert given(read(headings, "Anna Bos;Openness;7;x")) == [
        ("a", "anna", "openness", False, 7, "x")
    ]


@pytest.mark.parametrize(
    "heading",
    [
        "Openness reason",
        "openness: reason",
        "Openness (onderbouwing)",
        "Onderbouwing openness",
        "toelichting - Openness",
        "Why openness?",
    ],
)
def test_headings_of_reasons(heading: str) -> None:
    imported = read(f"Rater;Openness;{heading}", "Anna Bos;7;x")
    assert given(imported) == [("a", "anna", "openness", False, 7, "x")]


@pytest.mark.parametrize(
    "heading",
    ["Openness self", "self-estimate Openness", "Openness (zelfinschatting)", "Eigen openness"],
)
def test_headings_of_self_estimates(heading: str) -> None:
    imported = read(f"Rater;{heading}", "Anna Bos;7", of=work(self_estimate=True))
    assert given(imported) == [("a", "anna", "openness", True, 7, "")]


def test_an_indicator_with_the_name_of_a_column_is_an_indicator() -> None:
    of = work(ids=("score", "reason"))
    imported = read("Rater;Score;Reason;Reason why", "Anna Bos;7;8;because", of=of)
    assert given(imported) == [
        ("a", "anna", "reason", False, 8, "because"),
        ("a", "anna", "score", False, 7, ""),
    ]


@pytest.mark.parametrize("extra", ["Timestamp", "Datum", "E-mail", "Functie"])
def test_columns_that_surveys_add_are_passed_over(extra: str) -> None:
    assert len(given(read(f"{extra};Rater;Openness", "12-11-2026;Anna Bos;7"))) == 1
    assert len(given(read(f"{extra};Rater;Indicator;Mark", "x;Anna Bos;Openness;7"))) == 1


def test_an_unknown_column_is_named() -> None:
    assert problems("Rater;Openness;Opennes;Trust", "Anna Bos;7;8;9") == [
        "Row 1, Opennes: This column names no indicator of this round."
    ]
    assert problems("Rater;Indicator;Mark;Mood", "Anna Bos;Openness;7;glad") == [
        "Row 1, Mood: This column is not known here."
    ]


@pytest.mark.parametrize(
    "headings",
    [
        "Rater;Indicator;Mark;Score",
        "Rater;Naam;Openness;Trust",
        "Rater;Openness;openness;Trust",
        "Rater;Openness;Openness reason;Reason openness",
    ],
)
def test_two_columns_for_the_same(headings: str) -> None:
    (problem,) = problems(headings, "Anna Bos;7;7;7")
    assert problem.endswith("There are two columns for the same.")


@pytest.mark.parametrize(
    "rows",
    [
        ("1;2;3", "4;5;6"),
        ("Indicator;Reason", "Openness;x"),
        ("Openness;Trust", "7;8"),
        ("Rater;Reason", "Anna Bos;x"),
        ("Anna Bos;Openness;7;zq-reason", "Bram Vos;Openness;8;x"),
    ],
)
def test_headings_that_name_too_little(rows: tuple[str, ...]) -> None:
    (problem,) = problems(*rows)
    assert problem.startswith("The first row must name the columns")
    assert "zq" not in problem


def test_a_mark_without_rater_and_side() -> None:
    (problem,) = problems("Indicator;Mark", "Openness;7")
    assert problem == "Row 1: There is no column for the rater, nor for the side."


def test_a_file_with_headings_only() -> None:
    assert problems(LONG) == ["There are no answers in this file."]
    assert problems(LONG, "Anna Bos;;Openness;;;") == ["There are no answers in this file."]


def test_empty_is_not_filled_in_and_not_applicable_is_an_answer() -> None:
    for word in ("n/a", "N/A", "n.v.t.", "NVT", "n.v.t", "-", "–", "niet van toepassing", "na"):
        imported = read("Rater;Openness;Trust;Pace", f"Anna Bos;{word};;7")
        assert given(imported) == [
            ("a", "anna", "openness", False, None, ""),
            ("a", "anna", "pace", False, 7, ""),
        ]


@pytest.mark.parametrize(
    ("name", "person"),
    [("Els Özer", "els"), ("els  ozer", "els"), ("ELS ÖZER ", "els"), ("Carla De-Wit", "carla")],
)
def test_raters_are_found_forgivingly(name: str, person: str) -> None:
    assert given(read("Rater;Openness", f"{name};7"))[0][1] == person


@pytest.mark.parametrize(
    ("name", "written"),
    [("Murat Yıldız", "murat yildiz"), ("Søren Ægir", "Soren Aegir"), ("İnci Groß", "inci gross")],
)
def test_letters_that_a_keyboard_may_lack(name: str, written: str) -> None:
    of = do(work(), AddPerson("a", name))
    assert (
        given(read("Rater;Openness", f"{written};7", of=of))[0][1] == of.partnership.people[-1].id
    )


def test_of_two_who_look_alike_the_one_that_is_spelled_so() -> None:
    of = do(work(), AddPerson("a", "Öz Bos"), AddPerson("a", "Oz Bos"))
    umlaut, plain = of.partnership.people[-2:]
    rows = given(read("Rater;Openness", "öz bos;7", "OZ BOS;8", of=of))
    assert {r[1]: r[4] for r in rows} == {umlaut.id: 7, plain.id: 8}
    assert problems("Rater;Openness", "Öz-Bos;7", of=of) == [
        "Row 2, Rater: More than one person is called Öz Bos: add a column with the side."
    ]


def test_the_side_tells_namesakes_apart() -> None:
    of = do(work(), AddPerson("b", "Anna Bos"))
    other = of.partnership.people[-1].id
    rows = given(read("Rater;Side;Openness", "Anna Bos;a;7", "Anna Bos;b;8", of=of))
    assert {r[1]: r[4] for r in rows} == {"anna": 7, other: 8}
    assert "More than one person" in problems("Rater;Openness", "Anna Bos;7", of=of)[0]


@pytest.mark.parametrize(
    ("word", "side"),
    [
        ("Noorderhaven", "a"),
        ("NOORDER-HAVEN", None),
        ("helderwit ", "b"),
        ("client", "a"),
        ("Supplier", "b"),
        ("Opdrachtgever", "a"),
        ("leverancier", "b"),
        ("opdrachtnemer", "b"),
        ("A", "a"),
        ("b", "b"),
        ("◆", "a"),
        ("c", None),
    ],
)
def test_sides(word: str, side: str | None) -> None:
    rows = ("Side;Openness", f"{word};7")
    if side is None:
        assert problems(*rows, of=work("side")) == [
            "Row 2, Side: The side is Noorderhaven or Helderwit."
        ]
    else:
        assert given(read(*rows, of=work("side")))[0][0] == side


def test_an_organisation_called_as_the_other_side_is_meant_itself() -> None:
    of = work("side")
    of = of.but(partnership=of.partnership.but(name_a="B"))
    assert given(read("Side;Openness", "b;7", of=of))[0][0] == "a"


def test_the_scored_name_and_the_new_one_both_work() -> None:
    of = do(work(), named("bram", {"openness": 6}))
    of = do(of, ReviseMeaning("openness", "Candour", Meaning(text="x"), "clearer"))
    for name in ("Openness", "candour"):
        assert given(read("Rater;Indicator;Mark", f"Anna Bos;{name};7", of=of))[0][2] == "openness"


def test_whose_answers_are_replaced_is_told() -> None:
    of = do(work(), named("anna", {"openness": 6, "trust": 5}), named("dirk", {"trust": 7}))
    imported = read("Rater;Openness", "Anna Bos;7", "Bram Vos;8", of=of)
    assert imported.replaces == ("Anna Bos",)
    after = do(of, imported.intent)
    anna = after.urn.of_rater("anna")
    assert anna is not None
    assert [(a.indicator_id, a.mark) for a in anna.answers] == [("openness", 7)]
    assert after.turnout.answered == ("anna", "bram", "dirk")


def test_by_name_everything_is_taken_in_as_if_typed() -> None:
    imported = read("Rater;Openness;Trust", "Dirk Jansen;7;8", "Anna Bos;6;")
    typed = do(work(), named("anna", {"openness": 6}), named("dirk", {"openness": 7, "trust": 8}))
    after = do(work(), imported.intent)
    assert [b.but(id="") for b in after.urn.ballots] == [b.but(id="") for b in typed.urn.ballots]
    assert after.turnout == typed.turnout
    assert all(isinstance(b, SealBallot) for b in imported.ballots)
