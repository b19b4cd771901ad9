"""A picture as SVG within the page, with its words for who can't see it."""

from markupsafe import escape

from sessionui.minutes.html.drawing import Drawing, Symbol, Text, number


def svg(drawing: Drawing) -> str:
    """The picture; every value escaped."""
    strokes = "".join(
        f'<line x1="{number(s.x1)}" y1="{number(s.y1)}" x2="{number(s.x2)}" y2="{number(s.y2)}"'
        f' class="{escape(s.look)}"/>\n'
        for s in drawing.strokes
    )
    return (
        '<svg xmlns="http://www.w3.org/2000/svg"'
        f' viewBox="0 0 {drawing.width} {number(drawing.height)}" role="img">\n'
        f"<title>{escape(drawing.title)}</title>\n<desc>{escape(drawing.description)}</desc>\n"
        f"{strokes}{''.join(map(_symbol, drawing.symbols))}{''.join(map(_text, drawing.texts))}"
        "</svg>\n"
    )


def _symbol(one: Symbol) -> str:
    look = one.series if one.filled else f"{one.series} open"
    if one.series == "b":
        place = f'cx="{number(one.x)}" cy="{number(one.y)}" r="{number(one.size)}"'
        return f'<circle {place} class="{look}"/>\n'
    return f'<polygon points="{one.points}" class="{look}"/>\n'


def _text(one: Text) -> str:
    look = f' class="{escape(one.look)}"' if one.look else ""
    place = f'x="{number(one.x)}" y="{number(one.y)}" text-anchor="{one.anchor}"'
    return f"<text {place}{look}>{escape(one.text)}</text>\n"
