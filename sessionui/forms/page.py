"""One questionnaire as one HTML page that opens anywhere, without a network."""

import json
from base64 import b64encode
from decimal import Decimal
from functools import cache
from hashlib import sha256
from pathlib import Path
from typing import Any, Final

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from sessionui.domain.kinds import kind_of
from sessionui.domain.questionnaire import Questionnaire
from sessionui.domain.scoring import REASON_LIMIT, Rules
from sessionui.domain.sides import SIGNS, other
from sessionui.forms.answers import BEGIN, END, wordings
from sessionui.forms.keys import Form
from sessionui.forms.names import slug
from sessionui.locale import N_, Language, fmt_date, fmt_mark, translator

TEMPLATES = Path(__file__).parent / "templates"

_WORDS: Final = {
    "progress": N_("{n} of {total} filled in"),
    "not_kept": N_("this browser keeps nothing: save before you close the page"),
    "no_mark": N_("There is a reason but no mark. Choose a mark, or not applicable."),
    "mend": N_("Something has to be mended first: look for the red sentences."),
    "nothing": N_("Nothing is filled in yet."),
    "saved": N_(
        "Saved as {file}, where your browser puts its downloads. Mail it to the facilitator."
    ),
    "copied": N_("Copied. Paste it into a mail to the facilitator."),
    "copy_yourself": N_("Select all of the text below, copy it, and paste it into a mail."),
    "open_one": N_("One question is still open."),
    "open": N_("{n} questions are still open."),
    "wipe": N_("Wipe everything that you filled in on this form?"),
    "wiped": N_("Wiped."),
}


def page(questionnaire: Questionnaire, form: Form, lang: Language) -> str:
    """The form as a page. ``form`` must be of the questionnaire's session, side and rater."""
    gettext = translator(lang).gettext
    script, style = _file("form.js"), _file("form.css")
    environment = _environment()
    return environment.get_template("form.html.j2").render(
        _=gettext,
        form=questionnaire,
        shared=form.shared,
        lang=lang,
        title=gettext("How do we work together?"),
        about=_about(questionnaire, lang),
        rules=rules_in(questionnaire.rules, lang),
        marks=_marks(questionnaire.rules, lang),
        longest=REASON_LIMIT,
        script=script,
        style=style,
        script_hash=_hash(script),
        style_hash=_hash(style),
        data=_safe_json(_data(questionnaire, form, lang)),
    )


def rules_in(rules: Rules, lang: Language) -> str:
    """How the group chose to show scores, in words for a rater."""
    gettext = translator(lang).gettext
    if rules.secrecy == "name":
        return gettext("The group chose by name: each score is shown with its rater.")
    return gettext(
        "The group chose by side: scores are shown per side only, from {n} answers on, without a "
        "name. Four people know each other's style: that isn't anonymity."
    ).format(n=rules.threshold)


def _about(questionnaire: Questionnaire, lang: Language) -> str:
    gettext = translator(lang).gettext
    side = questionnaire.side
    parts = [
        gettext("{side} about {other}").format(
            side=f"{SIGNS[side]} {questionnaire.side_name}",
            other=f"{SIGNS[other(side)]} {questionnaire.other_name}",
        ),
        gettext(kind_of(questionnaire.kind).name),
        fmt_date(questionnaire.date, "long", lang),
        questionnaire.contract,
    ]
    return " · ".join(filter(None, parts))


def _marks(rules: Rules, lang: Language) -> list[tuple[str, str]]:
    """Every mark that may be given: as a number, and as people write it."""
    halves = [Decimal(n) / 2 for n in range(2, 21) if rules.half_marks or n % 2 == 0]
    return [(f"{m.normalize():f}", fmt_mark(int(m) if m == int(m) else m, lang)) for m in halves]


def _data(questionnaire: Questionnaire, form: Form, lang: Language) -> dict[str, Any]:
    gettext = translator(lang).gettext
    place = {q.indicator_id: n for n, q in enumerate(questionnaire.questions)}
    return {
        "session": questionnaire.session_id,
        "date": questionnaire.date.isoformat(),
        "origin": form.origin,
        "form": form.id,
        "key": form.key,
        "side": form.side,
        "rater": form.rater_id,
        "shared": form.shared,
        "items": [list(item) for item in wordings(questionnaire)],
        "rules": questionnaire.rules.model_dump(mode="json"),
        "slots": [
            {"indicator": i, "own": own, "name": f"{'o' if own else 'q'}{place[i]}"}
            for i, own in questionnaire.slots
        ],
        "file": "-".join(
            filter(None, (gettext("answers"), slug(questionnaire.rater or questionnaire.side_name)))
        )
        + ("" if form.shared else f"-{form.id[:4]}"),
        "begin": BEGIN,
        "end": END,
        "words": {name: gettext(message) for name, message in _WORDS.items()},
    }


def _safe_json(data: dict[str, Any]) -> Markup:
    """JSON that can't end the element it stands in."""
    written = json.dumps(data, ensure_ascii=True, separators=(",", ":"))
    for char in "<>&":
        written = written.replace(char, f"\\u{ord(char):04x}")
    return Markup(written)  # noqa: S704 - no character of markup is left


@cache
def _file(name: str) -> Markup:
    return Markup((TEMPLATES / name).read_text(encoding="utf-8"))  # noqa: S704 - our own file


def _hash(content: str) -> str:
    return f"sha256-{b64encode(sha256(content.encode()).digest()).decode()}"


@cache
def _environment() -> Environment:
    return Environment(
        loader=FileSystemLoader(TEMPLATES),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
