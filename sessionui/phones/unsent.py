"""What a phone sends that may not answer any more goes back to it, with the way in."""

from starlette.responses import Response

from sessionui.phones.marks import NOT_APPLICABLE, offered, shown_mark
from sessionui.phones.trouble import Trouble
from sessionui.phones.visit import Visit
from sessionui.phones.visitor import answered_elsewhere


def may_answer(visit: Visit) -> bool:
    """Whether the phone is in, and the answers of whom it speaks for are not given elsewhere."""
    return visit.rater is not None and not answered_elsewhere(visit.work, visit.rater)


def handed_back(visit: Visit, chosen: str, reason: str, reason_limit: int) -> Response:
    """The mark and reason as they were sent; of the session nothing, for it may be anybody."""
    number = str(visit.request.path_params["number"])
    if not (number.isascii() and number.isdecimal() and len(number) <= 3):
        raise Trouble(404)
    written = {v: shown_mark(v, visit.lang) for v in offered(visit.work.session.rules)}
    known = chosen in written or chosen == NOT_APPLICABLE
    return visit.page(
        "out.html.j2",
        409,
        path="/answers" if visit.rater else "/",
        number=number,
        chosen=chosen if known else "",
        written=written.get(chosen, ""),
        reason=reason,
        reason_limit=reason_limit,
    )
