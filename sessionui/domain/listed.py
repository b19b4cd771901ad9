"""Who has to stay on the list of raters, by side: the figures rest on how many are behind them."""

from sessionui.domain.sides import SIDES
from sessionui.domain.wording import N_, Refused
from sessionui.domain.work import Work


def refuse_off_locked(work: Work, person_id: str) -> None:
    """Raise ``Refused`` once the round is locked: by side the list stays as it was scored by."""
    if work.session.rules.secrecy == "side" and work.session.locked:
        raise Refused(
            N_("Scoring is locked: by side {name} stays on the list, figures rest on it."),
            name=work.person_name(person_id),
        )


def refuse_fewer_raters(before: Work, after: Work) -> None:
    """Raise ``Refused`` where by side somebody leaves the list and more forms than raters are left.

    A form without a name may be of anybody on the list; with one rater fewer than forms the side
    may fall below the threshold, and what the room has seen would be gone (method, names and
    secrecy).
    """
    if before.session.rules.secrecy != "side":
        return
    for side in SIDES:
        left = after.raters(side)
        gone = next((p for p in before.raters(side) if p not in left), None)
        if gone is None:
            continue
        if sum(bool(b.answers) for b in before.urn.of_side(side)) > len(left):
            raise Refused(
                N_("{name} stays on the list: there would be more forms than raters."),
                name=before.person_name(gone),
            )
