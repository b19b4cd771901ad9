"""A logo that can't be drawn, or only with no end of work, is told before anything is written."""

import os
import struct
from base64 import b64encode
from pathlib import Path
from zlib import compress, crc32

import pytest

from sessionui.domain.minutes.document import MinutesDocument
from sessionui.domain.minutes.handed_out import Extent
from sessionui.domain.wording import Sentence
from sessionui.handing_out import export_minutes
from sessionui.minutes import make
from sessionui.minutes.choices import Choices
from sessionui.minutes.house import HouseProblems, read_house
from tests.minutes.readers import word_file

NO_PICTURE = "{logo} is no PNG, JPEG or SVG."
UNREADABLE = "{logo} can't be read as a picture. Save it anew."
NOT_PLAIN = "{logo} has scripts or parts from elsewhere. Save it plain."
NOT_UTF8 = "{logo} is not in UTF-8. Save it in that encoding."
INTRICATE = "{logo} is too intricate for a logo. Save it simpler."
MANY_POINTS = "{logo} has more points than a logo needs. Save it smaller."
TOO_WIDE = "{logo} is more than ten times as wide as it is high. Take another one."
NOT_THERE = "{file}: there is no logo {logo} in that folder."


def svg(inside: str, box: str = "0 0 90 30") -> bytes:
    return f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="{box}">{inside}</svg>'.encode()


def png(width: int, height: int) -> bytes:
    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", crc32(kind + data))

    rows = compress(bytes((width + 1) * min(height, 9)))
    head = struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0)
    chunks = chunk(b"IHDR", head) + chunk(b"IDAT", rows) + chunk(b"IEND", b"")
    return b"\x89PNG\r\n\x1a\n" + chunks


def inside(data: bytes) -> str:
    return f'<image href="data:image/png;base64,{b64encode(data).decode()}"/>'


def uses(times: int, levels: int) -> bytes:
    groups = [
        f'<g id="g{n}">' + f'<use href="#g{n - 1}"/>' * times + "</g>" for n in range(1, levels)
    ]
    return svg('<g id="g0"><rect width="9" height="9"/></g>' + "".join(groups))


def patterns(levels: int) -> bytes:
    return svg(
        "".join(
            f'<pattern id="p{n}" width="9" height="9"><g style="fill: url(#p{n - 1})">'
            + '<rect width="9" height="9"/>' * 20
            + "</g></pattern>"
            for n in range(levels)
        )
        + f'<rect width="9" height="9" fill="url(#p{levels - 1})"/>'
    )


FAULTS = {
    "png cut short": (png(9, 3)[:40], UNREADABLE),
    "png without a head": (b"\x89PNG\r\n\x1a\n", UNREADABLE),
    "png of points without end": (png(30_000, 30_000), MANY_POINTS),
    "png too wide": (png(400, 9), TOO_WIDE),
    "jpeg cut short": (b"\xff\xd8\xff\xe0\0\x10JFIF", UNREADABLE),
    "jpeg of points without end": (
        b"\xff\xd8\xff\xe0\0\x04ab\xff\xc0\0\x11\x08\xff\xff\xff\xff\x03" + bytes(9),
        MANY_POINTS,
    ),
    "gif": (b"GIF89a", NO_PICTURE),
    "no xml": (b"<svg not xml", UNREADABLE),
    "no size": (b'<svg xmlns="http://www.w3.org/2000/svg" width="0" height="0"/>', UNREADABLE),
    "svg too wide": (svg("<path d='M0 0h9'/>", "0 0 1000 1"), TOO_WIDE),
    "page with an svg": (b"<html><svg></svg></html>", NO_PICTURE),
    "utf-16": ("\ufeff<svg xmlns='x'><script/></svg>".encode("utf-16-le") + b"<svg", NOT_UTF8),
    "latin": (svg("<!-- \xe9 -->").decode().encode("latin-1"), NOT_UTF8),
    "uses without end": (uses(10, 9), INTRICATE),
    "use of itself": (svg('<g id="a"><use href="#a"/></g>'), INTRICATE),
    "patterns without end": (patterns(8), INTRICATE),
    "depth without end": (svg("<g>" * 5000 + "</g>" * 5000), INTRICATE),
    "blur": (svg('<g style="fill:red; filter : blur(900px)"/>'), INTRICATE),
    "blur by a sheet": (svg("<style>g{filter:url(#f)}</style>"), INTRICATE),
    "picture of points without end": (svg(inside(png(9000, 9000))), MANY_POINTS),
    "picture that is none": (svg(inside(b"x")), UNREADABLE),
    "vectors within": (svg('<image href="data:image/svg+xml;base64,PHN2Zy8+"/>'), NOT_PLAIN),
    "script by a name": (svg('<a href="&#106;avascript:alert(1)"/>'), NOT_PLAIN),
    "sheet from elsewhere": (svg("<style>@import 'x.css';</style>"), NOT_PLAIN),
}


