"""Pictures in the Word file, with the words that a screen reader says in place of them."""

from collections.abc import Iterator
from io import BytesIO

from docx.document import Document
from docx.shared import Length, Mm

from sessionui.minutes.choices import Logo
from sessionui.minutes.html.drawing import Drawing
from sessionui.minutes.word.ahead import DrawnAhead
from sessionui.minutes.word.markup import KEPT, attribute, paragraph
from sessionui.minutes.word.page import TEXT_WIDTH

CHART_WIDTH = Mm(100)
LOGO_HEIGHT = Mm(14)
_PICTURE = "http://schemas.openxmlformats.org/drawingml/2006/picture"


class Pictures:
    """The pictures of one file, put in one by one in their order."""

    def __init__(self, word: Document, ahead: DrawnAhead) -> None:
        self._part = word.part
        self._ahead = ahead
        self._ready: Iterator[tuple[Drawing, bytes]] | None = None
        self._count = 0

    def next(self, width: Length = TEXT_WIDTH) -> str:
        """The next picture, kept together with what follows it."""
        self._ready = self._ready or iter(self._ahead)
        drawing, image = next(self._ready)
        height = Length(round(width * drawing.height / drawing.width))
        alt = f"{drawing.title}. {drawing.description}"
        return paragraph(self._inline(image, width, height, alt), layout=KEPT)

    def logo(self, logo: Logo) -> str:
        """The firm's logo, drawn in points: Word shows no SVG by itself, nor every JPEG."""
        from sessionui.minutes.pdf.images import logo_image  # only a house style has one

        data = logo_image(logo)
        _, image = self._part.get_or_add_image(BytesIO(data))
        width = Length(LOGO_HEIGHT * image.px_width // max(image.px_height, 1))
        return paragraph(self._inline(data, width, LOGO_HEIGHT, logo.alt))

    def _inline(self, data: bytes, width: Length, height: Length, alt: str) -> str:
        relation, _ = self._part.get_or_add_image(BytesIO(data))
        self._count += 1
        named = f'id="{self._count}" name="Picture {self._count}"'
        size = f'cx="{int(width)}" cy="{int(height)}"'
        return (
            f'<w:r><w:drawing><wp:inline distT="0" distB="0" distL="0" distR="0">'
            f"<wp:extent {size}/><wp:docPr {named} descr={attribute(alt)}/>"
            '<wp:cNvGraphicFramePr><a:graphicFrameLocks noChangeAspect="1"/>'
            f'</wp:cNvGraphicFramePr><a:graphic><a:graphicData uri="{_PICTURE}"><pic:pic>'
            f"<pic:nvPicPr><pic:cNvPr {named} descr={attribute(alt)}/><pic:cNvPicPr/>"
            f'</pic:nvPicPr><pic:blipFill><a:blip r:embed="{relation}"/><a:stretch>'
            f'<a:fillRect/></a:stretch></pic:blipFill><pic:spPr><a:xfrm><a:off x="0" y="0"/>'
            f'<a:ext {size}/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom>'
            "</pic:spPr></pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r>"
        )
