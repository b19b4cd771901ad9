"""How the Word file looks, as styles that a reader can change in one place."""

from collections.abc import Mapping
from typing import Any, Final

from docx.document import Document
from docx.enum.style import WD_STYLE_TYPE
from docx.enum.text import WD_TAB_ALIGNMENT, WD_TAB_LEADER
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Mm, Pt, RGBColor
from docx.styles.style import ParagraphStyle

from sessionui.locale import Language
from sessionui.minutes.choices import Hue

FONT = "Arial"
"""Every office program has it, or one of the same widths."""
INK = RGBColor(0x1F, 0x29, 0x33)
SOFT = RGBColor(0x52, 0x60, 0x6D)
SIDE_A = RGBColor(0x00, 0x5F, 0x94)
SIDE_B = RGBColor(0xA8, 0x46, 0x00)

HEADINGS: Final = {1: "Title", 2: "Heading 1", 3: "Heading 2"}

STYLES: Final = {
    "": "Normal",
    "lead": "Meaning",
    "soft": "Remark",
    "figure": "Figure",
    "mark": "Mark",
    "label": "Label",
    "banner": "Notice",
}

TONES: Final = {"soft": "Soft", "a": "Side A", "b": "Side B"}
"""Styles of words within a line."""

CONTENTS: Final = {2: "toc 1", 3: "toc 2"}
"""Styles of the entries of the contents; Word knows them by these names."""

CONTENTS_TITLE: Final = "TOC Heading"

LANGUAGE_TAGS: Final[dict[Language, str]] = {"nl": "nl-NL", "en": "en-GB"}

_KEPT_TABLE_STYLES = ("Normal Table", "Table Grid")


def set_styles(word: Document, lang: Language, house: Mapping[Hue, str]) -> None:
    """Set fonts, language, spacing and colours in the styles, and drop what isn't used."""
    accent = _hue(house, "accent", INK)
    _set_defaults(word, lang)
    _drop_unused(word)
    normal = _paragraph_style(word, "Normal")
    _set(normal, size=10, before=0, after=4)
    normal.paragraph_format.line_spacing = 1.1
    _set(_paragraph_style(word, "Title"), size=22, before=0, after=8, bold=True)
    _set(_paragraph_style(word, "Heading 1"), size=15, before=20, after=6, bold=True, colour=accent)
    _set(_paragraph_style(word, "Heading 2"), size=13, before=16, after=4, bold=True)
    _set(_paragraph_style(word, "List Bullet"), size=10, before=0, after=2)
    for name, size in (("Header", 9.0), ("Footer", 9.0)):
        _set(_paragraph_style(word, name), size=size, before=0, after=0, colour=SOFT)
    _add(word, "Meaning", size=10.5, after=6).font.italic = True
    _add(word, "Remark", size=9, after=4, colour=SOFT)
    _add(word, "Figure", size=28, after=4, bold=True)
    _add(word, "Mark", size=20, after=0, bold=True)
    _add_contents(word)
    label = _add(word, "Label", size=10, before=8, after=2, bold=True)
    label.paragraph_format.keep_with_next = True
    for tone, colour in (
        ("soft", SOFT),
        ("a", _hue(house, "side_a", SIDE_A)),
        ("b", _hue(house, "side_b", SIDE_B)),
    ):
        style = word.styles.add_style(TONES[tone], WD_STYLE_TYPE.CHARACTER)
        style.font.color.rgb = colour
    _shade(_add(word, "Notice", size=10, before=2, after=6), "FFF1CC")


def _add_contents(word: Document) -> None:
    """The title of the contents, and its entries: a tab before the page that Word may write."""
    title = _paragraph_style(word, CONTENTS_TITLE)
    _set(title, size=11, before=12, after=2, bold=True)
    for level, name in CONTENTS.items():
        style = word.styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH, builtin=True)
        if not isinstance(style, ParagraphStyle):
            raise TypeError(name)
        style.base_style = _paragraph_style(word, "Normal")
        _set(style, size=9.5, before=0, after=1)
        style.paragraph_format.left_indent = Mm(6 * (level - 2))
        style.paragraph_format.tab_stops.add_tab_stop(
            Mm(170), WD_TAB_ALIGNMENT.RIGHT, WD_TAB_LEADER.DOTS
        )


def _hue(house: Mapping[Hue, str], hue: Hue, ours: RGBColor) -> RGBColor:
    found = house.get(hue)
    return RGBColor.from_string(found.removeprefix("#").upper()) if found else ours


def _set_defaults(word: Document, lang: Language) -> None:
    tag = LANGUAGE_TAGS[lang]
    for language in word.styles.element.iter(qn("w:lang")):
        language.set(qn("w:val"), tag)
        language.set(qn("w:eastAsia"), tag)
    for language in word.settings.element.iter(qn("w:themeFontLang")):
        language.set(qn("w:val"), tag)
    for defaults in word.styles.element.iter(qn("w:rPrDefault")):
        for fonts in defaults.iter(qn("w:rFonts")):
            _set_font(fonts)


def _set_font(fonts: Any) -> None:
    for name in list(fonts.attrib):
        del fonts.attrib[name]
    for script in ("ascii", "hAnsi", "cs", "eastAsia"):
        fonts.set(qn(f"w:{script}"), FONT)


def _drop_unused(word: Document) -> None:
    # A hundred of them: asking each through python-docx takes as long as everything else here.
    styles = word.styles.element
    for style in styles.findall(qn("w:style")):
        name = style.find(qn("w:name")).get(qn("w:val"))
        if style.get(qn("w:type")) == "table" and name not in _KEPT_TABLE_STYLES:
            styles.remove(style)


def _paragraph_style(word: Document, name: str) -> ParagraphStyle:
    style = word.styles[name]
    if not isinstance(style, ParagraphStyle):
        raise TypeError(name)
    return style


def _add(
    word: Document,
    name: str,
    *,
    size: float,
    after: float,
    before: float = 0,
    bold: bool = False,
    colour: RGBColor = INK,
) -> ParagraphStyle:
    style = word.styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH)
    if not isinstance(style, ParagraphStyle):
        raise TypeError(name)
    style.base_style = _paragraph_style(word, "Normal")
    style.quick_style = True
    _set(style, size=size, before=before, after=after, bold=bold, colour=colour)
    return style


def _set(
    style: ParagraphStyle,
    *,
    size: float,
    before: float,
    after: float,
    bold: bool = False,
    colour: RGBColor = INK,
) -> None:
    font = style.font
    font.size, font.bold, font.italic = Pt(size), bold, False
    font.color.rgb = colour
    _set_font(style.element.get_or_add_rPr().get_or_add_rFonts())
    style.paragraph_format.space_before = Pt(before)
    style.paragraph_format.space_after = Pt(after)
    for border in list(style.element.iter(qn("w:pBdr"))):
        border.getparent().remove(border)


def _shade(style: ParagraphStyle, fill: str) -> None:
    shading = OxmlElement("w:shd")
    shading.set(qn("w:val"), "clear")
    shading.set(qn("w:color"), "auto")
    shading.set(qn("w:fill"), fill)
    properties = style.element.get_or_add_pPr()
    # The order of these is fixed by the standard: shading stands before spacing.
    properties.find(qn("w:spacing")).addprevious(shading)
