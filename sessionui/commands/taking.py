"""What commands that change a session need: the moment, fresh ids."""

import secrets
from datetime import datetime

from sessionui.domain.intents.base import Context


def context() -> Context:
    """This moment in the time zone of this machine, and random ids."""
    now = datetime.now().astimezone()
    return Context(now, now.date(), lambda: secrets.token_hex(8))
