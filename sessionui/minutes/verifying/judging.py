"""Does a handed-out file belong to confirmed minutes, and to which version?

JSON proves itself: its hash is worked out from its content. A page carries the printed hash, which
anybody could copy, so the confirmed minutes are written again and every word is compared. A page
may be in either language, whole or the agreements alone, for both or one side's copy.
"""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Any, Final

from pydantic import ValidationError

from sessionui.domain.minutes.changes import changes_between
from sessionui.domain.minutes.content import (
    GROUPS,
    hash_of,
    hash_of_data,
    known_hash,
    printed,
)
from sessionui.domain.minutes.document import MinutesDocument
from sessionui.domain.wording import N_, Sentence
from sessionui.locale import LANGUAGES, Language, translator
from sessionui.minutes import make
from sessionui.minutes.choices import Choices, House, Scope
from sessionui.minutes.outline.change_words import said_of
from sessionui.minutes.outline.confirming import CODE_LINE
from sessionui.minutes.verifying.reading import Paper, paper_of_html, paper_of_pdf, read
from sessionui.minutes.words import Words
from sessionui.text import shorten_middle

_BETWEEN = re.compile(r"[\s\u00ad\u2010-]")

SHOWN: Final = 8
"""Differences that are told; the rest is counted."""


@dataclass(frozen=True)
class Known:
    """Confirmed minutes in the data file; ``in_force``: no later version was confirmed."""

    document: MinutesDocument
    in_force: bool


@dataclass(frozen=True)
class Verdict:
    """``belongs``: to confirmed minutes in force, unaltered. ``sentences`` say the rest."""

    belongs: bool
    sentences: tuple[Sentence, ...]


def judge(
    data: bytes,
    known: Sequence[Known],
    partnerships: Sequence[str],
    lang: Language,
    house: House | None = None,
) -> Verdict:
    """Judge a file against all confirmed minutes.

    ``lang``: of the differences that are told; ``house``: a style in which pages may be.
    """
    found = read(data)
    if isinstance(found, dict) and found.get("format") == "sessionui-minutes":
        return _judge_json(found, known, partnerships, lang)
    if isinstance(found, Paper):
        return _judge_paper(found, known, house or House())
    return _no(
        N_(
            "This can't be checked: it is neither JSON, HTML nor PDF as sessionui writes them. "
            "Ask for one of those, or compare the printed hash."
        )
    )


def _no(template: str, **values: str | int) -> Verdict:
    return Verdict(False, (Sentence(template, dict(values)),))


def _values(document: MinutesDocument) -> dict[str, Any]:
    return {
        "pair": f"{document.name_a} × {document.name_b}",
        "date": document.date,
        "n": document.edition,
    }


# --- JSON


def _judge_json(
    data: dict[str, Any], known: Sequence[Known], partnerships: Sequence[str], lang: Language
) -> Verdict:
    if data.get("state") != "confirmed":
        return _no(N_("This is a draft: nobody confirmed it, so there is nothing to compare."))
    try:
        own = hash_of_data(data)
    except ValueError:
        return _no(N_("This was altered: it has numbers that no minutes have."))
    same = next((k for k in known if known_hash(k.document) == own), None)
    if same is not None:
        checked = Sentence(N_("Checked: its whole content, by the hash worked out from it."))
        return _belongs(same, checked)
    claimed = next((k for k in known if known_hash(k.document) == data.get("content_hash")), None)
    if claimed is not None:
        return _altered_json(data, claimed, lang)
    return _stranger(data, known, partnerships)


def _belongs(known: Known, checked: Sentence) -> Verdict:
    values = _values(known.document)
    if known.in_force:
        template = N_("It belongs to the confirmed minutes of {pair}, {date}, version {n}.")
    else:
        template = N_(
            "It belongs to an earlier version: version {n} of the minutes of {pair}, {date}. "
            "A later one took its place, or the minutes were opened again."
        )
    return Verdict(known.in_force, (Sentence(template, values), checked))


def _altered_json(data: dict[str, Any], known: Known, lang: Language) -> Verdict:
    sentences = [_altered(known)]
    try:
        theirs = MinutesDocument.model_validate(data)
    except ValidationError:
        sentences.append(Sentence(N_("It no longer has the shape of minutes.")))
        return Verdict(False, tuple(sentences))
    words = Words(known.document, lang)
    changes = changes_between(known.document, theirs)
    told = [said_of(change, words) for change in changes]
    return Verdict(False, (*sentences, *_listed(told)))


def _altered(known: Known) -> Sentence:
    template = N_(
        "It was altered since: it carries the hash of version {n} of the minutes of {pair}, "
        "{date}, but says something else."
    )
    return Sentence(template, _values(known.document))


