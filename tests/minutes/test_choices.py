"""Before handing out: how much, whose copy, and the house style of the facilitator's firm."""

from base64 import b64decode
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import pytest

from sessionui.domain.minutes.document import MinutesDocument
from sessionui.minutes import FORMATS, file_name, make
from sessionui.minutes.choices import Choices, House
from sessionui.minutes.house import HouseProblems, read_house
from tests.minutes.readers import html_tree, pdf_text, word_file, word_text

PIXEL = b64decode(
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=="
)
SVG = (
    b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 3"><rect width="9" height="3"/></svg>'
)
STYLE = """
name = "Bureau [/]"
logo = "logo.svg"
logo_alt = "a bridge"
[colours]
accent = "#7A1F5C"
side_a = "#245c2f"
[en]
title = "Report of {a} and {b}, {date}"
opening = "Made by *us*."
ending = "Call us."
footer = "confidential"
[en.headings]
decisions = "Agreed for good"
"""


def style(folder: Path, text: str = STYLE, logo: bytes = SVG) -> Path:
    (folder / "house.toml").write_text(text, encoding="utf-8")
    (folder / "logo.svg").write_bytes(logo)
    return folder


def said(document: MinutesDocument, choices: Choices) -> dict[str, str]:
    """What each form says, in English, without white space."""
    made = {form: make(document, form, "en", choices).data for form in FORMATS if form != "json"}
    texts = {
        "pdf": pdf_text(made["pdf"]),
        "docx": word_text(made["docx"]),
        "html": "".join(html_tree(made["html"].decode()).itertext()),
        "md": made["md"].decode(),
    }
    return {form: "".join(text.split()) for form, text in texts.items()}


def test_the_list_of_agreements_leaves_out_the_course_of_the_session(
    by_name: MinutesDocument,
) -> None:
    for form, text in said(by_name, Choices("agreements")).items():
        assert "Draftofactionsanddecisions:Quarterlyreview" in text, form
        assert "Putthenightteam" in text, form
        assert "Movesareannounced" in text, form
        assert "DRAFT" in text, form
        for left_out in ("Proactivity\n", "Overallmark", "Lookedback", "EvaSmit(", "Perception"):
            assert left_out not in text, form


def test_a_copy_says_whose_it_is_and_begins_with_what_that_side_does(
    by_name: MinutesDocument,
) -> None:
    for form, text in said(by_name, Choices(copy_for="b")).items():
        assert "Copyfor●Helderwit" in text, form
        mine, others = text.index("Ownedby●Helderwit"), text.index("Agreedinthissession")
        assert mine < others, form
        assert text.count("Atelephonefortheteamleader") == 2, form  # looked back on, and owned


def test_a_house_style_is_in_every_form(by_name: MinutesDocument, tmp_path: Path) -> None:
    choices = Choices(house=read_house(style(tmp_path)))
    for form, text in said(by_name, choices).items():
        assert "ReportofNoorderhavenandHelderwit,12November2026" in text, form
        assert "Agreedforgood" in text, form
        assert "Callus." in text, form
        assert "Decisions" not in text, form


def test_logo_and_colours(by_name: MinutesDocument, tmp_path: Path) -> None:
    choices = Choices(house=read_house(style(tmp_path)))
    page = make(by_name, "html", "en", choices).data.decode()
    image = html_tree(page).find(".//{*}img")
    assert image.get("alt") == "a bridge"
    assert image.get("src").startswith("data:image/svg+xml;base64,")
    assert "--accent: #7a1f5c" in page
    assert "--a: #245c2f" in page
    word = word_file(make(by_name, "docx", "en", choices).data)
    assert str(word.styles["Heading 1"].font.color.rgb) == "7A1F5C"
    assert str(word.styles["Side A"].font.color.rgb) == "245C2F"
    assert "a bridge" in {s._inline.docPr.get("descr") for s in word.inline_shapes}
    assert "confidential" in word.sections[0].footer.paragraphs[0].text
    assert "confidential" in pdf_text(make(by_name, "pdf", "en", choices).data)


@pytest.mark.parametrize("logo", [PIXEL, SVG], ids=["png", "svg"])
def test_a_logo_of_points_and_of_vectors(
    by_name: MinutesDocument, tmp_path: Path, logo: bytes
) -> None:
    choices = Choices(house=read_house(style(tmp_path, logo=logo)))
    data = make(by_name, "docx", "en", choices).data
    with ZipFile(BytesIO(data)) as file:
        images = [name for name in file.namelist() if name.startswith("word/media/")]
        assert all(file.read(name).startswith(b"\x89PNG") for name in images)
    assert make(by_name, "pdf", "en", choices).notices == ()


