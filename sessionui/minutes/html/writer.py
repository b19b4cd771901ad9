"""From an outline to one HTML page; every value is escaped."""

from base64 import b64encode
from functools import cache
from pathlib import Path
from typing import Final

from markupsafe import escape

from sessionui.domain.minutes.document import MinutesDocument
from sessionui.locale import Language
from sessionui.minutes.choices import USUAL, Choices, House, Logo
from sessionui.minutes.html.markup import blocks
from sessionui.minutes.made import MAKER
from sessionui.minutes.outline.blocks import Outline
from sessionui.minutes.outline.build import outline_of

STYLE: Final = Path(__file__).parent / "minutes.css"


def as_html(document: MinutesDocument, lang: Language, choices: Choices = USUAL) -> str:
    """Return the minutes as one HTML page without scripts or anything from elsewhere."""
    return write_html(outline_of(document, lang, choices), lang)


def write_html(outline: Outline, lang: Language) -> str:
    """Return an outline as HTML."""
    return (
        f'<!DOCTYPE html>\n<html lang="{lang}">\n{_head(outline)}'
        f"<body>\n{_running(outline)}<main>\n{_logo(outline.house.logo)}"
        f"{blocks(outline.blocks)}{_foot(outline.foot)}</main>\n</body>\n</html>\n"
    )


def _head(outline: Outline) -> str:
    images = "; img-src data:" if outline.house.logo else ""
    policy = f"default-src 'none'; style-src 'unsafe-inline'{images}"
    notice = f"{escape(outline.notice)}: " if outline.notice else ""
    return (
        '<head>\n<meta charset="utf-8"/>\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1"/>\n'
        f'<meta http-equiv="Content-Security-Policy" content="{policy}"/>\n'
        '<meta name="referrer" content="no-referrer"/>\n'
        f'<meta name="generator" content="{MAKER}"/>\n'
        f"<title>{notice}{escape(outline.title)}</title>\n"
        f"<style>\n{_style()}{_hues(outline.house)}{_margins(outline)}</style>\n</head>\n"
    )


@cache
def _style() -> str:
    return STYLE.read_text(encoding="utf-8")


def _hues(house: House) -> str:
    hues = house.colours
    accent = hues.get("accent")
    lines = [f"  --accent: {escape(accent)};\n"] if accent else []
    for side, hue in (("a", hues.get("side_a")), ("b", hues.get("side_b"))):
        if hue:
            lines.append(f"  --{side}: {escape(hue)}; --{side}-text: {escape(hue)};\n")
    return f":root {{\n{''.join(lines)}}}\n"


def _margins(outline: Outline) -> str:
    """What stands around each page on paper."""
    foot = f"content: {css_string(outline.foot)}; font: 9pt sans-serif; color: #52606d;"
    return (
        f"@page {{\n  @bottom-left {{ {foot} }}\n"
        f"  @top-left {{ content: {css_string(outline.running)}; }}\n"
        f"  @top-right {{ content: {css_string(outline.notice)}; }}\n}}\n"
    )


def _running(outline: Outline) -> str:
    notice = f"<strong>{escape(outline.notice)}</strong>" if outline.notice else ""
    version = f"<br/>{escape(outline.version)}" if outline.version else ""
    running = f"<span>{escape(outline.running)}{version}</span>"
    return f'<header class="running">\n{running}{notice}</header>\n'


def _logo(logo: Logo | None) -> str:
    if logo is None:
        return ""
    image = f'<img src="{escape(data_address(logo))}" alt="{escape(logo.alt)}"/>'
    return f'<p class="logo">{image}</p>\n'


def _foot(foot: str) -> str:
    return f'<p class="foot soft">{escape(foot)}</p>\n' if foot else ""


def css_string(text: str) -> str:
    """Write text as a string of a style sheet: whatever isn't a letter or a digit by its number."""
    escaped = "".join(c if c.isascii() and c.isalnum() else f"\\{ord(c):x} " for c in text)
    return f'"{escaped}"'


def data_address(logo: Logo) -> str:
    """A logo as an address that holds it, so that the page needs nothing beside it."""
    return f"data:{logo.kind};base64,{b64encode(logo.data).decode()}"
