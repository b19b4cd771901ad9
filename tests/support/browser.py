"""A real browser without a window: the system's Chromium, driven by Playwright.

Nothing is downloaded: where no Chromium (or no Playwright) is installed the test is skipped with
that reason, and in CI (``CI=true``) it fails instead. axe-core, which checks for barriers to people
who can't see, hear or point well, comes with ``axe-playwright-python``.
"""

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal, NoReturn

import pytest

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

NAMES = ("chromium", "chromium-browser", "google-chrome-stable", "google-chrome", "chrome")
PHONE = (360, 740)
LAPTOP = (1280, 800)
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]


@contextmanager
def browser() -> Iterator["Browser"]:
    """Chromium; ends with the block. Skips the test where there is none."""
    path = next((found for name in NAMES if (found := shutil.which(name))), None)
    if path is None:
        _without("no Chromium on this machine")
    if find_spec("playwright") is None:
        _without("Playwright isn't installed")
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        # Without a sandbox: CI runs as root, and the browser sees our own pages only.
        chromium = playwright.chromium.launch(
            executable_path=path, args=["--no-sandbox", "--disable-dev-shm-usage"]
        )
        try:
            yield chromium
        finally:
            chromium.close()


@contextmanager
def page_in(
    chromium: "Browser",
    lang: str = "en",
    *,
    size: tuple[int, int] = PHONE,
    scheme: Literal["light", "dark"] = "light",
    touch: bool = True,
    scripts: bool = True,
    **options: Any,
) -> Iterator["Page"]:
    """A page of a browser of its own, with cookies of its own: one person's device.

    The block fails if the page asked for anything that its own policy forbids.
    """
    context = chromium.new_context(
        viewport={"width": size[0], "height": size[1]},
        device_scale_factor=2 if touch else 1,
        is_mobile=touch,
        has_touch=touch,
        locale={"nl": "nl-NL", "en": "en-GB"}[lang],
        color_scheme=scheme,
        java_script_enabled=scripts,
        reduced_motion="reduce",
        **options,
    )
    complaints: list[str] = []
    try:
        page = context.new_page()
        page.set_default_timeout(15_000)
        page.on("console", lambda m: complaints.append(m.text) if "Policy" in m.text else None)
        yield page
    finally:
        context.close()
    assert not complaints


def violations(page: "Page") -> list[str]:
    """What axe-core finds wrong with a page: rule, why, and where."""
    page.evaluate(_axe())
    found = page.evaluate(
        "rules => axe.run(document, {runOnly: {type: 'tag', values: rules}})", RULES
    )
    return [
        f"{v['id']}: {v['help']} at {', '.join(str(n['target']) for n in v['nodes'])}"
        for v in found["violations"]
    ]


@cache
def _axe() -> str:
    spec = find_spec("axe_playwright_python")
    if spec is None or spec.origin is None:
        _without("axe-playwright-python isn't installed")
    return (Path(spec.origin).parent / "axe.min.js").read_text(encoding="utf-8")


def _without(reason: str) -> NoReturn:
    if os.environ.get("CI", "").lower() in ("1", "true"):
        pytest.fail(f"{reason}, and in CI the browser tests have to run")
    pytest.skip(reason)
