"""A camera on the picture of a screen: what independent decoders read on it.

The picture is drawn from Textual's SVG by librsvg, then made smaller and blurred until a module of
a QR code is as large as a phone would see it. A phone's video has 1,920 pixels across some 65
degrees: at four metres that is 0.38 pixels a millimetre, so that a module of 12 mm takes 4.5.
"""

import os
import shutil
import subprocess
from collections.abc import Callable, Iterable, Iterator
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import pytest

ZOOM = 2
MODULE = 12.2 * ZOOM
"""Pixels of a small module in the picture: a cell of Textual's SVG is 12.2 wide."""

FOUR_METRES = 4.5
NEARER = (14.0, 12.0, 10.5, 9.0, 8.0, 7.0, 6.0, 5.0)


def needs_camera() -> None:
    """Skip the test without the decoders; in CI fail."""
    missing = [tool for tool in ("rsvg-convert", "zbarimg") if shutil.which(tool) is None]
    missing += [] if find_spec("cv2") else ["OpenCV"]
    if not missing:
        return
    reason = f"not on this machine: {', '.join(missing)}"
    if os.environ.get("CI", "").lower() in ("1", "true"):
        pytest.fail(f"{reason}, and in CI these tests have to run")
    pytest.skip(reason)


def picture(svg: str, folder: Path) -> Any:
    """The screen as a grey picture."""
    import cv2

    (folder / "screen.svg").write_text(svg, encoding="utf-8")
    subprocess.run(
        ["rsvg-convert", "screen.svg", "-z", str(ZOOM), "-o", "screen.png"],
        cwd=folder,
        check=True,
        capture_output=True,
    )
    return cv2.imread(str(folder / "screen.png"), cv2.IMREAD_GRAYSCALE)


def frame(image: Any, pixels: float, module: float = MODULE) -> Any:
    """The picture with modules of so many pixels, a little out of focus."""
    import cv2

    scale = pixels / module
    soft = cv2.GaussianBlur(image, (0, 0), 0.5 / scale)
    return cv2.resize(soft, None, fx=scale, fy=scale, interpolation=cv2.INTER_AREA)


def by_zbar(image: Any, folder: Path) -> set[str]:
    """What zbar reads on a frame."""
    import cv2

    cv2.imwrite(str(folder / "frame.png"), image)
    done = subprocess.run(
        ["zbarimg", "--quiet", "--raw", "-Sdisable", "-Sqrcode.enable", "frame.png"],
        cwd=folder,
        check=False,
        capture_output=True,
        text=True,
    )
    return set(done.stdout.splitlines())


def by_opencv(image: Any, wanted: int = 1) -> set[str]:
    """What OpenCV reads on a frame, and on either half of it: a phone is held at one code.

    Its decoder misses one straight picture in twenty that zbar and phones read; nobody holds a
    phone that straight, so the picture is also turned a little. It looks on until it has found
    ``wanted`` codes.
    """
    import cv2

    middle = image.shape[1] // 2
    found: set[str] = set()
    for degrees in (0, 4, -6):
        tilted = _turned(image, degrees) if degrees else image
        for part in (tilted, tilted[:, :middle], tilted[:, middle:]):
            _, texts, _, _ = cv2.QRCodeDetector().detectAndDecodeMulti(part)
            found |= {text for text in texts if text}
            if len(found) >= wanted:
                return found
    return found


def _turned(image: Any, degrees: float) -> Any:
    """The frame turned round its middle."""
    import cv2

    height, width = image.shape
    turn = cv2.getRotationMatrix2D((width / 2, height / 2), degrees, 1)
    return cv2.warpAffine(image, turn, (width, height), borderValue=128)


def until_read(frames: Iterable[Any], read: Callable[[Any], set[str]], wanted: int) -> set[str]:
    """What a reader finds on the frames, which it looks at until it has ``wanted`` codes."""
    found: set[str] = set()
    for one in frames:
        found |= read(one)
        if len(found) >= wanted:
            break
    return found


def looked(image: Any, module: float = MODULE) -> Iterator[Any]:
    """Frames as somebody who comes nearer gets them."""
    for pixels in (*NEARER, FOUR_METRES):
        yield frame(image, pixels, module)
