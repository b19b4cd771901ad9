"""How phones come in: codes to scan, address and code to type."""

from dataclasses import replace
from typing import Final

from textual.content import Content

from screens.plain import joined, plain
from screens.room.layout import EMPTY, Lines, Page, Sheet, one, padded, space
from screens.room.pages.join_tight import drawn_lines, matrices_of, password, tight
from screens.room.words import answered_text, label, lettered, prose, side_line
from screens.widgets.clamped import clamped
from screens.widgets.letters import fitting_letters, letters
from screens.widgets.qr_code import Drawing, drawing
from sessionui.domain.room.scenes import Join
from sessionui.domain.room.topic import JoinCode
from sessionui.locale import _
from sessionui.text import cell_width, one_line, shorten_middle

HEAD: Final = 2
"""Rows of the head line, which a code that needs them takes."""


def join_code(scene: Join, sheet: Sheet) -> Page:
    """The code as large as there is room for, and beside it what to type."""
    if arranged := _tight(scene, sheet):
        return arranged
    codes = _beside_large_address(scene, sheet) or _drawings(scene, sheet)
    if not codes and not scene.join.wifi_scan:
        codes = _drawings(scene, replace(sheet, height=sheet.height + HEAD))
        if codes and (left := sheet.width - codes[0].width - 4) > 8:
            return Page(
                (one(*_row(codes, _words(scene, left, sheet), sheet.height + HEAD)),),
                "middle",
                head=False,
            )
    if not codes and scene.join.smaller:
        return join_code(scene.but(join=scene.join.smaller), sheet)
    if not codes:
        words = _words(scene, sheet.width, sheet, coded=False)
        return Page(tuple(one(line) for line in words), "middle")
    wide = sum(code.width for code in codes) + 4 * len(codes)
    room = sheet.width - wide
    if room >= 30:
        return Page((one(*_row(codes, _words(scene, room, sheet), sheet.height)),), "middle")
    return Page(
        (one(*_row(codes, [], sheet.height)), space(1), one(*_short(scene, sheet))), "middle"
    )


def _beside_large_address(scene: Join, sheet: Sheet) -> list[Drawing]:
    """The one code, still large, with room for the address in large letters beside it; or none."""
    typed = letters(scene.join.typed, bold=False)
    if not typed or scene.join.title or scene.join.wifi_scan or not sheet.letter_scale:
        return []
    codes = _drawings(scene, replace(sheet, width=sheet.width - len(typed[0]) - 4))
    return codes if codes and codes[0].scale else []


def _tight(scene: Join, sheet: Sheet) -> Page | None:
    """Both codes with the address or at least the code large, where only that fits."""
    codes = _drawings(scene, sheet)
    beside = sheet.width - sum(code.width + 4 for code in codes)
    whole = len(codes) == 1 + bool(scene.join.wifi_scan)
    if whole and (codes[0].scale or fitting_letters(scene.join.typed, beside)):
        return None  # there is room for everything, or the code is large
    if not sheet.letter_scale or scene.join.title:
        return None
    heights = sheet.height, sheet.height + HEAD, sheet.height + HEAD + 1
    found = tight(scene.join, lambda width: _answered(scene, width), sheet.width, heights)
    if found is None and scene.join.wifi_scan:
        found = tight(
            scene.join.but(wifi_scan=()),
            lambda width: [*_wifi(scene.join, width), EMPTY, *_answered(scene, width)],
            sheet.width,
            heights,
        )
    if found is None:
        return None
    lines, height = found
    # Without the head line where it is in the way, and down to the last row.
    return Page((one(*lines),), "middle", head=height == sheet.height, close=height == heights[-1])


def _wifi(join: JoinCode, width: int) -> list[Content]:
    """The network in words."""
    name = shorten_middle(one_line(join.wifi_name), width)
    lines = [label(_("1 Join the Wi-Fi")), plain(name, "bold")]
    return [*lines, *clamped(password(join.wifi_password), width, 4)]


