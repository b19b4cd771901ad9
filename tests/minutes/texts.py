"""Text that tries to be something else, and documents with it in every field."""

from typing import Any

from pydantic import BaseModel

from sessionui.domain.minutes.document import MinutesDocument

HOSTILE = {
    "markup": "[/] [b]x[/b] [@click=app.quit]x[/]",
    "tag": "<img src=x onerror=1> <script>alert(1)</script> </td></table></style> &lt;b&gt; &amp;",
    "pipe": "| pipe | a || b \\| c",
    "heading": "# head",
    "closed heading": "head ##",
    "picture": "![a](http://x) [b](javascript:1) <http://y> www.z.nl helderwit.nl/x a@b.nl",
    "code": "``` ~~~ `x` $x$ {{ x }} {% x %}",
    "emphasis": "*a* **b** _c_ __d__ ~~e~~ \\",
    "bullet": "- one",
    "plus": "+ one",
    "star": "* one",
    "number": "1. one",
    "bracket number": "12) one",
    "quote": "> quote",
    "rule": "---",
    "stars": "***",
    "under": "===",
    "columns": "--- | ---",
    "centred": ":--",
    "indented": "    code",
    "note": "[^1]: note",
    "formula": "=cmd|'/C calc'!A0",
    "spaced formula": "=cmd|' /C calc'!A0",
    "end of paragraph": "</para>",
    "file": '<img src="/etc/passwd">',
    "end of event": "x\r\nEND:VEVENT\r\nBEGIN:VALARM",
    "folder": "../../x",
    "device": "CON.txt",
    "controls": "a\x00b\x07c\x1b[31md\x9fe\u202ef\ufffeg\ud800h",
    "umlauts": "ü" * 300,
    "entity": "&copy; &#65; &nbsp",
    "template": "{n} {} {0.__class__} %s %(x)s",
    "css": '"; } body { display: none } \\',
}

MULTILINE = (
    "first\n# head\n- bullet\n\n1. one\n    code\n```\n| a | b |\n|---|---|\n===\n---\n> q\nlast"
)

_KEPT = {"id", "session_id", "partnership_id", "stage", "template", "format"}


def with_text_everywhere(document: MinutesDocument, text: str) -> MinutesDocument:
    """The document with ``text`` in every field that holds free text (not checked again)."""
    filled: MinutesDocument = _filled(document, text)
    return filled


def _filled(model: Any, text: str) -> Any:
    changes = {}
    for name, field in type(model).model_fields.items():
        value = getattr(model, name)
        if field.annotation is str and name not in _KEPT:
            changes[name] = text
        else:
            changes[name] = _inside(value, text)
    return model.model_copy(update=changes)


def _inside(value: Any, text: str) -> Any:
    if isinstance(value, BaseModel):
        return _filled(value, text)
    if isinstance(value, tuple):
        return tuple(text if isinstance(v, str) else _inside(v, text) for v in value)
    if isinstance(value, dict):
        return {k: text if isinstance(v, str) else v for k, v in value.items()}
    return value


def squeezed(text: str) -> str:
    """Text without its white space, to compare what different readers made of it."""
    return "".join(text.split())
