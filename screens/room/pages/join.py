"""How phones come in: codes to scan, address and code to type."""

from dataclasses import replace
from typing import Final

from textual.content import Content

from screens.plain import joined, plain
from screens.room.layout import EMPTY, Lines, Page, Sheet, one, padded, space
from screens.room.words import answered_text, label, lettered, prose, side_line
from screens.widgets.qr_code import BLACK, WHITE, Drawing, drawing
from sessionui.domain.room.scenes import Join
from sessionui.locale import _
from sessionui.text import one_line, shorten_middle

HEAD: Final = 2
"""Rows of the head line, which a code that needs them takes."""


def join_code(scene: Join, sheet: Sheet) -> Page:
    """The code as large as there is room for, and beside it what to type."""
    codes = _drawings(scene, sheet)
    if not codes and not scene.join.wifi_scan:
        codes = _drawings(scene, replace(sheet, height=sheet.height + HEAD))
        if codes and (left := sheet.width - codes[0].width - 4) > 8:
            return Page((one(*_row(codes, _words(scene, left, sheet))),), "middle", head=False)
    if not codes:
        return Page(tuple(one(line) for line in _words(scene, sheet.width, sheet)), "middle")
    wide = sum(code.width for code in codes) + 4 * len(codes)
    room = sheet.width - wide
    if room >= 30:
        return Page((one(*_row(codes, _words(scene, room, sheet))),), "middle")
    return Page((one(*_row(codes, [])), space(1), one(*_short(scene, sheet))), "middle")


def _drawings(scene: Join, sheet: Sheet) -> list[Drawing]:
    """The codes that there are and that have room."""
    both = bool(scene.join.wifi_scan)
    kinds = (scene.join.wifi_scan, scene.join.scan)
    return [found for rows in kinds if rows and (found := _drawing(rows, sheet, both=both))]


def _drawing(codes: tuple[tuple[str, ...], ...], sheet: Sheet, *, both: bool) -> Drawing | None:
    matrices = [tuple(tuple(char == "1" for char in row) for row in code) for code in codes]
    width = (sheet.width - 4) // 2 if both else sheet.width
    for height in (sheet.height, sheet.height - 4):
        large = not both and sheet.zoom >= 0
        found = drawing(matrices, width, height, large=large, blocks=sheet.blocks)
        if found and (found.width + 34 <= sheet.width or found.height <= sheet.height - 4):
            return found
    return drawing(matrices, width, sheet.height, blocks=sheet.blocks)


def _row(codes: list[Drawing], words: list[Content]) -> Lines:
    height = max(code.height for code in codes)
    lines = [EMPTY] * height
    for code in codes:
        drawn = _lines(code)
        for n in range(height):
            cell = drawn[n] if n < len(drawn) else Content(" " * code.width)
            lines[n] = Content.assemble(lines[n], cell, "    ")
    above = max((height - len(words)) // 2, 0)
    for n, line in enumerate(words[:height]):
        lines[above + n] = Content.assemble(lines[above + n], line)
    return tuple(lines)


def _lines(code: Drawing) -> list[Content]:
    """A drawing as lines, black on white whatever the theme."""
    lines = []
    for y in range(code.height):
        parts = []
        for segment in code.row(y):
            style = segment.style
            ink = style.color.name if style and style.color else BLACK
            ground = style.bgcolor.name if style and style.bgcolor else WHITE
            parts.append(Content.styled(segment.text, f"{ink} on {ground}"))
        lines.append(Content.assemble(*parts))
    return lines


def _words(scene: Join, width: int, sheet: Sheet) -> list[Content]:
    join, size = scene.join, min(sheet.letter_scale, 1)
    lines: list[Content] = []
    if join.wifi_name:
        name = shorten_middle(one_line(join.wifi_name), width - 8)
        lines += [label(_("1 Join the Wi-Fi")), plain(name, "bold")]
        if join.wifi_password:
            lines.append(plain(shorten_middle(join.wifi_password, width)))
        lines.append(EMPTY)
    scan = join.title or (_("Minutes and actions") if join.to_take_home else _("Scan, or type"))
    lines += [label(f"2 {scan}" if join.wifi_name else scan)]
    if join.title:
        lines += prose(join.typed, width, 6, "bold")
    elif join.typed:
        lines += lettered(join.typed, width, size, "bold")[0]
    if join.code:
        lines += [EMPTY, label(_("and the code")), *lettered(join.code, width, size, "bold")[0]]
    if not join.to_take_home:
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
        lines.insert(0, plain(f"{_('Wi-Fi')} {join.wifi_name}  {join.wifi_password}"))
    return [padded(line, sheet.width) for line in lines]
