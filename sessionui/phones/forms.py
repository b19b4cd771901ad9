"""Reading what a form sends: its size, its time, its shape."""

import asyncio
from urllib.parse import parse_qsl

from starlette.requests import ClientDisconnect, Request

from sessionui.phones.limits import Limits
from sessionui.phones.trouble import Trouble

FIELDS = 12
FORM_TYPE = "application/x-www-form-urlencoded"


async def read_form(request: Request, limits: Limits) -> dict[str, str]:
    """The fields of a form. Raises ``Trouble`` for anything that isn't one, is late or too big."""
    kind = request.headers.get("content-type", "").partition(";")[0].strip().lower()
    if kind != FORM_TYPE:
        raise Trouble(415)
    length = request.headers.get("content-length", "0")
    if not (length.isascii() and length.isdigit()) or len(length) > 12:
        raise Trouble(400)
    if int(length) > limits.body_bytes:
        raise Trouble(413)
    try:
        async with asyncio.timeout(limits.body):
            body = await _body(request, limits.body_bytes)
    except TimeoutError:
        raise Trouble(408) from None
    except ClientDisconnect:
        raise Trouble(400) from None
    return fields_of(body)


def fields_of(body: bytes) -> dict[str, str]:
    """The fields in a body. Raises ``Trouble`` for broken ones and for a field that comes twice."""
    if not body:
        return {}
    try:
        pairs = parse_qsl(
            body.decode("ascii"),
            keep_blank_values=True,
            strict_parsing=True,
            errors="strict",
            max_num_fields=FIELDS,
        )
    except ValueError:
        raise Trouble(400) from None
    fields = dict(pairs)
    if len(fields) != len(pairs):
        raise Trouble(400)
    return fields


async def _body(request: Request, most: int) -> bytes:
    parts: list[bytes] = []
    size = 0
    async for part in request.stream():
        size += len(part)
        if size > most:
            raise Trouble(413)
        parts.append(part)
    return b"".join(parts)
