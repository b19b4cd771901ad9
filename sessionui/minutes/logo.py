"""The logo of a house style: which pictures may be one, and what is wrong with the others.

Nothing of the file is trusted: its size is known before it is drawn, and it is drawn once before
anything is written.
"""

from typing import Final

from sessionui.domain.wording import N_
from sessionui.minutes.choices import Logo
from sessionui.minutes.points import JPEG, PNG, UNREADABLE, LogoFault, points_of
from sessionui.minutes.vectors import check_vectors

TOO_WIDE: Final = N_("{logo} is more than ten times as wide as it is high. Take another one.")


def logo_of(content: bytes, alt: str) -> Logo:
    """The logo in a file's bytes, drawn once to be sure. Raises ``LogoFault``."""
    if content.startswith(PNG):
        points_of(content)
        logo = Logo(content, "image/png", alt)
    elif content.startswith(JPEG):
        points_of(content)
        logo = Logo(content, "image/jpeg", alt)
    else:
        check_vectors(content)
        logo = Logo(content, "image/svg+xml", alt)
    _draw(logo)
    return logo


def _draw(logo: Logo) -> None:
    """Draw it as the minutes will. Raises ``LogoFault``."""
    from sessionui.minutes.pdf.images import logo_fault  # it takes the typesetter

    match logo_fault(logo):
        case "wide":
            raise LogoFault(TOO_WIDE)
        case "unreadable":
            raise LogoFault(UNREADABLE)
