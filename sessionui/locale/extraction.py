"""Finds the messages in our Python sources and templates. A tool for developers."""

import ast
from collections.abc import Collection, Iterator
from pathlib import Path
from typing import IO, Any

from babel.messages.catalog import Catalog
from babel.messages.extract import extract
from jinja2.ext import babel_extract

PACKAGES = ("sessionui", "screens", "store")
TEMPLATES = (".html", ".j2", ".jinja", ".md", ".txt")

# Which arguments are messages: all that are strings, or those at the places named (from one).
KEYWORDS: dict[str, tuple[Any, ...] | None] = {
    "_": None,
    "N_": None,
    "gettext": None,
    "ngettext": (1, 2),
    "pgettext": ((1, "c"), 2),
    "Refused": (1,),
    "Sentence": (1,),
}

_Found = tuple[int, str, str | tuple[str | None, ...], list[str]]


def template_of(root: Path) -> Catalog:
    """Collect every message below a project folder into a catalogue without translations."""
    catalog = Catalog()
    for path in source_files(root):
        method: Any = extract_python if path.suffix == ".py" else babel_extract
        with path.open("rb") as file:
            for _, message, _, context in extract(method, file, KEYWORDS):
                if message:
                    catalog.add(message, context=context)
    return catalog


def source_files(root: Path) -> Iterator[Path]:
    """List the Python files and templates that ship, below a project folder."""
    for package in PACKAGES:
        for path in sorted((root / package).rglob("*")):
            if path.suffix in (".py", *TEMPLATES) and path.is_file():
                yield path


def extract_python(
    file: IO[bytes],
    keywords: Collection[str],
    comment_tags: object,  # noqa: ARG001 - part of the signature that Babel calls
    options: object,  # noqa: ARG001
) -> Iterator[_Found]:
    """Yield the calls of keywords in a Python file, in the form that Babel asks for.

    The syntax tree sees nested calls and strings joined over lines, which a tokenizer may miss.
    """
    for node in ast.walk(ast.parse(file.read())):
        if isinstance(node, ast.Call) and (name := called_name(node)) in keywords:
            messages = tuple(_literal(argument) for argument in node.args)
            if messages and messages[0] is not None:
                yield node.lineno, name, messages, []


def called_name(call: ast.Call) -> str:
    """Return the last part of what a call names: "gettext" for `translator.gettext(...)`."""
    if isinstance(call.func, ast.Attribute):
        return call.func.attr
    return call.func.id if isinstance(call.func, ast.Name) else ""


def formatted_messages(source: str) -> list[int]:
    """List the lines where a message is put together before it is looked up, which finds nothing.

    Either an f-string, or `%`, `+` or `.format()` inside the call of a keyword.
    """
    lines = []
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Call) and called_name(node) in KEYWORDS and node.args:
            argument = node.args[0]
            formatted = isinstance(argument, ast.JoinedStr | ast.BinOp) or (
                isinstance(argument, ast.Call) and called_name(argument) == "format"
            )
            if formatted:
                lines.append(node.lineno)
    return sorted(lines)


def _literal(node: ast.expr) -> str | None:
    return node.value if isinstance(node, ast.Constant) and isinstance(node.value, str) else None
