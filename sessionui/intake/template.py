"""An empty sheet to fill in, which comes back in without a mapping.

Every text is written as text: nothing that a person called an indicator becomes a formula. Cells
to fill are open, headings and names are locked (without a password).
"""

import io
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

from sessionui.domain.asking import check_asking
from sessionui.domain.questionnaire import questionnaire_of
from sessionui.domain.sides import SIDES
from sessionui.domain.wording import N_, Refused
from sessionui.domain.work import Work
from sessionui.intake.entries import indicators_of
from sessionui.intake.headings import MarkColumn, mark_column
from sessionui.intake.names import Lookup
from sessionui.locale import Language, fmt_date, translator

if TYPE_CHECKING:
    from xlsxwriter import Workbook
    from xlsxwriter.worksheet import Worksheet

SPARE_ROWS: Final = 10
"""Rows for raters who come along later."""

_SUFFIXES: Final[dict[Language, dict[str, str]]] = {
    "en": {"mark": "", "reason": " reason", "own": " self", "own reason": " self reason"},
    "nl": {
        "mark": "",
        "reason": " onderbouwing",
        "own": " zelf",
        "own reason": " zelf onderbouwing",
    },
}
_PERSONAL: Final[dict[Language, tuple[str, str]]] = {
    "en": ("Rater", "Side"),
    "nl": ("Beoordelaar", "Kant"),
}


@dataclass(frozen=True)
class _Column:
    heading: str
    about: MarkColumn | None = None


def template_of(work: Work, lang: Language) -> bytes:
    """The sheet for the round of ``work`` as XLSX.

    Raises ``Refused`` when no scores are asked for, or when two indicators can't be told apart
    by their names.
    """
    check_asking(work)
    columns = _columns(work, lang)
    from xlsxwriter import Workbook  # only this needs it

    file = io.BytesIO()
    book = Workbook(file, {"in_memory": True, "strings_to_urls": False})
    book.set_properties({"title": "sessionui"})
    gettext = translator(lang).gettext
    answers = book.add_worksheet(gettext("Answers"))
    _explain(book, book.add_worksheet(gettext("How to fill in")), work, lang)
    count = _list_marks(book.add_worksheet("marks"), work)
    _fill(book, answers, work, columns)
    _check(answers, work, columns, count, lang)
    book.close()
    return file.getvalue()


def _columns(work: Work, lang: Language) -> list[_Column]:
    indicators, names = indicators_of(work)
    rater, side = _PERSONAL[lang]
    by_name = work.session.rules.secrecy == "name"
    columns = [_Column(rater), _Column(side)] if by_name else [_Column(side)]
    for own in (False, True) if work.session.rules.self_estimate else (False,):
        for item in work.items:
            for reason in (False, True):
                about = MarkColumn(item.indicator_id, own=own, reason=reason)
                columns.append(_named(about, names[item.indicator_id], indicators, lang))
    return columns


def _named(about: MarkColumn, name: str, indicators: Lookup[str], lang: Language) -> _Column:
    kind = " ".join(["own"] * about.own + ["reason"] * about.reason) or "mark"
    heading = f"{name}{_SUFFIXES[lang][kind]}"
    if mark_column(heading, indicators) != about:
        raise Refused(
            N_("{indicator} can't be told from another indicator by its name. Rename one of them."),
            indicator=name,
        )
    return _Column(heading, about)


def _fill(book: "Workbook", sheet: "Worksheet", work: Work, columns: list[_Column]) -> None:
    head = book.add_format(
        {"bold": True, "text_wrap": True, "valign": "top", "bg_color": "#EEF2F5", "bottom": 1}
    )
    locked = book.add_format({"valign": "top"})
    open_text = book.add_format(
        {"locked": False, "text_wrap": True, "valign": "top", "num_format": "@"}
    )
    open_mark = book.add_format({"locked": False, "align": "center", "valign": "top"})
    personal = sum(column.about is None for column in columns)
    for place, column in enumerate(columns):
        sheet.write_string(0, place, column.heading, head)
        reason = column.about is not None and column.about.reason
        sheet.set_column(place, place, 34 if reason else 22 if column.about is None else 14)
    rows = _raters(work)
    for number, row in enumerate([*rows, *[()] * SPARE_ROWS], 1):
        for place, column in enumerate(columns):
            if place < len(row):
                sheet.write_string(number, place, row[place], locked)
            elif column.about is None or column.about.reason:
                sheet.write_blank(number, place, None, open_text)
            else:
                sheet.write_blank(number, place, None, open_mark)
    sheet.freeze_panes(1, personal)
    sheet.protect("", {"format_columns": True, "format_rows": True})


