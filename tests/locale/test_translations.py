"""Every message of the product, in the catalogues that ship."""

import ast
import re
from collections.abc import Sequence
from pathlib import Path

import pytest

from sessionui.locale import catalogue
from sessionui.locale.extraction import formatted_messages, source_files, template_of

# Words that no English message contains; short ones that both languages have are left out.
DUTCH = re.compile(
    r"\b(het|een|niet|voor|naar|deze|geen|wordt|zijn|maar|cijfers?|verslag|acties|sessie"
    r"|beide|volgende|vorige|opdrachtgever|leverancier|partijen)\b",
    re.IGNORECASE,
)


def test_every_message_is_in_dutch() -> None:
    problems = catalogue.problems()
    if problems:
        listed = "\n  ".join(problems)
        pytest.fail(f"{len(problems)} problems in the catalogues:\n  {listed}", pytrace=False)


def test_no_message_is_put_together_before_it_is_looked_up() -> None:
    found = [
        f"{path.relative_to(catalogue.ROOT)}:{line}"
        for path in python_files()
        for line in formatted_messages(path.read_text(encoding="utf-8"))
    ]
    assert found == []


def test_english_messages_are_english() -> None:
    ids = [form for message in template_of(catalogue.ROOT) for form in forms(message.id)]
    assert [text for text in ids if DUTCH.search(text)] == []


def test_placeholders_have_names() -> None:
    ids = [form for message in template_of(catalogue.ROOT) for form in forms(message.id)]
    assert [text for text in ids if re.search(r"\{\d*[}:!]|%[sd]", text)] == []


def test_messages_are_no_markup() -> None:
    """A widget may take a translated message as it is, so none may hold a square bracket."""
    catalogs = [template_of(catalogue.ROOT), catalogue.read_catalogue("nl")]
    texts = {t for c in catalogs for m in c if m.id for t in (*forms(m.id), *forms(m.string))}
    assert sorted(text for text in texts if "[" in text) == []


def test_messages_are_looked_up_when_shown_not_when_imported() -> None:
    """A message translated at import stays in the language that was chosen then."""
    found = [
        f"{path.relative_to(catalogue.ROOT)}:{node.lineno}"
        for path in python_files()
        for node in at_import(ast.parse(path.read_text(encoding="utf-8")).body)
    ]
    assert found == []


def at_import(body: list[ast.stmt]) -> list[ast.Call]:
    """Find calls of `_` and its kin that run when the module is imported."""
    found: list[ast.Call] = []
    pending: list[ast.AST] = list(body)
    while pending:
        node = pending.pop()
        if isinstance(node, ast.Lambda):
            continue
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            pending += [*node.decorator_list, *node.args.defaults]
            continue
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name):
            found += [node] if node.func.id in ("_", "ngettext", "pgettext") else []
        pending += ast.iter_child_nodes(node)
    return found


def forms(texts: str | Sequence[str] | None) -> tuple[str, ...]:
    return (texts or "",) if isinstance(texts, str | None) else tuple(texts)


def python_files() -> list[Path]:
    return [path for path in source_files(catalogue.ROOT) if path.suffix == ".py"]
