"""Handed-out files told apart: in force, earlier, draft, altered, of others, no minutes."""

import json
from datetime import date

import pytest

from sessionui.domain.intents.agree import PutAction
from sessionui.domain.intents.close import ConfirmMinutes, ReopenSession
from sessionui.domain.intents.walk import StartSession
from sessionui.domain.minutes.build import minutes_of
from sessionui.domain.minutes.content import hash_of_data, with_hash
from sessionui.domain.minutes.document import MinutesDocument
from sessionui.domain.wording import Refused
from sessionui.locale import LANGUAGES, Language
from sessionui.minutes import Format, make, render
from sessionui.minutes.choices import Choices, House
from sessionui.minutes.verifying.judging import judge
from sessionui.minutes.verifying.on_paper import Styles
from sessionui.minutes.verifying.reading import paper_of_pdf
from sessionui.minutes.verifying.verdict import Known, Verdict
from tests.domain.making import NOON, Clock, do, named, revealed, work

BOTH = (ConfirmMinutes("a", "Anna Bos"), ConfirmMinutes("b", "Dirk Jansen"))
PAGES: tuple[Format, ...] = ("html", "pdf")
FORMS: tuple[Format, ...] = ("json", *PAGES)


def versions() -> tuple[MinutesDocument, MinutesDocument, MinutesDocument]:
    """A draft, the first version and the second."""
    clock = Clock()
    of = do(work(), StartSession(), clock=clock)
    of = revealed(of, named("anna", {"trust": 6}), named("dirk", {"trust": 8}), clock=clock)
    of = do(of, PutAction("Ring Els on Monday", due=date(2026, 11, 20)), clock=clock)
    draft = minutes_of(of, NOON)
    of = do(of, *BOTH, clock=clock)
    first = minutes_of(of, NOON)
    of = do(of, ReopenSession("[/] wrong day"), clock=clock)
    of = do(
        of, PutAction("Ring Els on Tuesday", due=date(2026, 11, 24), number=1), *BOTH, clock=clock
    )
    return draft, first, minutes_of(of, NOON, earlier=[first])


DRAFT, FIRST, SECOND = versions()
KNOWN = [Known(FIRST, later=2), Known(SECOND)]


def judged(data: bytes) -> Verdict:
    return judge(data, KNOWN, ["p1"], "en")


def said(verdict: Verdict) -> str:
    return " ".join(s.template.format(**s.values) for s in verdict.sentences)


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("lang", LANGUAGES)
def test_what_was_handed_out_belongs_to_its_version(form: Format, lang: Language) -> None:
    verdict = judged(render(SECOND, form, lang))
    assert verdict.belongs
    assert "version 2" in said(verdict)
    assert "Checked: " in said(verdict)
    earlier = judged(render(FIRST, form, lang))
    assert not earlier.belongs
    assert "an earlier version: version 1" in said(earlier)
    assert "Version 2 took its place" in said(earlier)


@pytest.mark.parametrize("form", FORMS)
def test_a_version_that_was_opened_again_is_said_to_have_no_later_one(form: Format) -> None:
    known = [Known(FIRST, later=2), Known(SECOND, opened=True)]
    verdict = judge(render(SECOND, form, "en"), known, ["p1"], "en")
    assert not verdict.belongs
    assert "version 2" in said(verdict)
    assert "opened again since" in said(verdict)


@pytest.mark.parametrize("form", FORMS)
def test_an_earlier_version_that_the_file_only_knows_of_is_named(form: Format) -> None:
    verdict = judge(render(FIRST, form, "en"), [Known(SECOND)], ["p1"], "en")
    assert not verdict.belongs
    assert "version 1" in said(verdict)
    assert "Version 2 took its place" in said(verdict)


@pytest.mark.parametrize("form", PAGES)
def test_a_shorter_copy_for_one_side_belongs_too(form: Format) -> None:
    copy = make(SECOND, form, "nl", Choices(scope="agreements", copy_for="b")).data
    assert judged(copy).belongs


@pytest.mark.parametrize("form", FORMS)
def test_a_draft_is_called_a_draft(form: Format) -> None:
    assert "draft" in said(judged(render(DRAFT, form, "nl")))


