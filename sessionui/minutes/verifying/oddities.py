"""What is odd about a PDF with the right words, in sentences."""

from typing import Final

from sessionui.domain.minutes.document import MinutesDocument
from sessionui.domain.wording import N_, Sentence
from sessionui.minutes.verifying.drawing import Added, Odd, Thing
from sessionui.minutes.verifying.verdict import SHOWN, values_of
from sessionui.text import shorten_middle

_ON_PAGE: Final[dict[Thing, str]] = {
    "note": N_("- On page {page} lies a note or a drawing."),
    "link": N_("- On page {page} lies a link."),
    "field": N_("- On page {page} lies a field of a form."),
    "signature": N_("- On page {page} lies a signature."),
    "file": N_("- On page {page} a file is attached."),
    "script": N_("- Page {page} does something when it is opened."),
}
_IN_FILE: Final[dict[Thing, str]] = {
    "field": N_("- It holds a form."),
    "file": N_("- A file is attached."),
    "script": N_("- It does something when it is opened."),
    "layer": N_("- It has layers that can be shown and hidden."),
}


def said_of_oddness(odd: Odd, document: MinutesDocument) -> tuple[Sentence, ...]:
    """What was added for sure; what can't be told, as drawing that isn't ours."""
    return (*_added(odd, document), *_redrawn(odd, document))


def _added(odd: Odd, document: MinutesDocument) -> tuple[Sentence, ...]:
    if not (odd.added or odd.spoken or odd.named):
        return ()
    head = N_(
        "It has the words of version {n} of the minutes of {pair}, {date}, but something was added "
        "or changed:"
    )
    found = [Sentence(head, values_of(document))]
    found += [_said(added) for added in odd.added[:SHOWN]]
    if len(odd.added) > SHOWN:
        found.append(Sentence(N_("And {n} more."), {"n": len(odd.added) - SHOWN}))
    if odd.spoken:
        found.append(Sentence(N_("- What is read aloud of its pictures, or a bookmark, differs.")))
    if odd.named:
        found.append(
            Sentence(N_("- Its title, author or subject differs, or what its pages are called."))
        )
    if not odd.pages:
        found.append(Sentence(N_("Apart from that its pages look as they were handed out.")))
    return tuple(found)


def _said(added: Added) -> Sentence:
    template = _ON_PAGE.get(added.thing) if added.page else _IN_FILE.get(added.thing)
    return Sentence(template or _ON_PAGE["note"], {"page": added.page})


def _redrawn(odd: Odd, document: MinutesDocument) -> tuple[Sentence, ...]:
    if not odd.pages:
        return ()
    head = N_(
        "It has the words of version {n} of the minutes of {pair}, {date}, but can't be checked "
        "fully: it is drawn otherwise than we draw it, on page {pages}."
    )
    shown = [str(page) for page in odd.pages[:SHOWN]] + ["…"] * (len(odd.pages) > SHOWN)
    found = [Sentence(head, {**values_of(document), "pages": ", ".join(shown)})]
    if odd.creator:
        creator = shorten_middle(" ".join(odd.creator.split()), 60)
        why = N_("It says that another program or version made it ({creator}): that may be why.")
        found.append(Sentence(why, {"creator": creator}))
    found.append(
        Sentence(
            N_(
                "Something may cover or replace what stands there. Compare by eye with a copy that "
                "is written anew."
            )
        )
    )
    return tuple(found)
