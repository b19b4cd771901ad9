"""Does a page, HTML or PDF, belong to confirmed minutes?

It carries the printed hash, which anybody could copy, so the confirmed minutes are written again in
each way in which they may have been handed out: in either language, whole or the agreements alone,
for both or one side's copy, in our own style or a firm's. Every word is compared, then what is
around the words: elements, styles and scripts of HTML, and all that a PDF shows or carries.
"""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import TYPE_CHECKING, Final

from sessionui.domain.minutes.content import GROUPS, hash_of, printed
from sessionui.domain.minutes.document import MinutesDocument
from sessionui.domain.wording import N_, Sentence
from sessionui.locale import LANGUAGES, Language, translator
from sessionui.minutes import make
from sessionui.minutes.choices import Choices, House, Scope
from sessionui.minutes.made import MAKER
from sessionui.minutes.outline.confirming import CODE_LINE
from sessionui.minutes.verifying.reading import Paper, paper_of_html, paper_of_pdf
from sessionui.minutes.verifying.verdict import (
    Known,
    Verdict,
    altered,
    belongs,
    earlier_of,
    listed,
    no,
    not_comparable,
    values_of,
)
from sessionui.text import shorten_middle

if TYPE_CHECKING:
    from sessionui.minutes.verifying.drawing import Look

_BETWEEN: Final = re.compile(r"[\s\u00ad\u2010-]")

_HINT: Final = N_("If it is in a firm's own style, name its folder with --house.")


@dataclass(frozen=True)
class Styles:
    """The house styles to try beside our own; ``named``: it was said to be in one of these."""

    houses: tuple[House, ...] = ()
    named: bool = False


OURS: Final = Styles()


@dataclass(frozen=True)
class _Given:
    """A page that was handed out, and its bytes."""

    paper: Paper
    data: bytes


def judge_paper(paper: Paper, data: bytes, known: Sequence[Known], styles: Styles) -> Verdict:
    """Judge a page by the hash that it carries, and by all that it shows."""
    code = _own_code(paper.text)
    if not code:
        return _without_code(paper)
    best = next((k for k in known if printed(k.hash) == code), None)
    if best is None:
        return _not_held(code, known)
    if best.document.altered or best.hash != hash_of(best.document):
        return not_comparable(best)
    return _compared(_Given(paper, data), best, styles)


def _not_held(code: str, known: Sequence[Known]) -> Verdict:
    earlier = earlier_of(known, code.replace("-", "").lower())
    if earlier is None:
        return no(N_("No confirmed minutes in this file have the hash that it carries."))
    template = N_(
        "It carries the hash of version {n} of the minutes of {pair}, {date}. Version {later} took "
        "its place, and what version {n} said is not in this file, so its words can't be compared."
    )
    values = {**values_of(earlier.document), "later": earlier.later}
    return Verdict(False, (Sentence(template, values),))


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
            return no(N_("This is a draft: nobody confirmed it, so there is nothing to compare."))
    return no(N_("It carries no hash, so these are no confirmed minutes that can be checked."))


def _compared(given: _Given, known: Known, styles: Styles) -> Verdict:
    """Compare with each way of writing: the same in all, in its words alone, or in none."""
    paper, counted = given.paper, Counter(given.paper.words)
    closest, nearest = Paper(paper.kind, (), ""), -1.0
    odd: Verdict | None = None
    around = _around(given, known, styles)
    for house in (House(), *styles.houses):
        for data, ours in _ways(paper, known.document, house):
            if ours.words == paper.words:
                found = around.judged(data, ours)
                if found is None:
                    checked = N_("Checked: every word, and everything else that it shows.")
                    return belongs(known, Sentence(checked))
                odd = odd or found
                break  # no other way has the same words
            near = sum((counted & Counter(ours.words)).values()) / max(len(ours.words), 1)
            if near > nearest:
                closest, nearest = ours, near
    if odd:
        return Verdict(False, (*odd.sentences, *_other_maker(paper)))
    return _other_words(known, paper, _differences(closest.words, paper.words), styles)


