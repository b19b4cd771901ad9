"""The forms of a session, and the names of their files."""

import secrets
from collections.abc import Iterator
from dataclasses import dataclass, field

from sessionui.domain.asking import check_asking
from sessionui.domain.questionnaire import questionnaire_of
from sessionui.domain.sides import SIDES
from sessionui.domain.wording import N_, Refused
from sessionui.domain.work import Work
from sessionui.forms.keys import RANDOM_BYTES, Maker
from sessionui.forms.names import slug
from sessionui.forms.page import page
from sessionui.locale import Language, translator


@dataclass(frozen=True)
class FormFile:
    """One form: the name of its file and its page."""

    name: str
    content: bytes = field(repr=False)


def new_secret() -> str:
    """What the forms of a session are made with, for ``OpenToPhones``: 32 hex digits."""
    return secrets.token_hex(16)


def forms_of(work: Work, lang: Language, *, numbered: bool = False) -> Iterator[FormFile]:
    """A form for each rater by name; by side one for a side, or ``numbered`` ones.

    Numbered ones are as many as raters were asked, and each counts once; which of them goes to
    whom is noted nowhere. Raises ``Refused`` when no scores are asked for.
    """
    check_asking(work)
    if not work.session.phones.secret:
        raise ValueError("the session has no secret yet")
    if work.session.rules.secrecy == "name" and not any(map(work.raters, SIDES)):
        raise Refused(N_("Nobody is asked to score yet. Add people first."))
    return _forms(work, lang, numbered=numbered)


def _forms(work: Work, lang: Language, *, numbered: bool) -> Iterator[FormFile]:
    maker = Maker(work.session.phones.secret, work.session.id)
    gettext = translator(lang).gettext
    word = gettext("questionnaire")
    for side in SIDES:
        side_name = slug(work.names[side], 30)
        if work.session.rules.secrecy == "name":
            for n, rater in enumerate(work.raters(side), 1):
                form = maker.form(secrets.token_hex(RANDOM_BYTES), side, rater)
                content = page(questionnaire_of(work, side, rater), form, lang)
                name = "-".join(filter(None, (word, side, f"{n}", slug(work.person_name(rater)))))
                yield FormFile(f"{name}.html", content.encode())
            continue
        numbers = range(1, len(work.raters(side)) + 1) if numbered else (0,)
        for n in numbers:
            form = maker.form(secrets.token_hex(RANDOM_BYTES), side, shared=not numbered)
            content = page(questionnaire_of(work, side), form, lang)
            name = "-".join(filter(None, (word, side, side_name, f"{n}" if n else "")))
            yield FormFile(f"{name}.html", content.encode())
