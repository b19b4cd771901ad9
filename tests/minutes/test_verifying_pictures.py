"""What a PDF shows beside its words: added notes, fields, files, scripts, boxes and other fonts."""

import re
from collections.abc import Callable
from io import BytesIO

import pytest
from pypdf import PdfReader, PdfWriter
from pypdf.annotations import FreeText
from pypdf.generic import (
    ArrayObject,
    DecodedStreamObject,
    DictionaryObject,
    FloatObject,
    NameObject,
    NumberObject,
    StreamObject,
    TextStringObject,
)

from sessionui.domain.wording import Refused
from sessionui.minutes import make, render
from sessionui.minutes.choices import Choices, House
from sessionui.minutes.verifying.judging import judge
from sessionui.minutes.verifying.on_paper import Styles
from sessionui.minutes.verifying.verdict import Known, Verdict
from tests.minutes.test_verifying import SECOND

PDF = render(SECOND, "pdf", "en")
BOX = (50.0, 400.0, 300.0, 500.0)


def judged(data: bytes, styles: Styles | None = None) -> Verdict:
    return judge(data, [Known(SECOND)], [], "en", styles or Styles())


def said(verdict: Verdict) -> str:
    return " ".join(s.template.format(**s.values) for s in verdict.sentences)


def changed(change: Callable[[PdfWriter], object]) -> bytes:
    """The PDF as another program saves it after ``change``."""
    writer = PdfWriter(clone_from=BytesIO(PDF))
    change(writer)
    out = BytesIO()
    writer.write(out)
    return out.getvalue()


def note(writer: PdfWriter) -> None:
    writer.add_annotation(0, FreeText(text="Mark 9.9", rect=BOX))


def signed(writer: PdfWriter) -> None:
    entries = {"/Type": "/Annot", "/Subtype": "/Widget", "/FT": "/Sig"}
    widget = DictionaryObject({NameObject(k): NameObject(v) for k, v in entries.items()})
    widget[NameObject("/Rect")] = ArrayObject(map(FloatObject, BOX))
    writer.pages[0][NameObject("/Annots")] = ArrayObject([widget])


def field(writer: PdfWriter) -> None:
    signed(writer)
    writer.pages[0]["/Annots"][0][NameObject("/FT")] = NameObject("/Tx")  # type: ignore[index]


def file(writer: PdfWriter) -> None:
    writer.add_attachment("other.txt", b"Mark 9.9")


def script(writer: PdfWriter) -> None:
    entries = {NameObject("/S"): NameObject("/JavaScript")}
    action = DictionaryObject({**entries, NameObject("/JS"): TextStringObject("app.alert(9.9)")})
    writer.root_object[NameObject("/OpenAction")] = action


def first_steps(writer: PdfWriter, steps: bytes, *, over: bool = True) -> None:
    page = writer.pages[0]
    there = page.get_contents()
    assert there is not None
    stream = DecodedStreamObject()
    parts = [there.get_data(), steps] if over else [steps, there.get_data()]
    stream.set_data(b"\n".join(parts))
    page[NameObject("/Contents")] = writer._add_object(stream)


def white_box(writer: PdfWriter) -> None:
    first_steps(writer, b"q 1 1 1 rg 50 400 250 100 re f Q")


def cut(writer: PdfWriter) -> None:
    writer.pages[0].cropbox.upper_right = (595, 500)


def turned(writer: PdfWriter) -> None:
    writer.pages[0].rotate(180)


def picture(writer: PdfWriter) -> None:
    image = DecodedStreamObject()
    image.set_data(b"\xff")
    facts = {"/Type": "/XObject", "/Subtype": "/Image", "/ColorSpace": "/DeviceGray"}
    image.update({NameObject(k): NameObject(v) for k, v in facts.items()})
    sizes = {"/Width": 1, "/Height": 1, "/BitsPerComponent": 8}
    image.update({NameObject(k): NumberObject(v) for k, v in sizes.items()})
    resources = writer.pages[0]["/Resources"]
    resources[NameObject("/XObject")] = DictionaryObject(  # type: ignore[index]
        {NameObject("/new"): writer._add_object(image)}
    )
    first_steps(writer, b"q 300 0 0 100 50 400 cm /new Do Q")


