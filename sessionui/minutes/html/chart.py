"""Marks over the rounds, on a scale from 1 to 10. A line ends where it may not be drawn on."""

from math import ceil
from typing import Final

from sessionui.minutes.html.drawing import Drawing, Stroke, Symbol, Text
from sessionui.minutes.outline.blocks import Chart, ChartPoint

WIDTH: Final = 400
"""Narrower than the axis of an indicator: the table of the rounds stands beside it."""

LEFT: Final = 26
RIGHT: Final = WIDTH - 30
TOP: Final = 22
UNIT: Final = 13
BOTTOM: Final = TOP + 9 * UNIT
LABELLED: Final = (1, 4, 7, 10)
_ROOM_FOR_BREAK: Final = 90
_ROOM_FOR_DAY: Final = 66


def draw_chart(block: Chart) -> Drawing:
    """The lines of a chart, its points with their figures, its breaks."""
    drawing = Drawing(block.title, block.description, height=BOTTOM + 26, width=WIDTH)
    _scale(drawing, block)
    places = _places(len(block.points))
    _days(drawing, block, places)
    _breaks(drawing, block, places)
    for number, series in enumerate(block.series):
        _line(drawing, block, number, places)
        for x, point in zip(places, block.points, strict=True):
            value = point.values[number]
            if value is not None:
                size = 5.5 if series == "a" else 4.5
                drawing.symbols.append(Symbol(series, x, height_of(value), size))
                _label(drawing, block, point, number, x)
    return drawing


def height_of(mark: float) -> float:
    """Where a mark from 1 to 10 stands on the scale; 10 is at the top."""
    return BOTTOM - (mark - 1) * UNIT


def _places(count: int) -> list[float]:
    """Rounds at equal distances; one alone stands in the middle."""
    if count == 1:
        return [(LEFT + RIGHT) / 2]
    inner_left, inner_right = LEFT + 28, RIGHT - 28
    return [inner_left + n * (inner_right - inner_left) / (count - 1) for n in range(count)]


def _scale(drawing: Drawing, block: Chart) -> None:
    for mark in range(1, 11):
        y = height_of(mark)
        drawing.strokes.append(Stroke(LEFT, y, RIGHT, y, "grid"))
        if mark in LABELLED:
            drawing.texts.append(Text(LEFT - 8, y + 4, str(mark), "tick", "end"))
    y = height_of(5.5)
    drawing.strokes.append(Stroke(LEFT, y, RIGHT, y, "pass"))
    drawing.texts.append(Text(RIGHT + 6, y + 4, block.pass_label, "passed", "start"))


def _days(drawing: Drawing, block: Chart, places: list[float]) -> None:
    """The day under each round, or under every second or third where they would touch."""
    room = places[1] - places[0] if len(places) > 1 else WIDTH
    every = max(1, ceil(_ROOM_FOR_DAY / room))
    last = len(places) - 1
    for n, (x, point) in enumerate(zip(places, block.points, strict=True)):
        if (last - n) % every == 0:
            drawing.texts.append(Text(x, BOTTOM + 20, point.label, "tick"))


def _breaks(drawing: Drawing, block: Chart, places: list[float]) -> None:
    room = places[1] - places[0] if len(places) > 1 else 0
    broken = [n for n, point in enumerate(block.points) if n and any(point.breaks)]
    for n in broken:
        x = (places[n - 1] + places[n]) / 2
        drawing.strokes.append(Stroke(x, TOP - 6, x, BOTTOM, "break"))
        if room >= _ROOM_FOR_BREAK or len(broken) == 1:
            drawing.texts.append(Text(x, TOP - 10, block.break_label, "broken"))


def _line(drawing: Drawing, block: Chart, number: int, places: list[float]) -> None:
    """Join neighbours; nothing is drawn across a break or a round without a figure.

    Two rounds that compare are a slope, not a line yet: they are joined by dots.
    """
    for n in range(1, len(block.points)):
        before, after = block.points[n - 1].values[number], block.points[n].values[number]
        if before is None or after is None or any(block.points[n].breaks):
            continue
        look = f"line {block.series[number]}" + " slope" * (_comparing(block, number, n) == 2)
        stroke = Stroke(places[n - 1], height_of(before), places[n], height_of(after), look)
        drawing.strokes.append(stroke)


def _comparing(block: Chart, number: int, at: int) -> int:
    """How many rounds with a figure lie between the breaks around round ``at``."""
    run = 0
    for n, point in enumerate(block.points):
        if n and any(point.breaks):
            if n > at:
                break
            run = 0
        run += point.values[number] is not None
    return run


def _label(drawing: Drawing, block: Chart, point: ChartPoint, number: int, x: float) -> None:
    """The figure above the higher point and below the lower one."""
    value = point.values[number]
    others = [v for n, v in enumerate(point.values) if n != number and v is not None]
    if value is None:
        return
    lower = any(value < v or (value == v and number > 0) for v in others)
    y = height_of(value) + (17 if lower else -9)
    drawing.texts.append(Text(x, y, point.labels[number], f"mean {block.series[number]}"))
