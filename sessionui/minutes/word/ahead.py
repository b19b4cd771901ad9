"""The pictures of a Word file, drawn in a thread of their own while the rest is made.

The typesetter draws without Python's lock, and takes as long as everything else together.
"""

from collections.abc import Iterable, Iterator
from threading import Thread

from sessionui.minutes.choices import House
from sessionui.minutes.html.chart import draw_chart
from sessionui.minutes.html.drawing import Drawing
from sessionui.minutes.html.dumbbell import draw_dumbbell
from sessionui.minutes.outline.blocks import Block, Dumbbell, Group, History, Together


class DrawnAhead:
    """Every picture of the blocks, in their order; drawing begins at once."""

    def __init__(self, blocks: Iterable[Block], house: House) -> None:
        self._drawings = list(_drawings(blocks))
        self._house = house
        self._images: list[bytes] = []
        self._error: BaseException | None = None
        self._thread = Thread(target=self._draw, name="pictures", daemon=True)
        self._thread.start()

    def _draw(self) -> None:
        try:
            from sessionui.minutes.pdf.images import images_of  # the typesetter loads meanwhile too

            self._images = images_of(self._drawings, self._house)
        except BaseException as error:  # noqa: BLE001 - it is raised where the pictures are wanted
            self._error = error

    def __iter__(self) -> Iterator[tuple[Drawing, bytes]]:
        """Each drawing and its picture as PNG, once they are ready. Raises what drawing raised."""
        self._thread.join()
        if self._error is not None:
            raise self._error
        return iter(zip(self._drawings, self._images, strict=True))


def _drawings(blocks: Iterable[Block]) -> Iterator[Drawing]:
    for block in blocks:
        match block:
            case Dumbbell():
                yield draw_dumbbell(block)
            case History():
                yield draw_chart(block.chart)
            case Group() | Together():
                yield from _drawings(block.blocks)
