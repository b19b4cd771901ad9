"""The minutes as Markdown that reads well as plain text too (CommonMark with GitHub's tables)."""

import re

from sessionui.domain.minutes.document import MinutesDocument
from sessionui.locale import Language
from sessionui.minutes.choices import USUAL, Choices
from sessionui.minutes.outline.blocks import (
    Banner,
    Block,
    Bullets,
    Cell,
    Facts,
    Group,
    Heading,
    History,
    Label,
    Line,
    Outline,
    Pair,
    Paragraph,
    Run,
    Scoreboard,
    SideScore,
    Table,
    Together,
)
from sessionui.minutes.outline.build import outline_of

# Characters that are markup wherever they stand; @, :// and the dot of a domain make links.
_SPECIAL = re.compile(
    r"[\\`*_{}\[\]<>|~$#]|&(?=#?\w+;)|(?<=\w)@|(?<=[a-z]):(?=//)|(?<=\w)\.(?=[a-z]{2})|(?<=www)\.",
    re.IGNORECASE,
)
# What at the start of a line would make a list, a rule, a heading or a table of it.
_NUMBER = re.compile(r"^(\d{1,9})([.)])(?=\s|$)", re.MULTILINE)
_SIGN = re.compile(r"^(?=[-+](?:\s|$)|-[-:\s]|:[-\s]|=+\s*$)", re.MULTILINE)
_SPACES = re.compile(r"[ \t]+")
_LINE_START = re.compile(r"^[ \t]+", re.MULTILINE)


def as_markdown(document: MinutesDocument, lang: Language, choices: Choices = USUAL) -> str:
    """Return the minutes as Markdown; nothing that people wrote can become markup."""
    return write_markdown(outline_of(document, lang, choices))


def write_markdown(outline: Outline) -> str:
    """Return an outline as Markdown."""
    parts = [part for block in outline.blocks for part in _block(block)]
    if outline.foot:
        parts += ["---", _flat(outline.foot)]
    return "\n\n".join(part for part in parts if part.strip()) + "\n"


def escape(text: str) -> str:
    """Write text so that every reader of Markdown shows just that text.

    Each line of it may stand at the start of a line. Spaces there, which would make code of it,
    are dropped.
    """
    return _safe_starts(_safe_inside(text))


def _safe_inside(text: str) -> str:
    return _SPECIAL.sub(r"\\\g<0>", _SPACES.sub(" ", text))


def _safe_starts(text: str) -> str:
    return _SIGN.sub(r"\\", _NUMBER.sub(r"\1\\\2", _LINE_START.sub("", text)))


def _block(block: Block) -> list[str]:  # noqa: C901, PLR0911, PLR0912 - one case a block
    match block:
        case Heading():
            return [f"{'#' * block.level} {_flat(block.text)}"]
        case Paragraph(style="lead"):
            return [_quoted(_text(block.line))]
        case Paragraph(style="figure"):
            return [f"**{_one_line(block.line)}**"]
        case Paragraph():
            return [_text(block.line)]
        case Label():
            return [f"**{_flat(''.join(run.text for run in block.line))}**"]
        case Banner():
            return [_quoted(f"**{_flat(block.word)}**  \n{escape(block.text)}")]
        case Facts():
            return ["\n".join(_fact(name, value) for name, value in block.rows)]
        case Bullets():
            # Another sign than that of facts, so that two lists that meet stay two.
            return ["\n".join(f"* {_indented(_text(item))}" for item in block.items)]
        case Table():
            return [_table(block)]
        case History():
            return [_table(block.table)]
        case Scoreboard():
            return [_scoreboard(block)]
        case Pair():
            return [part for side in (block.a, block.b) for inner in side for part in _block(inner)]
        case Group() | Together():
            return [part for inner in block.blocks for part in _block(inner)]
        case _:  # pictures: the figures beside them say the same; nobody signs Markdown
            return []


def _text(line: Line) -> str:
    """A line of the outline; a newline in it becomes a hard break."""
    return _broken(_safe_starts("".join(_run(run) for run in line)))


def _run(run: Run) -> str:
    text = _safe_inside(run.text)
    bare = text.strip()
    if run.tone != "strong" or not bare or "\n" in bare:
        return text
    before, after = text[: len(text) - len(text.lstrip())], text[len(text.rstrip()) :]
    return f"{before}**{bare}**{after}"


def _broken(text: str) -> str:
    lines = [part.strip() for part in text.split("\n")]
    return "  \n".join(part for part in lines if part)


def _one_line(line: Line) -> str:
    return _flat("".join(run.text for run in line))


def _flat(text: str) -> str:
    """Text on one line, as a heading or a name in bold."""
    return escape(" ".join(text.split()))


def _quoted(text: str) -> str:
    return "\n".join(f"> {part}" for part in text.split("\n")) if text else ""


def _indented(text: str) -> str:
    return text.replace("\n", "\n  ")


def _fact(name: str, value: Cell) -> str:
    said = "  \n".join(_text(entry) for entry in value)
    return f"- **{_flat(name)}:** {_indented(said)}"


def _table(table: Table) -> str:
    rules = ("---:" if n in table.numeric else "---" for n in range(len(table.header)))
    rows = [
        _row([_flat(name) for name in table.header]),
        _row(list(rules)),
        *(_row([_in_cell(value) for value in row]) for row in table.rows),
    ]
    return "\n".join(rows)


def _row(cells: list[str]) -> str:
    return f"| {' | '.join(cells)} |"


def _in_cell(value: Cell) -> str:
    """A cell is one line of the file; <br> is how every reader of tables breaks it."""
    return "<br>".join(part for entry in value for part in _text(entry).split("  \n"))


def _scoreboard(block: Scoreboard) -> str:
    sides = (block.a, block.b)
    rows = [
        _row([_flat(side.label) for side in sides]),
        _row(["---", "---"]),
        _row([_mark(side) for side in sides]),
    ]
    if any(side.details for side in sides):
        rows.append(_row(["<br>".join(map(escape, side.details)) for side in sides]))
    return "\n".join(rows)


def _mark(side: SideScore) -> str:
    return f"**{_flat(side.mark)}**" if side.shown else _flat(side.mark)
