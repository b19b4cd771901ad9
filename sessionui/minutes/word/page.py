"""Paper, head and foot of each page, and the properties of the Word file."""

from datetime import UTC, datetime, time
from string import Formatter

from docx.document import Document
from docx.enum.text import WD_TAB_ALIGNMENT
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Mm
from docx.text.paragraph import Paragraph

from sessionui.domain.minutes.document import MinutesDocument
from sessionui.locale import Language
from sessionui.minutes.outline.blocks import Outline
from sessionui.minutes.word.styles import LANGUAGE_TAGS

MARGIN = Mm(20)
TEXT_WIDTH = Mm(170)
"""A4 is 210 mm wide."""

_FIELDS = {"page": "PAGE", "pages": "NUMPAGES"}
_LEFTOVERS = ("thumbnail", "stylesWithEffects", "customXml")
_COMPATIBILITY = "http://schemas.microsoft.com/office/word"


def set_paper(word: Document) -> None:
    """A4 with margins of two centimetres; laid out as Word does it nowadays."""
    section = word.sections[0]
    section.page_width, section.page_height = Mm(210), Mm(297)
    section.left_margin = section.right_margin = MARGIN
    section.top_margin = section.bottom_margin = Mm(22)
    section.header_distance = section.footer_distance = Mm(11)
    _set_layout_version(word)


def _set_layout_version(word: Document) -> None:
    """Without this, Word opens the file in the layout of 2007 and says so in its title."""
    settings = word.settings.element
    compatibility = settings.find(qn("w:compat"))
    if compatibility is None:
        return
    entry = OxmlElement("w:compatSetting")
    for name, value in (
        ("name", "compatibilityMode"),
        ("uri", _COMPATIBILITY),
        ("val", "15"),
    ):
        entry.set(qn(f"w:{name}"), value)
    for old in compatibility.findall(qn("w:compatSetting")):
        if old.get(qn("w:name")) == "compatibilityMode":
            compatibility.remove(old)
    compatibility.append(entry)


def set_head_and_foot(word: Document, outline: Outline) -> None:
    """Partners and date above, with what marks a draft or an example; page numbers below."""
    section = word.sections[0]
    head = section.header.paragraphs[0]
    _one_tab(head)
    head.add_run(outline.running)
    head.add_run(f"\t{outline.notice}").bold = True
    foot = section.footer.paragraphs[0]
    _one_tab(foot)
    foot.add_run(f"{outline.foot}\t")
    for text, name, _, _ in Formatter().parse(outline.page):
        foot.add_run(text)
        if name:
            _field(foot, _FIELDS[name])


def _one_tab(paragraph: Paragraph) -> None:
    """One tab at the right margin, in place of the two of the style."""
    paragraph.style = "Header" if paragraph.style is None else paragraph.style
    tabs = paragraph.paragraph_format.tab_stops
    if paragraph.style is not None:
        for stop in list(paragraph.style.paragraph_format.tab_stops):
            tabs.add_tab_stop(stop.position, WD_TAB_ALIGNMENT.CLEAR)
    tabs.add_tab_stop(TEXT_WIDTH, WD_TAB_ALIGNMENT.RIGHT)


def _field(paragraph: Paragraph, instruction: str) -> None:
    field = OxmlElement("w:fldSimple")
    field.set(qn("w:instr"), f" {instruction} ")
    run = OxmlElement("w:r")
    text = OxmlElement("w:t")
    text.text = "1"
    run.append(text)
    field.append(run)
    paragraph._p.append(field)  # noqa: SLF001 - python-docx has no fields


def describe(word: Document, outline: Outline, document: MinutesDocument, lang: Language) -> None:
    """Set title, language and dates; nothing of the machine or the person who exports."""
    moment = document.confirmed_at or datetime.combine(document.date, time(), UTC)
    stamp = (moment.astimezone(UTC) if moment.tzinfo else moment).replace(
        tzinfo=None, microsecond=0
    )
    properties = word.core_properties
    properties.title = outline.title[:255]
    properties.subject = outline.running[:255]
    properties.language = LANGUAGE_TAGS[lang]
    properties.author = properties.last_modified_by = ""
    properties.comments = properties.keywords = ""
    properties.created = properties.modified = stamp
    properties.revision = 1


def drop_leftovers(word: Document) -> None:
    """Take out what the template carries along: a picture of a page, a second style sheet."""
    for relations in (word.part.package.rels, word.part.rels):
        for key, relation in list(relations.items()):
            if relation.reltype.rpartition("/")[2] in _LEFTOVERS:
                del relations[key]