@pytest.mark.parametrize(
    ("text", "template", "values"),
    [
        ("nome = 'x'", "{file}: there is no {key}; {near} may be meant.", {"near": "name"}),
        ("zzz = 1", "{file}: there is no {key}. Choose from {keys}.", {"key": "zzz"}),
        ("name = 3", '{file}: {key} has to be text in "quotes".', {"key": "name"}),
        ("nl = 3", "{file}: {key} has to be a table.", {"key": "nl"}),
        ("name = [", "{file} can't be read as TOML: {reason}.", {}),
        (
            "[colours]\naccent = 'red'",
            "{file}: {key} is no colour. Write it as #1f5f8b.",
            {"key": "colours.accent"},
        ),
        (
            "[colours]\nside_a = '#ffff00'",
            "{file}: {key} is too light to be read on white. Take a darker one.",
            {"key": "colours.side_a"},
        ),
        (
            "[colours]\nside_a = '#333333'\nside_b = '#333333'",
            "{file}: both sides have the same colour.",
            {},
        ),
        (
            "[nl]\ntitle = '{0.__class__}'",
            "{file}: {key} may hold {fields} between braces, and no others.",
            {"key": "nl.title"},
        ),
        *(
            (
                f"[en]\ntitle = '{title}'",
                "{file}: {key} may hold {fields} between braces, and no others.",
                {"key": "en.title", "fields": "{a}, {b}, {date}, {kind}"},
            )
            for title in ("{a:%Y}", "{a:d}", "{a:>999999999}", "{a!r}", "{a:{b}}", "{}", "{", "}")
        ),
        ("name = " + "[" * 9000, "{file} can't be read as TOML: it is nested too deeply.", {}),
        ("name = " + "1" * 9000, "{file} can't be read as TOML: {reason}.", {}),
        ("name = '" + "x" * 100_000 + "'", "{file} is larger than a house style can be.", {}),
        (
            "[nl.headings]\ndecision = 'x'",
            "{file}: there is no {key}; {near} may be meant.",
            {"near": "nl.headings.decisions"},
        ),
        ("logo = '../x.png'", "{file}: the logo has to lie in the same folder.", {}),
        (
            "logo = 'x.png'",
            "{file}: there is no logo {logo} in that folder.",
            {"logo": "x.png"},
        ),
    ],
)
def test_what_is_wrong_is_said_with_its_place(
    tmp_path: Path, text: str, template: str, values: dict[str, str]
) -> None:
    with pytest.raises(HouseProblems) as caught:
        read_house(style(tmp_path, text))
    (found,) = caught.value.sentences
    assert found.template == template
    assert values.items() <= found.values.items()


def test_everything_wrong_is_said_at_once(tmp_path: Path) -> None:
    with pytest.raises(HouseProblems) as caught:
        read_house(style(tmp_path, "name = 1\nzzz = 2\n[colours]\naccent = 'red'"))
    assert len(caught.value.sentences) == 3


@pytest.mark.parametrize(
    "logo",
    [
        b"<svg xmlns='x'><script>alert(1)</script></svg>",
        b"<svg xmlns='x' onload='x()'></svg>",
        b"<svg xmlns='x'><image href='http://x/y.png'/></svg>",
        b"<!DOCTYPE svg [<!ENTITY a SYSTEM 'file:///etc/passwd'>]><svg xmlns='x'>&a;</svg>",
        b"GIF89a",
    ],
)
def test_a_logo_that_could_do_or_load_something_is_refused(tmp_path: Path, logo: bytes) -> None:
    with pytest.raises(HouseProblems):
        read_house(style(tmp_path, logo=logo))


def test_a_folder_without_a_style_is_told(tmp_path: Path) -> None:
    with pytest.raises(HouseProblems) as caught:
        read_house(tmp_path)
    assert caught.value.sentences[0].values["folder"] == str(tmp_path)


def test_names_tell_copies_apart(by_name: MinutesDocument) -> None:
    names = {
        file_name(by_name, "pdf", "en", choices)
        for choices in (
            Choices(),
            Choices("agreements"),
            Choices(copy_for="a"),
            Choices(copy_for="b"),
        )
    }
    assert len(names) == 4
    assert all(len(name) <= 120 for name in names)


def test_our_own_look_needs_no_folder(by_name: MinutesDocument) -> None:
    assert (
        make(by_name, "html", "en", Choices(house=House())).data == make(by_name, "html", "en").data
    )
