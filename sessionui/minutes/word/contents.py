"""The contents of a Word file: a real field, its entries written already.

Nothing asks to be updated on opening: Word would put a question to the reader first. The entries
are links; what page they are on only Word knows, which writes it when the field is updated (F9).
"""

from collections.abc import Iterable, Iterator
from typing import Final

from sessionui.minutes.outline.blocks import Block, Group, Heading, Together
from sessionui.minutes.word.markup import KEPT, StyleIds, paragraph, run
from sessionui.minutes.word.styles import CONTENTS, CONTENTS_TITLE

FEWEST: Final = 8
"""Headings from which on contents help; the action and decision list has fewer."""

INSTRUCTION: Final = ' TOC \\o "1-2" \\h \\z \\u '


def headings_in(blocks: Iterable[Block]) -> Iterator[Heading]:
    """The headings below the title, in their order."""
    for block in blocks:
        match block:
            case Heading(level=2 | 3):
                yield block
            case Group() | Together():
                yield from headings_in(block.blocks)


def anchor(number: int) -> str:
    """The name of the bookmark at a heading; Word knows its own by how they begin."""
    return f"_Toc{number:09}"


def contents(blocks: Iterable[Block], title: str, ids: StyleIds) -> str:
    """The contents, or nothing where there are few headings."""
    headings = list(headings_in(blocks))
    if len(headings) < FEWEST:
        return ""
    entries = [_entry(heading, number) for number, heading in enumerate(headings)]
    begin = (
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r>'
        f'<w:r><w:instrText xml:space="preserve">{INSTRUCTION}</w:instrText></w:r>'
        '<w:r><w:fldChar w:fldCharType="separate"/></w:r>'
    )
    entries[0] = begin + entries[0]
    entries[-1] += '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    styles = [ids(CONTENTS[heading.level]) for heading in headings]
    made = "".join(paragraph(e, style) for e, style in zip(entries, styles, strict=True))
    return (
        '<w:sdt><w:sdtPr><w:docPartObj><w:docPartGallery w:val="Table of Contents"/>'
        "<w:docPartUnique/></w:docPartObj></w:sdtPr><w:sdtContent>"
        f"{paragraph(run(title), ids(CONTENTS_TITLE), KEPT)}{made}</w:sdtContent></w:sdt>"
    )


def _entry(heading: Heading, number: int) -> str:
    text = run(" ".join(heading.text.split()))
    return f'<w:hyperlink w:anchor="{anchor(number)}" w:history="1">{text}</w:hyperlink>'


def bookmarked(inside: str, number: int) -> str:
    """What stands in a heading, with the bookmark that its entry leads to."""
    return (
        f'<w:bookmarkStart w:id="{number}" w:name="{anchor(number)}"/>{inside}'
        f'<w:bookmarkEnd w:id="{number}"/>'
    )