def _other_maker(paper: Paper) -> tuple[Sentence, ...]:
    """Which other version of the program a page says wrote it; it may write and draw otherwise."""
    if paper.maker in ("", MAKER):
        return ()
    template = N_(
        "It says that {maker} wrote it. This is {ours}, which may write or draw otherwise: check "
        "it with that version."
    )
    maker = shorten_middle(" ".join(paper.maker.split()), 40)
    return (Sentence(template, {"maker": maker, "ours": MAKER}),)


def _other_words(known: Known, paper: Paper, told: list[str], styles: Styles) -> Verdict:
    """Other words may be those of a firm's own style, unless it was compared in that.

    Or those of another version of the program.
    """
    maker = _other_maker(paper)
    if styles.named and not maker:
        return Verdict(False, (altered(known), *listed(told)))
    template = N_(
        "It carries the hash of version {n} of the minutes of {pair}, {date}, but has other words "
        "than those minutes have in our own style."
    )
    if styles.houses:
        template = N_(
            "It carries the hash of version {n} of the minutes of {pair}, {date}, but has other "
            "words than those minutes have in our own style, or in the one used last here."
        )
    head = Sentence(template, values_of(known.document))
    otherwise = Sentence(N_("If that is not why, then it was altered since:"))
    hint = () if styles.named else (Sentence(_HINT),)
    return Verdict(False, (head, *hint, *maker, otherwise, *listed(told)))


def _around(given: _Given, known: Known, styles: Styles) -> "_Dress | _Drawing":
    hint = () if styles.named else (Sentence(_HINT),)
    return (_Drawing if given.paper.kind == "pdf" else _Dress)(given, known, hint)


class _Dress:
    """What is around the words of HTML."""

    def __init__(self, given: _Given, known: Known, hint: tuple[Sentence, ...]) -> None:
        self._given, self._known, self._hint = given, known, hint

    def judged(self, _data: bytes, ours: Paper) -> Verdict | None:
        """``None`` when it is as we write it."""
        if ours.dress == self._given.paper.dress:
            return None
        template = N_(
            "It has the words of version {n} of the minutes of {pair}, {date}, but not the page "
            "that they were on: scripts or styles can hide or replace words."
        )
        return Verdict(False, (Sentence(template, values_of(self._known.document)), *self._hint))


class _Drawing:
    """What is around the words of a PDF; it is looked at when the words are ours, once."""

    def __init__(self, given: _Given, known: Known, hint: tuple[Sentence, ...]) -> None:
        self._given, self._known, self._hint = given, known, hint
        self._look: Look | None = None

    def judged(self, data: bytes, _ours: Paper) -> Verdict | None:
        """``None`` when it looks as we draw it, and nothing lies on it or comes with it."""
        # Only a PDF with our words is looked at that closely.
        from sessionui.minutes.verifying.drawing import look_of, oddness
        from sessionui.minutes.verifying.oddities import said_of_oddness

        self._look = self._look or look_of(self._given.data)
        odd = oddness(self._look, look_of(data))
        if not odd:
            return None
        said = said_of_oddness(odd, self._known.document)
        return Verdict(False, (*said, *(self._hint if odd.pages else ())))


def _ways(paper: Paper, document: MinutesDocument, house: House) -> Iterator[tuple[bytes, Paper]]:
    """The minutes as they could have been handed out, the likeliest first."""
    spoken = sorted(LANGUAGES, key=lambda lang: lang != paper.lang)
    scopes: tuple[Scope, ...] = ("full", "agreements")
    for lang in spoken:
        for scope in scopes:
            for side in (None, "a", "b"):
                yield _written(paper, document, lang, Choices(scope, side, house))


def _written(
    paper: Paper, document: MinutesDocument, lang: Language, choices: Choices
) -> tuple[bytes, Paper]:
    data = make(document, paper.kind, lang, choices).data
    return data, paper_of_pdf(data) if paper.kind == "pdf" else paper_of_html(data.decode())


def _differences(ours: Sequence[str], theirs: Sequence[str]) -> list[str]:
    matcher = SequenceMatcher(None, ours, theirs, autojunk=False)
    return [
        f"“{' '.join(ours[a:b])}” → “{' '.join(theirs[c:d])}”"
        for tag, a, b, c, d in matcher.get_opcodes()
        if tag != "equal"
    ]
