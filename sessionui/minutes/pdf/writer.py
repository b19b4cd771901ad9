"""From an outline to a PDF: typeset by Typst, tagged, PDF/UA where the fonts have every sign."""

import json
import re
from datetime import UTC, datetime, time
from typing import Any, Final

import typst

from sessionui.domain.minutes.document import MinutesDocument
from sessionui.domain.wording import N_, Sentence
from sessionui.locale import Language
from sessionui.minutes.choices import USUAL, Choices
from sessionui.minutes.made import MAKER, Made
from sessionui.minutes.outline.blocks import Outline
from sessionui.minutes.outline.build import outline_of
from sessionui.minutes.pdf.plain_data import values_of
from sessionui.minutes.pdf.typesetter import look_of, typesetter

ACCESSIBLE: Final = "ua-1"
"""PDF/UA-1, ISO 14289-1: what screen readers go by."""

NO_SIGN: Final = "could not be displayed"

_MAY_BE_LONG: Final = re.compile(r"[^\s!-/:-@\[-`{-~]{40}")
"""Forty signs in a row that may be letters: the template looks closer."""

_NO_SIGN = N_("The PDF has signs that no font on this computer can show. They are left as boxes.")
_NOT_ACCESSIBLE = N_("The PDF is tagged, but does not meet the standard for accessible PDF (UA).")


def as_pdf(document: MinutesDocument, lang: Language, choices: Choices = USUAL) -> Made:
    """Return the minutes as a PDF.

    Without the system's fonts first; with them where a sign is missing (Chinese, say); and without
    the promise of PDF/UA where no font has it, which a notice then says.
    """
    outline = outline_of(document, lang, choices)
    inputs = _inputs(outline, lang)
    moment = int(_moment(document).timestamp())
    for system in (False, True):
        try:
            return Made(_set(inputs, moment, system=system, standards=[ACCESSIBLE]))
        except typst.TypstError as error:
            if NO_SIGN not in str(error):
                notice = Sentence(_NOT_ACCESSIBLE)
                break
    else:
        notice = Sentence(_NO_SIGN)
    return Made(_set(inputs, moment, system=True, standards=[]), (notice,))


def _inputs(outline: Outline, lang: Language) -> dict[str, str]:
    minutes: dict[str, Any] = {
        "title": outline.title,
        "running": outline.running,
        "notice": outline.notice,
        "watermark": outline.watermark,
        "foot": outline.foot,
        "page": outline.page,
        "maker": MAKER,
        "lang": lang,
        "blocks": values_of(outline.blocks),
    }
    said = json.dumps(minutes, ensure_ascii=False)
    minutes["long-words"] = _MAY_BE_LONG.search(said) is not None
    return {"minutes": json.dumps(minutes), "look": look_of(outline.house)}


def _moment(document: MinutesDocument) -> datetime:
    """The date in the file: of the confirmation or the session, never of this moment."""
    return document.confirmed_at or datetime.combine(document.date, time(), UTC)


def _set(inputs: dict[str, str], moment: int, *, system: bool, standards: list[str]) -> bytes:
    data = typesetter("minutes.typ", system=system).compile(
        format="pdf", sys_inputs=inputs, pdf_standards=standards, timestamp=moment
    )
    return bytes(data)
