"""The form in a real browser from the disk: filled in, kept, saved, copied, and taken in."""

import json
from collections.abc import Iterator
from itertools import product
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal

import pytest

from sessionui.domain.indicators import Meaning
from sessionui.domain.work import Work
from sessionui.intake.file import read_file
from sessionui.intake.problems import told
from tests.domain.making import do, indicator, work
from tests.forms.filling import opened, pages
from tests.support.browser import LAPTOP, PHONE, browser, page_in, violations
from tests.support.depth import everyday
from tests.support.room import HOSTILE

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def chromium() -> "Iterator[Browser]":
    with browser() as running:
        yield running


@pytest.fixture
def tab(chromium: "Browser") -> "Iterator[Page]":
    with page_in(chromium, accept_downloads=True) as page:
        yield page


def full(secrecy: str = "name", **rules: Any) -> Work:
    """A round whose indicators have everything that can be said of them."""
    made = opened(work("side" if secrecy == "side" else "name", **rules))
    said = Meaning(
        **dict.fromkeys(Meaning.model_fields, "Ook als het ‘slecht nieuws’ is — één dag, 👍")
    )
    indicators = []
    for name in ("openness", "trust", "pace"):
        one = indicator(name)
        indicators.append(one.but(revisions=(one.current.but(meaning=said),)))
    return made.but(partnership=made.partnership.but(indicators=tuple(indicators)))


def show(tab: "Page", folder: Path, page: str, name: str = "form.html") -> None:
    path = folder / name
    path.write_text(page, encoding="utf-8")
    tab.goto(path.as_uri())


def mark(tab: "Page", name: str, value: str) -> None:
    tab.locator(f"label:has(> input[name={name}][value='{value}'])").click()


def write(tab: "Page", name: str, text: str) -> None:
    tab.locator(f"#{name}-why").fill(text)


def saved(tab: "Page", folder: Path) -> str:
    """Press the button; the name of the file that came down into the folder."""
    with tab.expect_download() as coming:
        tab.locator("#save").click()
    name = coming.value.suggested_filename
    coming.value.save_as(folder / "down" / name)
    return name


def text_of(tab: "Page", identifier: str) -> str:
    return tab.locator(f"#{identifier}").inner_text()


def copied(tab: "Page") -> str:
    tab.locator("#copy").click()
    return tab.locator("#block").input_value()


def test_filled_in_saved_and_taken_in(tab: "Page", tmp_path: Path) -> None:
    made = full(self_estimate=True, half_marks=True)
    show(tab, tmp_path, pages(made, "nl")["vragenlijst-a-2-bram-vos.html"])
    assert text_of(tab, "progress-text") == "0 van 6 ingevuld"
    mark(tab, "q0", "7.5")
    write(tab, "q0", "Belt vroeg — ‘é’ 👩‍🚒 </script>")
    mark(tab, "q1", "na")
    mark(tab, "o0", "4")
    assert text_of(tab, "progress-text") == "3 van 6 ingevuld"
    name = saved(tab, tmp_path)
    assert name.startswith("antwoorden-bram-vos-")
    assert "Er staan nog 3 vragen open." in text_of(tab, "said")
    imported = read_file(str(tmp_path / "down"), made)
    assert [told(p) for p in imported.problems] == []
    ballot = do(made, imported.intent).urn.of_rater("bram")
    assert ballot is not None
    assert [(a.indicator_id, a.own, a.mark, a.reason) for a in ballot.answers] == [
        ("openness", False, 7.5, "Belt vroeg — ‘é’ 👩‍🚒 </script>"),
        ("trust", False, None, ""),
        ("openness", True, 4, ""),
    ]
    file = json.loads((tmp_path / "down" / name).read_text(encoding="utf-8"))
    assert sorted(file) == ["answers", "check", "format", "version"]


def test_text_to_copy_and_the_receipt(tab: "Page", tmp_path: Path) -> None:
    made = full("side")
    page = next(iter(pages(made).values()))
    show(tab, tmp_path, page)
    mark(tab, "q0", "6")
    block = copied(tab)
    assert max(map(len, block.splitlines())) <= 64
    imported = read_file(block, made)
    assert [told(p) for p in imported.problems] == []
    assert imported.ballots[0].receipt == text_of(tab, "code")
    first = block
    show(tab, tmp_path, page)
    mark(tab, "q0", "9")
    saved(tab, tmp_path)
    after = do(made, read_file(first, made).intent)
    again = do(after, read_file(str(tmp_path / "down"), after).intent)
    assert [len(again.urn.ballots), again.urn.ballots[0].answers[0].mark] == [1, 9]
    (tmp_path / "down" / "first.txt").write_text(first, encoding="utf-8")
    both = read_file(str(tmp_path / "down"), made)
    assert [told(p) for p in both.problems] == []
    assert [b.answers[0].mark for b in both.ballots] == [9]
    tab.on("dialog", lambda dialog: dialog.accept())
    tab.locator("#wipe").click()
    assert text_of(tab, "progress-text").startswith("0 of 3")
    mark(tab, "q0", "5")
    other = copied(tab)
    assert len(do(again, read_file(other, again).intent).urn.ballots) == 2