def test_an_altered_file_is_told_with_what_was_altered() -> None:
    text = render(SECOND, "json", "en").decode().replace("Ring Els on Tuesday", "Ring nobody")
    altered = judged(text.encode())
    assert not altered.belongs
    assert "altered since" in said(altered)
    assert "“Ring Els on Tuesday”, is now “Ring nobody”" in said(altered)
    page = render(SECOND, "html", "en").decode().replace("24 Nov 2026", "24 Dec 2026")
    assert "“Nov” → “Dec”" in said(judged(page.encode()))
    forged = make(SECOND.but(place="Elsewhere"), "pdf", "en").data
    assert "Elsewhere" in said(judged(forged))
    assert not judged(forged).belongs


@pytest.mark.parametrize(
    "added",
    [
        "<script>document.body.innerHTML = 'else'</script>",
        "<style>p { display: none }</style>",
        '<p onclick="x()"></p>',
        "<!-- > <b>9.9</b> -->",
        "<svg><text><![CDATA[9.9]]></text></svg>",
    ],
)
def test_a_page_that_may_show_other_words_does_not_belong(added: str) -> None:
    page = render(SECOND, "html", "en").decode()
    assert judged(page.replace("\n", "\r\n").encode()).belongs
    verdict = judged(page.replace("</body>", f"{added}</body>").encode())
    assert not verdict.belongs
    assert "can hide or replace words" in said(verdict)


@pytest.mark.parametrize("form", PAGES)
def test_what_another_version_wrote_is_no_accusation(
    form: Format, monkeypatch: pytest.MonkeyPatch
) -> None:
    house = House(colours={"accent": "#7a1f5c"})
    made = {"html": "sessionui.minutes.html.writer", "pdf": "sessionui.minutes.pdf.writer"}[form]
    with monkeypatch.context() as patch:
        patch.setattr(f"{made}.MAKER", "sessionui 0.0.9 [/]")
        plain = render(SECOND, form, "en")
        other = render(SECOND.but(place="Elsewhere"), form, "en")
    assert judged(plain).belongs == (form == "pdf")
    verdict = judge(other, KNOWN, ["p1"], "en", Styles((house,), named=True))
    assert not verdict.belongs
    assert "sessionui 0.0.9 [/] wrote it" in said(verdict)
    assert "altered" not in said(verdict).partition("wrote it")[0]


@pytest.mark.parametrize("form", FORMS)
def test_a_file_can_not_be_compared_with_what_was_taken_in_as_altered(form: Format) -> None:
    known = [Known(SECOND.but(place="Elsewhere", altered=True))]
    for document in (SECOND, known[0].document):
        verdict = judge(render(document, form, "en"), known, ["p1"], "en")
        assert not verdict.belongs
        if form != "json" or document is SECOND:
            assert "although they were altered" in said(verdict)


@pytest.mark.parametrize("form", PAGES)
def test_a_page_in_a_house_style_belongs_when_the_style_is_named(form: Format) -> None:
    house = House("Bureau [/]", colours={"accent": "#7a1f5c"})
    page = make(SECOND, form, "nl", Choices(house=house)).data
    assert judge(page, KNOWN, ["p1"], "en", Styles((house,))).belongs
    without = judged(page)
    assert not without.belongs
    assert "--house" in said(without)
    assert "altered" not in said(without).partition("--house")[0]
    other = judge(page, KNOWN, ["p1"], "en", Styles((House("Firm"),), named=True))
    assert not other.belongs


def test_a_hash_that_was_worked_out_again_after_altering_is_of_no_version() -> None:
    data = json.loads(render(SECOND, "json", "en"))
    data["place"] = "Elsewhere"
    data["content_hash"] = ""
    assert "no version that was confirmed here" in said(judged(json.dumps(data).encode()))


def as_json(**changes: object) -> bytes:
    return json.dumps({**json.loads(render(SECOND, "json", "en")), **changes}).encode()


@pytest.mark.parametrize("shown", ["0" * 64, None, False, "", [1]])
def test_json_that_shows_another_hash_than_its_content_gives_is_told(shown: object) -> None:
    verdict = judged(as_json(content_hash=shown))
    assert not verdict.belongs
    assert "the hash that it shows is another" in said(verdict)


def test_minutes_from_before_hashes_were_kept_show_none() -> None:
    old = SECOND.but(content_hash="")
    assert judge(render(old, "json", "en"), [Known(old)], ["p1"], "en").belongs


