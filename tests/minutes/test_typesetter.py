"""The typesetter is shared: by threads of the application, and with what it can't draw."""

from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

from sessionui.minutes.choices import Logo
from sessionui.minutes.pdf.images import logo_image

RINGS = "".join(f'<circle cx="{n % 90}" cy="{n % 70}" r="{n % 30 + 1}"/>' for n in range(1000))
LOGO = f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 90 70">{RINGS}</svg>'


def test_threads_share_the_typesetter() -> None:
    logo_image(Logo(LOGO.encode(), "image/svg+xml", ""))
    together = Barrier(4)

    def draw(n: int) -> bytes:
        together.wait()
        return logo_image(Logo(LOGO.replace("90 70", f"9{n} 70").encode(), "image/svg+xml", ""))

    with ThreadPoolExecutor(4) as pool:
        images = list(pool.map(draw, range(4)))
    assert all(image.startswith(b"\x89PNG") for image in images)