def test_what_was_typed_is_there_again(tab: "Page", tmp_path: Path) -> None:
    page = pages(full())["questionnaire-a-1-anna-bos.html"]
    show(tab, tmp_path, page)
    mark(tab, "q2", "8")
    write(tab, "q2", "kept")
    tab.goto("about:blank")
    show(tab, tmp_path, page)
    assert text_of(tab, "progress-text") == "1 of 3 filled in"
    assert tab.locator("#q2-why").input_value() == "kept"
    show(tab, tmp_path, pages(full())["questionnaire-b-1-dirk-jansen.html"], "other.html")
    assert text_of(tab, "progress-text") == "0 of 3 filled in"


def test_what_cannot_be_sent_is_said(tab: "Page", tmp_path: Path) -> None:
    show(tab, tmp_path, pages(full())["questionnaire-a-1-anna-bos.html"])
    tab.locator("#save").click()
    assert text_of(tab, "said") == "Nothing is filled in yet."
    write(tab, "q1", "no mark yet")
    mark(tab, "q0", "5")
    write(tab, "q0", "7,5")
    tab.locator("#save").click()
    assert "red sentences" in text_of(tab, "said")
    assert text_of(tab, "q1-wrong").startswith("There is a reason but no mark.")
    assert text_of(tab, "q0-wrong") == ""
    assert tab.evaluate("document.activeElement.id") == "q1-why"


@pytest.mark.parametrize(
    ("size", "scheme", "lang"),
    everyday(
        [(LAPTOP, "light", "nl"), (PHONE, "dark", "en")],
        list(product((LAPTOP, PHONE), ("light", "dark"), ("nl", "en"))),
    ),
)
def test_axe_finds_nothing(
    chromium: "Browser",
    tmp_path: Path,
    size: tuple[int, int],
    scheme: Literal["light", "dark"],
    lang: Literal["nl", "en"],
) -> None:
    made = full("side", self_estimate=True, half_marks=True)
    with page_in(chromium, lang, size=size, scheme=scheme, touch=size == PHONE) as tab:
        show(tab, tmp_path, next(iter(pages(made, lang).values())))
        assert violations(tab) == []
        mark(tab, "q0", "6")
        write(tab, "q1", "no mark")
        tab.locator("#save").click()
        assert violations(tab) == []
        mark(tab, "q1", "7")
        copied(tab)
        assert violations(tab) == []
        assert tab.evaluate("document.documentElement.scrollWidth <= window.innerWidth")


def test_hostile_names_do_nothing(tab: "Page", tmp_path: Path) -> None:
    made = full("side")
    nasty = f"</script><img src=x onerror='window.hit=1'>{HOSTILE}"
    made = made.but(
        partnership=made.partnership.but(name_a=nasty, indicators=(indicator("x", nasty),))
    )
    show(tab, tmp_path, next(iter(pages(made).values())))
    assert tab.evaluate("window.hit === undefined && document.images.length === 0")
    assert text_of(tab, "progress-text") == "0 of 1 filled in"


def test_it_can_be_filled_in_by_keys_alone(tab: "Page", tmp_path: Path) -> None:
    show(tab, tmp_path, pages(full())["questionnaire-a-1-anna-bos.html"])
    tab.locator("#q0 input").first.focus()
    for key in (*["ArrowRight"] * 6, "Tab"):
        tab.keyboard.press(key)
    tab.keyboard.type("by keys")
    assert tab.locator("#q0 input:checked").input_value() == "7"
    assert tab.locator("#q0-why").input_value() == "by keys"


def test_no_storage_is_said_and_the_form_works(tab: "Page", tmp_path: Path) -> None:
    tab.add_init_script(
        "Object.defineProperty(window, 'localStorage', {get() {throw new Error('no')}})"
    )
    made = full()
    show(tab, tmp_path, pages(made)["questionnaire-a-1-anna-bos.html"])
    mark(tab, "q0", "6")
    assert "this browser keeps nothing" in text_of(tab, "progress-text")
    saved(tab, tmp_path)
    assert read_file(str(tmp_path / "down"), made).problems == ()


def test_without_scripts_it_can_be_read_and_printed(chromium: "Browser", tmp_path: Path) -> None:
    with page_in(chromium, scripts=False, touch=False, size=LAPTOP) as tab:
        show(tab, tmp_path, pages(full())["questionnaire-a-1-anna-bos.html"])
        assert "print it" in tab.inner_text("body")
        assert not tab.locator("#save").is_visible()
        assert tab.pdf(format="A4").startswith(b"%PDF")
