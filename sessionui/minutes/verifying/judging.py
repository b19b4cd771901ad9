"""Does a handed-out file belong to confirmed minutes, and to which version?

JSON proves itself: its hash is worked out from its content. For pages see ``on_paper``.
"""

from collections.abc import Sequence
from typing import Any

from pydantic import ValidationError

from sessionui.domain.minutes.changes import changes_between
from sessionui.domain.minutes.content import hash_of_data
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
    ``Refused`` for a PDF that can't be read.
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
    if same is not None and same.document.altered:
        return not_comparable(same)
    if same is not None:
        checked = Sentence(N_("Checked: its whole content, by the hash worked out from it."))
        return belongs(same, checked)
    claimed = next((k for k in known if k.hash == data.get("content_hash")), None)
    if claimed is not None:
        return _altered_json(data, claimed, lang)
    return _stranger(data, known, partnerships)


def _altered_json(data: dict[str, Any], known: Known, lang: Language) -> Verdict:
    sentences = [altered(known)]
    try:
        theirs = MinutesDocument.model_validate(data)
    except ValidationError:
        sentences.append(Sentence(N_("It no longer has the shape of minutes.")))
        return Verdict(False, tuple(sentences))
    words = Words(known.document, lang)
    changes = changes_between(known.document, theirs)
    told = [said_of(change, words) for change in changes]
    return Verdict(False, (*sentences, *listed(told)))


def _stranger(data: dict[str, Any], known: Sequence[Known], partnerships: Sequence[str]) -> Verdict:
    if data.get("session_id") in {k.document.session_id for k in known}:
        return no(
            N_("It is of a session in this file, but no version that was confirmed here says this.")
        )
    if data.get("partnership_id") in partnerships:
        return no(N_("It is of another session, of which no confirmed minutes are in this file."))
    return no(N_("It is of another partnership than those in this file."))