def other_letters(writer: PdfWriter) -> None:
    """One glyph more to the side: every word reads the same, and looks otherwise."""
    fonts = writer.pages[0]["/Resources"]["/Font"]  # type: ignore[index]
    letters = fonts["/f0"]["/DescendantFonts"][0]["/FontDescriptor"]
    key = next(k for k in letters if k.startswith("/FontFile"))
    letters[key] = fonts["/f1"]["/DescendantFonts"][0]["/FontDescriptor"].raw_get(key)


def blank(writer: PdfWriter) -> None:
    writer.add_blank_page()


def spoken(writer: PdfWriter) -> None:
    def first_with_text(tag: DictionaryObject) -> bool:
        if "/Alt" in tag:
            tag[NameObject("/Alt")] = TextStringObject("Mark 9.9")
            return True
        inner = tag.get("/K", [])
        inner = inner.get_object() if hasattr(inner, "get_object") else inner
        children = inner if isinstance(inner, list) else [inner]
        found = (child.get_object() for child in children if hasattr(child, "get_object"))
        return any(first_with_text(c) for c in found if isinstance(c, DictionaryObject))

    assert first_with_text(writer.root_object["/StructTreeRoot"])  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("change", "told"),
    [
        (note, "On page 1 lies a note"),
        (field, "On page 1 lies a field"),
        (signed, "On page 1 lies a signature"),
        (file, "A file is attached"),
        (script, "does something when it is opened"),
        (spoken, "What is read aloud"),
    ],
)
def test_what_was_added_is_told_and_the_pages_under_it_are_ours(
    change: Callable[[PdfWriter], None], told: str
) -> None:
    verdict = judged(changed(change))
    assert not verdict.belongs
    assert told in said(verdict)
    assert "Apart from that its pages look as they were handed out" in said(verdict)
    assert "can't be checked" not in said(verdict)


@pytest.mark.parametrize("change", [white_box, cut, turned, picture, other_letters, blank])
def test_another_drawing_is_never_genuine_and_never_an_accusation(
    change: Callable[[PdfWriter], None],
) -> None:
    verdict = judged(changed(change))
    assert not verdict.belongs
    assert "can't be checked fully" in said(verdict)
    assert "on page " in said(verdict)
    assert "altered" not in said(verdict)


def test_a_file_that_was_only_saved_again_belongs() -> None:
    def squeezed(writer: PdfWriter) -> None:
        writer.compress_identical_objects()
        for page in writer.pages:
            page.compress_content_streams()
        writer.add_metadata({"/Producer": "another program"})

    def renamed(writer: PdfWriter) -> None:
        """Fonts under other names, and without tags and bookmarks."""
        for page in writer.pages:
            fonts = page["/Resources"]["/Font"]  # type: ignore[index]
            for name in [name for name in fonts if name.startswith("/f")]:
                fonts[NameObject(f"/N{name[1:]}")] = fonts.raw_get(name)
                del fonts[name]
            there = page.get_contents()
            assert there is not None
            stream = DecodedStreamObject()
            stream.set_data(re.sub(rb"/(f\d) ", rb"/N\1 ", there.get_data()))
            page[NameObject("/Contents")] = writer._add_object(stream)
        del writer.root_object["/StructTreeRoot"]
        del writer.root_object["/Outlines"]

    for change in (squeezed, renamed):
        verdict = judged(changed(change))
        assert verdict.belongs, said(verdict)
        assert "everything else that it shows" in said(verdict)


def test_a_firm_s_colours_are_told_from_an_alteration_when_the_style_is_known() -> None:
    house = House(colours={"accent": "#7a1f5c"})
    page = make(SECOND, "pdf", "nl", Choices(house=house)).data
    assert judged(page, Styles((house,), named=True)).belongs
    without = judged(page)
    assert not without.belongs
    assert "can't be checked fully" in said(without)
    assert "--house" in said(without)