def styled(folder: Path, logo: bytes | None) -> Path:
    (folder / "house.toml").write_text('logo = "logo"', encoding="utf-8")
    if logo is not None:
        (folder / "logo").write_bytes(logo)
    return folder


def fault_in(folder: Path) -> str:
    with pytest.raises(HouseProblems) as caught:
        read_house(folder)
    (found,) = caught.value.sentences
    return found.template


@pytest.mark.parametrize(("logo", "template"), FAULTS.values(), ids=FAULTS)
def test_what_is_no_logo_is_told(tmp_path: Path, logo: bytes, template: str) -> None:
    assert fault_in(styled(tmp_path, logo)) == template


@pytest.mark.parametrize("logo", ["pipe", "device"])
def test_what_is_no_file_is_never_read(tmp_path: Path, logo: str) -> None:
    if os.name == "nt":
        pytest.skip("there are no such files")
    folder = styled(tmp_path, None)
    if logo == "pipe":
        os.mkfifo(folder / "logo")
    else:
        (folder / "logo").symlink_to("/dev/zero")
    assert fault_in(folder) == NOT_THERE
    (folder / "house.toml").unlink()
    (folder / "logo").rename(folder / "house.toml")
    assert fault_in(folder) == "There is no {file} in {folder}."


def test_nothing_is_written_when_the_logo_is_broken(
    by_name: MinutesDocument, tmp_path: Path
) -> None:
    house, place = tmp_path / "house", tmp_path / "place"
    house.mkdir()
    place.mkdir()
    extent = Extent(house=str(styled(house, png(9, 3)[:40])))
    outcome = export_minutes(by_name, ("pdf", "md"), "en", str(place), extent)
    assert isinstance(outcome, Sentence)
    assert outcome.template == UNREADABLE
    assert not list(place.iterdir())
    nobody = Extent(house="~nobody-of-that-name/x")
    assert isinstance(export_minutes(by_name, ("md",), "en", str(place), nobody), Sentence)


@pytest.mark.parametrize(
    "logo",
    [
        png(9, 3),
        uses(5, 4),
        svg(inside(png(9, 3))),
        svg(
            "<!-- é --><style>.a{clip-path:url(#c);color-interpolation-filters:sRGB}"
            '.b{fill:url(#g)}</style><clipPath id="c"><rect width="80" height="30"/></clipPath>'
            '<linearGradient id="g"><stop offset="0" stop-color="red"/></linearGradient>'
            '<g class="a" filter="none"><rect class="b" width="90" height="30"/></g>'
        ),
    ],
    ids=["points", "uses", "picture", "as drawing programs save it"],
)
def test_an_ordinary_logo_is_drawn(by_name: MinutesDocument, tmp_path: Path, logo: bytes) -> None:
    choices = Choices(house=read_house(styled(tmp_path, logo)))
    assert make(by_name, "pdf", "en", choices).notices == ()
    (shape, *_) = word_file(make(by_name, "docx", "en", choices).data).inline_shapes
    assert round(shape.width / shape.height, 1) == 3
