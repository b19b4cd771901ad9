"""Pages and redirects, with the headers that keep them private."""

from functools import cache
from hashlib import sha256
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from starlette.responses import Response

from sessionui.domain.sides import OPEN_SIGNS, SIGNS, other
from sessionui.locale import LANGUAGE_NAMES, LANGUAGES, Language, fmt_mark, phrase, translator

TEMPLATES = Path(__file__).parent / "templates"
COOKIE_SECONDS = 7 * 24 * 3600

POLICY = (
    "default-src 'none'; style-src {style}; img-src 'self'; form-action 'self'; "
    "base-uri 'none'; frame-ancestors 'none'"
)

# With "no-referrer" browsers send "Origin: null" with a form, and nothing could be checked by it.
# "same-origin" gives other sites nothing either; no address of a page says anything about anybody.
HEADERS = {
    "Cache-Control": "no-store",
    "Content-Security-Policy": POLICY.format(style="'self'"),
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=()",
    "Referrer-Policy": "same-origin",
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "X-Robots-Tag": "noindex, nofollow",
}


def page(template: str, lang: Language, status: int = 200, **values: Any) -> Response:
    """The page made from a template; every value in it is escaped."""
    speak = translator(lang)
    text = (
        _environment()
        .get_template(template)
        .render(
            _=speak.gettext,
            lang=lang,
            languages=[(key, LANGUAGE_NAMES[key]) for key in LANGUAGES],
            style_version=style_version(),
            mark=lambda value: fmt_mark(value, lang),
            say=lambda sentence: phrase(sentence.template, sentence.values, lang),
            signs=SIGNS,
            open_signs=OPEN_SIGNS,
            other=other,
            **values,
        )
    )
    return html(text, status)


def html(text: str, status: int = 200, *, policy: str | None = None) -> Response:
    """A page that is never kept by a browser."""
    headers = HEADERS if policy is None else {**HEADERS, "Content-Security-Policy": policy}
    return Response(text, status, headers, "text/html; charset=utf-8")


def redirect(path: str) -> Response:
    """Go on to ``path`` (ours, without anything a person wrote)."""
    return Response(b"", 303, {**HEADERS, "Location": path})


def fixed(content: bytes, kind: str) -> Response:
    """A file that is the same for everybody, and may be kept."""
    return Response(content, 200, {**HEADERS, "Cache-Control": "max-age=86400"}, kind)


@cache
def style() -> bytes:
    """The style sheet."""
    return (TEMPLATES / "phone.css").read_bytes()


@cache
def icon() -> bytes:
    """The icon of the tab."""
    return (TEMPLATES / "icon.svg").read_bytes()


@cache
def style_version() -> str:
    """Changes with the style sheet, so that no phone uses one of before."""
    return sha256(style()).hexdigest()[:8]


@cache
def _environment() -> Environment:
    return Environment(
        loader=FileSystemLoader(TEMPLATES),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