@pytest.mark.parametrize("at", range(3, 100, 16))
def test_a_file_that_was_cut_off_or_damaged_gets_a_sentence(at: int) -> None:
    cut = PDF[: len(PDF) * at // 100]
    damaged = cut + bytes(40) + PDF[len(cut) + 40 :]
    assert not judged_or_refused(cut), "the end is missing"
    judged_or_refused(damaged)  # what was hit may be a thing that nobody sees


def test_a_page_that_is_not_counted_is_noticed() -> None:
    def count(writer: PdfWriter) -> None:
        writer.root_object["/Pages"][NameObject("/Count")] = NumberObject(1)  # type: ignore[index]

    assert len(PdfReader(BytesIO(PDF)).pages) > 1
    assert not judged_or_refused(changed(count))


def judged_or_refused(data: bytes) -> bool:
    try:
        return judged(data).belongs
    except Refused:
        return False


def test_ours_has_nothing_that_would_be_taken_for_added() -> None:
    reader = PdfReader(BytesIO(PDF))
    assert "/AcroForm" not in reader.root_object


def test_a_pdf_with_a_password_says_so() -> None:
    with pytest.raises(Refused, match="locked with a password"):
        judged(changed(lambda writer: writer.encrypt("secret", "owner", algorithm="RC4-128")))
    assert judged(changed(lambda w: w.encrypt("", "owner", algorithm="RC4-128"))).belongs


def called(writer: PdfWriter, label: dict[str, object], start: int = 0) -> None:
    entries = DictionaryObject({NameObject(key): value for key, value in label.items()})
    leaf = DictionaryObject({NameObject("/Nums"): ArrayObject([NumberObject(start), entries])})
    tree = DictionaryObject({NameObject("/Kids"): ArrayObject([leaf])})
    writer.root_object[NameObject("/PageLabels")] = tree


def packet(writer: PdfWriter) -> None:
    before = writer.root_object["/Metadata"].get_object()
    assert isinstance(before, StreamObject)
    old = before.get_data()
    new = old.replace(b"Minutes: ", b"Mark 9.9: ", 1)
    assert new != old
    stream = DecodedStreamObject()
    stream.set_data(new)
    writer.root_object[NameObject("/Metadata")] = stream


@pytest.mark.parametrize(
    "change",
    [
        lambda writer: writer.add_metadata({"/Title": "Mark 9.9"}),
        lambda writer: writer.add_metadata({"/Author": "[/]"}),
        lambda writer: writer.add_metadata({"/Subject": "Mark 9.9"}),
        packet,
        lambda writer: called(writer, {"/P": TextStringObject("Mark 9.9")}),
        lambda writer: called(writer, {"/S": NameObject("/D"), "/St": NumberObject(7)}),
        lambda writer: called(writer, {"/S": NameObject("/R")}),
    ],
)
def test_other_names_than_ours_around_the_pages_are_told(
    change: Callable[[PdfWriter], object],
) -> None:
    verdict = judged(changed(change))
    assert not verdict.belongs
    assert "title, author or subject differs" in said(verdict)
    assert "its pages look as they were handed out" in said(verdict)


def test_who_saved_a_file_again_and_when_does_not_matter() -> None:
    def saved(writer: PdfWriter) -> None:
        writer.add_metadata({"/Producer": "x", "/ModDate": "D:20270101000000Z", "/Author": " "})
        called(writer, {"/S": NameObject("/D")})

    def lost(writer: PdfWriter) -> None:
        writer.metadata = None
        del writer.root_object["/Metadata"]

    assert judged(changed(saved)).belongs
    assert judged(changed(lost)).belongs


def test_a_pdf_in_which_a_key_stands_twice_is_refused() -> None:
    reader = PdfReader(BytesIO(PDF))
    reference = reader.pages[0].indirect_reference
    assert reference
    number = reference.idnum
    start = re.search(rb"(?:^|\n)%d 0 obj\s" % number, PDF)
    assert start
    page = PDF[start.end() : PDF.index(b"endobj", start.end())]
    size = reader.trailer["/Size"]
    assert isinstance(size, int)
    steps = b"1 0 0 rg 50 300 400 300 re f"
    objects = {
        number: page[: page.rindex(b">>")] + b"/Contents %d 0 R >>" % size,
        size: b"<< /Length %d >>\nstream\n%b\nendstream" % (len(steps), steps),
    }
    with pytest.raises(Refused, match="said twice"):
        judged(_after(PDF, objects, reader))


def _after(pdf: bytes, objects: dict[int, bytes], reader: PdfReader) -> bytes:
    """A PDF with objects in place of those of the same number, as an incremental update."""
    out, table = pdf + b"\n", b""
    for number, body in objects.items():
        table += b"%d 1\n%010d 00000 n \n" % (number, len(out))
        out += b"%d 0 obj\n%b\nendobj\n" % (number, body)
    before = int(re.findall(rb"startxref\s+(\d+)", pdf)[-1])
    root = reader.trailer.raw_get("/Root").idnum
    end = b"trailer\n<< /Size %d /Root %d 0 R /Prev %d >>" % (max(objects) + 1, root, before)
    return out + b"xref\n%b%b\nstartxref\n%d\n%%%%EOF\n" % (table, end, len(out))