def _answered(scene: Join, width: int) -> list[Content]:
    if scene.join.to_take_home:
        return []
    lines = []
    for answered in scene.sides:
        count = f"  {answered_text(answered)}"
        name = side_line(answered.side, scene.names[answered.side], width - cell_width(count))
        lines.append(joined(name, plain(count, "$text-muted")))
    return lines


def _drawings(scene: Join, sheet: Sheet) -> list[Drawing]:
    """The codes that there are and that have room."""
    both = bool(scene.join.wifi_scan)
    kinds = (scene.join.wifi_scan, scene.join.scan)
    return [found for rows in kinds if rows and (found := _drawing(rows, sheet, both=both))]


def _drawing(codes: tuple[tuple[str, ...], ...], sheet: Sheet, *, both: bool) -> Drawing | None:
    matrices = matrices_of(codes)
    width = (sheet.width - 4) // 2 if both else sheet.width
    for height in (sheet.height, sheet.height - 4):
        large = not both and sheet.zoom >= 0
        found = drawing(matrices, width, height, large=large, blocks=sheet.blocks)
        if found and (found.width + 34 <= sheet.width or found.height <= sheet.height - 4):
            return found
    return drawing(matrices, width, sheet.height, blocks=sheet.blocks)


def _row(codes: list[Drawing], words: list[Content], rows: int) -> Lines:
    height = max(*(code.height for code in codes), min(len(words), rows))
    lines = [EMPTY] * height
    for code in codes:
        drawn = drawn_lines(code)
        for n in range(height):
            cell = drawn[n] if n < len(drawn) else Content(" " * code.width)
            lines[n] = Content.assemble(lines[n], cell, "    ")
    above = max((height - len(words)) // 2, 0)
    for n, line in enumerate(words[:height]):
        lines[above + n] = Content.assemble(lines[above + n], line)
    return tuple(lines)


def _too_small() -> str:
    return _(
        "The code doesn't fit in this window: make the window larger, or its letters smaller "
        "(often with ctrl and -)."
    )


def _words(scene: Join, width: int, sheet: Sheet, *, coded: bool = True) -> list[Content]:
    """What to read and to type; where it is not ``coded`` there is no code beside it."""
    join, size = scene.join, min(sheet.letter_scale, 1)
    lines: list[Content] = []
    if join.wifi_name:
        lines += [*_wifi(join, width), EMPTY]
    scan = join.title or (_("Minutes and actions") if join.to_take_home else _("Scan, or type"))
    lines += clamped(label(f"2 {scan}" if join.wifi_name else one_line(scan)), width, 3)
    if join.title:
        lines += prose(join.typed, width, 6, "bold")
        if join.scan and not coded:
            lines += [EMPTY, *prose(_too_small(), width, 4, "$warning")]
    elif join.typed:
        lines += lettered(join.typed, width, size, "bold")[0]
    if join.code:
        lines += [EMPTY, label(_("and the code")), *lettered(join.code, width, size, "bold")[0]]
    if not join.to_take_home and not join.title:
        lines.append(EMPTY)
        for answered in scene.sides:
            lines.append(side_line(answered.side, scene.names[answered.side], width))
            lines.append(plain(f"  {answered_text(answered)}", "$text-muted"))
    return lines


def _short(scene: Join, sheet: Sheet) -> list[Content]:
    """What to type, in a line or two below the codes."""
    join = scene.join
    typed = joined(plain(join.typed, "bold"), "   ", plain(join.code, "bold $accent"))
    lines = [typed]
    if join.wifi_name:
        wifi = plain(f"{_('Wi-Fi')} {one_line(join.wifi_name)}   ")
        lines[:0] = clamped(joined(wifi, password(join.wifi_password)), sheet.width, 3)
    return [padded(line, sheet.width) for line in lines]
