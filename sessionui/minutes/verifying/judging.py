"""Does a handed-out file belong to confirmed minutes, and to which version?

JSON proves itself: its hash is worked out from its content. For pages see ``on_paper``.
"""

from collections.abc import Sequence
from typing import Any

from pydantic import ValidationError

from sessionui.domain.minutes.changes import changes_between
from sessionui.domain.minutes.content import hash_of, hash_of_data
from sessionui.domain.minutes.document import MinutesDocument
from sessionui.domain.wording import N_, Sentence
from sessionui.locale import Language
from sessionui.minutes.outline.change_words import said_of
from sessionui.minutes.verifying.on_paper import OURS, Styles, judge_paper
from sessionui.minutes.verifying.reading import Paper, read
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
from sessionui.minutes.words import Words


def judge(
    data: bytes,
    known: Sequence[Known],
    partnerships: Sequence[str],
    lang: Language,
    styles: Styles = OURS,
) -> Verdict:
    """Judge a file against all confirmed minutes.

    ``lang``: of the differences that are told; ``styles``: in which pages may be. Raises
    ``Refused`` for what can't be read.
    """
    found = read(data)
    if isinstance(found, dict) and found.get("format") == "sessionui-minutes":
        return _judge_json(found, known, partnerships, lang)
    if isinstance(found, Paper):
        return judge_paper(found, data, known, styles)
    return no(
        N_(
            "This can't be checked: it is neither JSON, HTML nor PDF as sessionui writes them. "
            "Ask for one of those, or compare the printed hash."
        )
    )


def _judge_json(
    data: dict[str, Any], known: Sequence[Known], partnerships: Sequence[str], lang: Language
) -> Verdict:
    if data.get("state") != "confirmed":
        return no(N_("This is a draft: nobody confirmed it, so there is nothing to compare."))
    try:
        own = hash_of_data(data)
    except ValueError:
        return no(N_("This was altered: it has numbers that no minutes have."))
    same = next((k for k in known if k.hash == own), None) or earlier_of(known, own)
    if same is not None:
        return _same_content(data, own, same)
    claimed = next((k for k in known if k.hash and k.hash == data.get("content_hash")), None)
    if claimed is not None:
        return _other_content(data, own, claimed, lang)
    return _stranger(data, known, partnerships)


def _same_content(data: dict[str, Any], own: str, same: Known) -> Verdict:
    if same.document.altered:
        return not_comparable(same)
    if not _shows(data, own, same):
        return _other_hash_shown(same)
    return belongs(
        same, Sentence(N_("Checked: its whole content, by the hash worked out from it."))
    )


def _shows(data: dict[str, Any], own: str, same: Known) -> bool:
    """Whether it shows its own hash; minutes from before hashes were kept show none."""
    shown = data.get("content_hash", "")
    return shown == own or (shown == "" and not same.document.content_hash)


def _other_hash_shown(same: Known) -> Verdict:
    template = N_(
        "Its content is that of version {n} of the minutes of {pair}, {date}, but the hash that it "
        "shows is another, or none: that was altered since."
    )
    return Verdict(False, (Sentence(template, values_of(same.document)),))


def _other_content(data: dict[str, Any], own: str, known: Known, lang: Language) -> Verdict:
    """It carries the hash of minutes, and says something else."""
    now = hash_of(known.document)
    if known.hash == now:
        return Verdict(False, (altered(known), *_told(data, known, lang)))
    # What is kept was changed here since; it may have been written after that.
    said = not_comparable(known).sentences
    if own == now:
        return Verdict(False, (*said, Sentence(N_("It says what is kept here now."))))
    differs = Sentence(N_("It differs from what is kept here now:"))
    return Verdict(False, (*said, differs, *_told(data, known, lang)))


def _told(data: dict[str, Any], known: Known, lang: Language) -> list[Sentence]:
    """In what it differs from what is kept."""
    try:
        theirs = MinutesDocument.model_validate(data)
    except ValidationError:
        return [Sentence(N_("It no longer has the shape of minutes."))]
    words = Words(known.document, lang)
    return listed([said_of(c, words) for c in changes_between(known.document, theirs)])


def _stranger(data: dict[str, Any], known: Sequence[Known], partnerships: Sequence[str]) -> Verdict:
    # Compared one by one: in a file that was altered it may be a list.
    if any(data.get("session_id") == k.document.session_id for k in known):
        return no(
            N_("It is of a session in this file, but no version that was confirmed here says this.")
        )
    if data.get("partnership_id") in partnerships:
        return no(N_("It is of another session, of which no confirmed minutes are in this file."))
    return no(N_("It is of another partnership than those in this file."))
