"""The form as a file: everything in it, nothing from elsewhere, and no text of people as markup."""

import re
from base64 import b64encode
from hashlib import sha256

import lxml.html
import pytest

from sessionui.domain.wording import Refused
from sessionui.domain.work import Work
from sessionui.forms.handing_out import forms_of
from sessionui.locale import LANGUAGES, Language
from tests.domain.making import indicator, work
from tests.forms.filling import data_in, opened, pages
from tests.support.room import HOSTILE

URL = re.compile(r"(?:https?:)?//[\w.]+")


def hostile() -> Work:
    nasty = f"</script><script>alert(1)</script>{HOSTILE}</title><img src=x onerror=alert(1)>"
    made = opened(work("side", self_estimate=True))
    names = made.partnership.but(
        name_a=nasty, name_b="</h1>&amp;", indicators=(indicator("openness", nasty, text=nasty),)
    )
    return made.but(partnership=names)


@pytest.mark.parametrize("lang", LANGUAGES)
def test_nothing_comes_from_elsewhere(lang: Language) -> None:
    for page in pages(opened(work()), lang).values():
        tree = lxml.html.fromstring(page)
        assert not tree.xpath("//link|//img|//iframe|//script[@src]|//*[@style]|//*[@onclick]")
        assert not URL.search(page)
        assert len(page) < 60_000
        assert tree.get("lang") == lang


def test_the_policy_allows_just_this_script_and_style() -> None:
    for made in (opened(work()), hostile()):
        page = next(iter(pages(made).values()))
        policy = re.search(r'Content-Security-Policy" content="([^"]*)"', page)
        assert policy
        assert policy[1].startswith("default-src 'none';")
        for tag, source in (("style", "style-src"), ("script", "script-src")):
            (content,) = re.findall(f"<{tag}>(.*?)</{tag}>", page, re.DOTALL)
            digest = b64encode(sha256(content.encode()).digest()).decode()
            assert f"{source} 'sha256-{digest}'" in policy[1]


def test_text_of_people_stays_text() -> None:
    for page in pages(hostile()).values():
        tree = lxml.html.fromstring(page)
        assert len(tree.xpath("//script")) == 2
        assert not tree.xpath("//img")
        assert "alert(1)" in tree.xpath("//div[@role='group']//h3")[0].text_content()
        assert data_in(page)["slots"][0]["indicator"] == "openness"


def test_by_name_each_rater_has_a_form() -> None:
    made = pages(opened(work()))
    assert sorted(made) == [
        "questionnaire-a-1-anna-bos.html",
        "questionnaire-a-2-bram-vos.html",
        "questionnaire-a-3-carla-de-wit.html",
        "questionnaire-b-1-dirk-jansen.html",
        "questionnaire-b-2-els-özer.html",
        "questionnaire-b-3-finn-smit.html",
    ]
    keys = {data_in(page)["key"] for page in made.values()}
    assert len(keys) == 6


def test_by_side_no_form_has_a_name() -> None:
    made = opened(work("side"))
    for numbered, count in ((False, 2), (True, 6)):
        found = pages(made, numbered=numbered)
        assert len(found) == count
        assert not [p for p in made.partnership.people if any(p.name in f for f in found.values())]


def test_every_question_can_be_answered_and_is_named() -> None:
    page = pages(opened(work(half_marks=True, self_estimate=True)))[
        "questionnaire-a-1-anna-bos.html"
    ]
    tree = lxml.html.fromstring(page)
    groups = tree.xpath("//fieldset[legend]")
    assert len(groups) == 6
    assert [len(g.xpath(".//label/input[@type='radio']")) for g in groups] == [20] * 6
    labelled = {label.get("for") for label in tree.xpath("//label[@for]")}
    assert {area.get("id") for area in tree.xpath("//textarea")} == labelled


def test_without_a_script_the_form_says_so_and_prints() -> None:
    tree = lxml.html.fromstring(next(iter(pages(opened(work())).values())))
    (said,) = tree.xpath("//noscript")
    assert "print it" in said.text_content()
    assert tree.xpath("//section[@id='finish'][@hidden]")


def test_nothing_to_score() -> None:
    with pytest.raises(Refused):
        forms_of(opened(work(ids=())), "en")