def test_json_in_which_a_name_stands_twice_is_refused() -> None:
    text = render(SECOND, "json", "en").decode()
    twice = text.replace('"name": "Anna', '"name": "Somebody else", "name": "Anna', 1)
    assert twice != text
    for forged in (twice, text.replace("{", '{"place": "Elsewhere", ', 1)):
        with pytest.raises(Refused, match="stands twice"):
            judged(forged.encode())


@pytest.mark.parametrize("levels", [100, 900, 100_000])
def test_json_that_is_too_deep_is_refused(levels: int) -> None:
    deep = as_json(place="DEEP").replace(b'"DEEP"', b"[" * levels + b"]" * levels)
    with pytest.raises(Refused, match="deeper"):
        judged(deep)


def test_json_with_values_of_other_kinds_gets_a_verdict() -> None:
    strange = judged(as_json(session_id=[5], content_hash="00", name_a={"a": 1}))
    assert "another session" in said(strange)
    assert "shape of minutes" in said(judged(as_json(session_id=[5])))


def test_half_a_pair_of_surrogates_is_not_a_question_mark() -> None:
    asked = [Known(with_hash(SECOND.but(place="Where?")))]
    page = render(asked[0].document, "json", "en")
    assert judge(page, asked, ["p1"], "en").belongs
    assert hash_of_data({"a": "\ud800"}) != hash_of_data({"a": "?"})
    with pytest.raises(Refused, match="half a sign"):
        judge(page.replace(b"Where?", b"Where\\ud800"), asked, ["p1"], "en")


def test_json_in_utf_16_is_read() -> None:
    text = render(SECOND, "json", "en").decode()
    assert judged(text.encode("utf-16")).belongs
    assert not judged(text.encode("utf-16")[:-1]).belongs


def test_only_what_html_takes_for_spaces_is_passed_over() -> None:
    page = render(SECOND, "html", "en").decode()
    assert judged(page.replace("<h2", "\n\t <h2").encode()).belongs
    for sign in "\u00a0\u2003\u2028\u0085\v\x1c":
        for forged in (page.replace("<h2", f"{sign}<h2", 1), f"{page}{sign}"):
            assert not judged(forged.encode()).belongs, ascii(sign)


def test_other_sessions_and_partnerships_are_told_apart() -> None:
    other = SECOND.but(session_id="x", content_hash="")
    assert "another session" in said(judged(render(other, "json", "en")))
    assert "another partnership" in said(
        judged(render(other.but(partnership_id="x"), "json", "en"))
    )
    assert "No confirmed minutes in this file" in said(judged(render(other, "html", "en")))


@pytest.mark.parametrize(
    "data",
    [b"", b"{", b'{"a": 1}', b"[1]", b"\xff\xfe", b"<html>hello</html>"],
)
def test_what_is_no_minutes_is_said_to_be_none(data: bytes) -> None:
    assert not judged(data).belongs


def test_a_pdf_that_is_none_is_refused() -> None:
    with pytest.raises(Refused, match="can't be read"):
        judged(b"%PDF-1.7 nonsense")


def test_minutes_in_which_a_name_was_erased_still_prove_themselves_as_json() -> None:
    erased = [Known(SECOND.but(facilitator="somebody"))]
    assert judge(render(SECOND, "json", "en"), erased, ["p1"], "en").belongs
    page = judge(render(SECOND, "html", "en"), erased, ["p1"], "en")
    assert "can't be compared" in said(page)


def test_json_that_was_written_after_a_name_was_erased_is_no_accusation() -> None:
    erased = SECOND.but(facilitator="somebody")
    fresh = judge(render(erased, "json", "en"), [Known(erased)], ["p1"], "en")
    assert not fresh.belongs
    assert "as by erasing a name" in said(fresh)
    assert "what is kept here now" in said(fresh)
    assert "altered" not in said(fresh)
    between = judge(render(erased.but(place="[/]"), "json", "en"), [Known(erased)], ["p1"], "en")
    assert "differs from what is kept here now" in said(between)
    assert "[/]" in said(between)


@pytest.mark.parametrize("form", ["md", *PAGES])
def test_minutes_in_which_something_changed_since_say_so_beside_the_hash(form: Format) -> None:
    def words(document: MinutesDocument) -> str:
        data = render(document, form, "en")
        return paper_of_pdf(data).text if form == "pdf" else data.decode()

    assert "does not give this hash" in words(SECOND.but(facilitator="somebody"))
    assert "does not give this hash" not in words(SECOND)
    assert "does not give this hash" not in words(DRAFT)
