"""What a phone sends when it isn't in any more goes back to it, with the way in."""

from starlette.responses import Response

from sessionui.phones.marks import NOT_APPLICABLE, offered, shown_mark
from sessionui.phones.trouble import Trouble
from sessionui.phones.visit import Visit


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
        path="/",
        number=number,
        chosen=chosen if known else "",
        written=written.get(chosen, ""),
        reason=reason,
        reason_limit=reason_limit,
    )
