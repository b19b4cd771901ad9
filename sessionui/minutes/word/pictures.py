"""Pictures in the Word file, with the words that a screen reader says in place of them."""

from collections.abc import Iterable, Iterator
from io import BytesIO

from docx.document import Document
from docx.shared import Emu, Length, Mm

from sessionui.minutes.choices import House, Logo
from sessionui.minutes.html.chart import draw_chart
from sessionui.minutes.html.drawing import Drawing
from sessionui.minutes.html.dumbbell import draw_dumbbell
from sessionui.minutes.outline.blocks import Block, Dumbbell, Group, History
from sessionui.minutes.pdf.images import images_of
from sessionui.minutes.word.page import TEXT_WIDTH

CHART_WIDTH = Mm(100)
LOGO_HEIGHT = Mm(14)


class Pictures:
    """The pictures of one file: all made at once, then put in one by one in their order."""

    def __init__(self, blocks: Iterable[Block], house: House) -> None:
        drawings = list(_drawings(blocks))
        self._ready = iter(zip(drawings, images_of(drawings, house), strict=True))

    def add_next(self, word: Document, width: Length = TEXT_WIDTH) -> None:
        """Put in the next picture, kept together with what follows it."""
        drawing, image = next(self._ready)
        shape = word.add_picture(BytesIO(image), width=Emu(width))
        word.paragraphs[-1].paragraph_format.keep_with_next = True
        properties = shape._inline.docPr  # noqa: SLF001 - python-docx has no alt texts
        properties.set("descr", f"{drawing.title}. {drawing.description}")
        properties.set("name", f"{properties.get('name')}")


def _drawings(blocks: Iterable[Block]) -> Iterator[Drawing]:
    for block in blocks:
        match block:
            case Dumbbell():
                yield draw_dumbbell(block)
            case History():
                yield draw_chart(block.chart)
            case Group():
                yield from _drawings(block.blocks)


def add_logo(word: Document, logo: Logo) -> None:
    """Put the firm's logo on top; as a picture of points, for Word shows no SVG by itself."""
    from sessionui.minutes.pdf.images import logo_image  # only a house style has one

    data = logo_image(logo) if logo.kind == "image/svg+xml" else logo.data
    shape = word.add_picture(BytesIO(data), height=LOGO_HEIGHT)
    shape._inline.docPr.set("descr", logo.alt)  # noqa: SLF001 - see above
