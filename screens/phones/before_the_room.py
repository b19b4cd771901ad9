"""The codes of the room as the wall shows them."""

from collections.abc import Mapping

from screens.desk import Desk
from screens.widgets.qr_code import Matrix
from sessionui.domain.room.topic import JoinCode


def join_code(desk: Desk, matrices: Mapping[str, tuple[Matrix, ...]]) -> JoinCode:
    """What to scan and to type. ``matrices``: codes by name, "room" and "wifi"."""
    host = desk.phones
    name, password = host.wifi
    wifi = rows_of(matrices.get("wifi", ()))
    return JoinCode(
        typed=host.typed,
        code=host.code,
        scan=rows_of(matrices.get("room", ())),
        wifi_name=name if wifi else "",
        wifi_password=password if wifi else "",
        wifi_scan=wifi,
        to_take_home=desk.work.session.state == "confirmed",
    )


def rows_of(matrices: tuple[Matrix, ...]) -> tuple[tuple[str, ...], ...]:
    """Codes in rows of 0 and 1, as scenes carry them."""
    return tuple(
        tuple("".join("1" if dark else "0" for dark in row) for row in matrix)
        for matrix in matrices
    )