def _listed(told: Sequence[str]) -> list[Sentence]:
    found = [Sentence("{text}", {"text": f"- {shorten_middle(t, 300)}"}) for t in told[:SHOWN]]
    if len(told) > SHOWN:
        found.append(Sentence(N_("And {n} more."), {"n": len(told) - SHOWN}))
    return found


def _stranger(data: dict[str, Any], known: Sequence[Known], partnerships: Sequence[str]) -> Verdict:
    if data.get("session_id") in {k.document.session_id for k in known}:
        return _no(
            N_("It is of a session in this file, but no version that was confirmed here says this.")
        )
    if data.get("partnership_id") in partnerships:
        return _no(N_("It is of another session, of which no confirmed minutes are in this file."))
    return _no(N_("It is of another partnership than those in this file."))


# --- HTML and PDF


def _judge_paper(paper: Paper, known: Sequence[Known], house: House) -> Verdict:
    code = _own_code(paper.text)
    if not code:
        return _without_code(paper)
    best = next((k for k in known if printed(known_hash(k.document)) == code), None)
    if best is None:
        return _no(N_("No confirmed minutes in this file have the hash that it carries."))
    if known_hash(best.document) != hash_of(best.document):
        template = N_(
            "It carries the hash of version {n} of the minutes of {pair}, {date}. Its words can't "
            "be compared, because what is kept was changed since, as by erasing a name."
        )
        return Verdict(False, (Sentence(template, _values(best.document)),))
    return _compared(paper, best, house)


def _own_code(text: str) -> str:
    """The hash that a page says is its own: it carries those of other versions as well.

    Lines may be broken anywhere, so spaces and hyphens are passed over.
    """
    squeezed = _BETWEEN.sub("", text)
    for lang in LANGUAGES:
        before, _, after = translator(lang).gettext(CODE_LINE).partition("{n}")
        lead = [_BETWEEN.sub("", part) for part in (before, after.partition("{hash}")[0])]
        line = rf"{re.escape(lead[0])}\d+{re.escape(lead[1])}([0-9A-F]{{{4 * GROUPS}}})"
        if found := re.search(line, squeezed):
            return printed(found[1])
    return ""


def _without_code(paper: Paper) -> Verdict:
    for lang in LANGUAGES:
        gettext = translator(lang).gettext
        if gettext("DRAFT") in paper.text or gettext("REHEARSAL") in paper.text:
            return _no(N_("This is a draft: nobody confirmed it, so there is nothing to compare."))
    return _no(N_("It carries no hash, so these are no confirmed minutes that can be checked."))


def _compared(paper: Paper, known: Known, house: House) -> Verdict:
    closest: Paper | None = None
    nearest = -1.0
    counted = Counter(paper.words)
    for ours in _ways(paper, known.document, house):
        if ours.words == paper.words and ours.dress != paper.dress:
            return Verdict(False, (_undressed(known),))
        if ours.words == paper.words:
            return _belongs(
                known,
                Sentence(
                    N_("Checked: every word. Not checked: colours, pictures, what can't be read.")
                ),
            )
        near = sum((counted & Counter(ours.words)).values()) / max(len(ours.words), 1)
        if near > nearest:
            closest, nearest = ours, near
    told = _differences(closest.words if closest else (), paper.words)
    hint = Sentence(
        N_("A copy in a firm's own style differs in its words too: name its folder with --house.")
    )
    return Verdict(False, (_altered(known), *_listed(told), hint))


def _undressed(known: Known) -> Sentence:
    template = N_(
        "It has the words of version {n} of the minutes of {pair}, {date}, but not the page that "
        "they were on: scripts or styles can hide or replace words. If it is in a firm's own "
        "style, name its folder with --house."
    )
    return Sentence(template, _values(known.document))


def _ways(paper: Paper, document: MinutesDocument, house: House) -> Iterator[Paper]:
    """The minutes as they could have been handed out, the likeliest first."""
    spoken = sorted(LANGUAGES, key=lambda lang: lang != paper.lang)
    scopes: tuple[Scope, ...] = ("full", "agreements")
    for lang in spoken:
        for scope in scopes:
            for side in (None, "a", "b"):
                choices = Choices(scope, side, house)
                yield _written(paper, document, lang, choices)


def _written(paper: Paper, document: MinutesDocument, lang: Language, choices: Choices) -> Paper:
    data = make(document, paper.kind, lang, choices).data
    return paper_of_pdf(data) if paper.kind == "pdf" else paper_of_html(data.decode())


def _differences(ours: Sequence[str], theirs: Sequence[str]) -> list[str]:
    matcher = SequenceMatcher(None, ours, theirs, autojunk=False)
    return [
        f"“{' '.join(ours[a:b])}” → “{' '.join(theirs[c:d])}”"
        for tag, a, b, c, d in matcher.get_opcodes()
        if tag != "equal"
    ]