def _raters(work: Work) -> list[tuple[str, ...]]:
    """By name the people who are asked, by side as many rows as raters, without names."""
    rows: list[tuple[str, ...]] = []
    for side in SIDES:
        for rater in work.raters(side):
            name = work.names[side]
            by_name = work.session.rules.secrecy == "name"
            rows.append((work.person_name(rater), name) if by_name else (name,))
    return rows


def _list_marks(sheet: "Worksheet", work: Work) -> int:
    """Every mark that may be given, on a hidden sheet: a list in a cell splits at commas."""
    halves = [n / 2 for n in range(2, 21) if work.session.rules.half_marks or n % 2 == 0]
    for row, mark in enumerate(halves):
        sheet.write_number(row, 0, mark)
    sheet.write_string(len(halves), 0, "n/a")
    sheet.write_string(len(halves) + 1, 0, "n.v.t.")
    sheet.very_hidden()
    return len(halves) + 2


def _check(
    sheet: "Worksheet", work: Work, columns: list[_Column], count: int, lang: Language
) -> None:
    """Have the spreadsheet program refuse what is no mark."""
    gettext = translator(lang).gettext
    last = len(_raters(work)) + SPARE_ROWS
    message = (
        gettext("A mark is a whole or half number from 1 to 10, or n/a.")
        if work.session.rules.half_marks
        else gettext("A mark is a whole number from 1 to 10, or n/a.")
    )
    mark = {
        "validate": "list",
        "source": f"=marks!$A$1:$A${count}",
        "dropdown": True,
        "error_title": "sessionui",
        "error_message": message,
    }
    for place, column in enumerate(columns):
        if column.about is not None and not column.about.reason:
            sheet.data_validation(1, place, last, place, mark)


def _explain(book: "Workbook", sheet: "Worksheet", work: Work, lang: Language) -> None:
    gettext = translator(lang).gettext
    bold, wrap = book.add_format({"bold": True}), book.add_format({"text_wrap": True})
    day = fmt_date(work.session.date, "long", lang)
    lines: list[tuple[str, Any]] = [
        (f"{work.names['a']} × {work.names['b']} · {day}", bold),
        ("", None),
        (gettext("One row a rater. Each side scores the other: 1 very poor, 10 excellent."), wrap),
        (
            gettext("Write n/a where an indicator doesn't apply. Leave empty what isn't known."),
            wrap,
        ),
        (gettext("Leave the headings as they are; they say what belongs where."), wrap),
        (gettext("Whoever can open this sheet can read the marks in it."), wrap),
        ("", None),
    ]
    lines += _meanings(work, bold, wrap)
    for row, (line, style) in enumerate(lines):
        sheet.write_string(row, 0, line, style)
    sheet.set_column(0, 0, 100)
    sheet.protect("", {"format_columns": True, "format_rows": True})


def _meanings(work: Work, bold: Any, wrap: Any) -> list[tuple[str, Any]]:
    """What each indicator means; that is the same for both sides."""
    lines: list[tuple[str, Any]] = []
    for question in questionnaire_of(work, SIDES[0]).questions:
        lines.append((question.name, bold))
        anchors = (("4", question.at_4), ("6", question.at_6), ("8", question.at_8))
        lines += [(line, wrap) for line in (question.text,) if line]
        lines += [(f"{mark}: {what}", wrap) for mark, what in anchors if what]
    return lines
