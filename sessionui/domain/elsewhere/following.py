"""Whether minutes may be taken in: are they what was confirmed, and what comes after what?"""

from sessionui.domain.minutes.content import fits, known_hash
from sessionui.domain.minutes.document import MinutesDocument
from sessionui.domain.wording import N_, Refused


def taken(document: MinutesDocument, *, as_it_is: bool) -> MinutesDocument:
    """The document as it may be taken in.

    Raises ``Refused`` for confirmed minutes that don't give the hash that they carry, or carry
    none. ``as_it_is``: they are marked as altered instead, which every form of them says. A hash
    that was worked out anew after altering fits: only a copy of what was confirmed tells that.
    """
    if document.draft or (fits(document) and document.content_hash):
        return document
    if as_it_is:
        return document.but(altered=True)
    if not document.content_hash:
        raise Refused(
            N_(
                "These minutes carry no hash, so nothing shows that they are what was confirmed. "
                "Nothing was taken in. To take them in all the same, marked as altered in every "
                "form, add {option}."
            ),
            option="--as-it-is",
        )
    raise Refused(
        N_(
            "These minutes are not what was confirmed: they don't give the hash that they carry. "
            "They were altered, or a name was erased. Nothing was taken in. To take them in all "
            "the same, marked as altered in every form, add {option}."
        ),
        option="--as-it-is",
    )


def must_follow(document: MinutesDocument, kept: MinutesDocument) -> None:
    """Raise ``Refused`` unless it is a later version of the minutes that are there.

    It is when it names the hash of the version that is there among those before it; of a draft,
    which has none, when it is confirmed.
    """
    if _follows(document, kept):
        return
    if _follows(kept, document):
        raise Refused(
            N_("A later version of these minutes is in the file already: version {n}."),
            n=kept.edition,
        )
    raise Refused(N_("This session is in the file already, and not as in these minutes."))


def _follows(later: MinutesDocument, earlier: MinutesDocument) -> bool:
    if later.draft or later.altered:
        return False
    if earlier.draft:
        return True
    return known_hash(earlier) in {note.content_hash for note in later.versions}
