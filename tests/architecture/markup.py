"""Finds places where text could reach a Textual widget as markup.

Textual reads a plain string as markup nearly everywhere: an organisation called `[/]` ends the
program, `[@click=...]` obeys it. A string is safe when it is a literal of ours, the result of `_()`
or a number's format, or when it is wrapped in `Content` or goes with `markup=False`. Everything
else is reported. The rules look at names only, so they can be wrong: a line that is safe for a
reason they can't see says so in a comment, `# plain: why`.
"""

import ast
import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any, NamedTuple

EVERY = range(1000)

# What reads a string as markup: positions of the arguments, and their names.
CONSTRUCTORS: dict[str, tuple[Iterable[int], tuple[str, ...]]] = {
    "Button": ([0], ("label",)),
    "Checkbox": ([0], ("label",)),
    "Collapsible": ([], ("title",)),
    "DiscoveryHit": ([0], ("display", "help")),
    "Hit": ([1], ("match_display", "help")),
    "Label": ([0], ("content",)),
    "Link": ([0], ("text",)),
    "Option": ([0], ("prompt",)),
    "OptionList": (EVERY, ()),
    "Placeholder": ([0], ("label",)),
    "RadioButton": ([0], ("label",)),
    "RadioSet": (EVERY, ()),
    "Select": ([0], ("options", "prompt")),
    "Selection": ([0], ("prompt",)),
    "SelectionList": (EVERY, ()),
    "Static": ([0], ("content",)),
    "SystemCommand": ([0, 1], ("title", "help")),
    "Tab": ([0], ("label",)),
    "TabPane": ([0], ("title",)),
    "Tabs": (EVERY, ()),
    "TextArea": ([], ("placeholder",)),
    "Tree": ([0], ("label",)),
}
METHODS: dict[str, tuple[Iterable[int], tuple[str, ...]]] = {
    "add_column": ([0], ("label",)),
    "add_columns": (EVERY, ()),
    "add_leaf": ([0], ("label",)),
    "add_option": ([0], ("option",)),
    "add_options": ([0], ("new_options",)),
    "add_row": (EVERY, ("label",)),
    "notify": ([0], ("message", "title")),
    "replace_option_prompt": ([1], ("prompt",)),
    "replace_option_prompt_at_index": ([1], ("prompt",)),
    "set_label": ([0], ("label",)),
    "set_options": ([0], ("options",)),
    "update": ([0], ("content",)),
    "update_cell": ([2], ("value",)),
    "with_tooltip": ([0], ("tooltip",)),
}
ATTRIBUTES = {"border_subtitle", "border_title", "tooltip"}  # of any widget
ATTRIBUTES_OF_SOME = {"label", "placeholder", "prompt"}  # a widget of our own may have its own

# Widgets whose `update` reads Markdown (escaped by its writer), digits or numbers.
OWN_FORM = re.compile(r"\b(Markdown|Digits|ProgressBar)\b")

# Translations are ours; these formats yield digits, signs and names of months.
SAFE_CALLS = {
    "_",
    "ngettext",
    "pgettext",
    "Content",
    "fmt_clock",
    "fmt_date",
    "fmt_datetime",
    "fmt_duration",
    "fmt_mark",
    "fmt_number",
    "fmt_signed",
    "fmt_time",
    "len",
}
CONTENT_MAKERS = {"assemble", "blank", "empty", "from_rich_text", "from_text", "styled"}
CONTENT_TYPES = {"Content", "Text", "Strip", "Visual", "RichVisual", "Table", "Group", "int"}


class Finding(NamedTuple):
    """A place that reads a string as markup."""

    line: int
    what: str


@dataclass
class Known:
    """Names that hold or return content, gathered over all files beforehand."""

    functions: dict[str, bool] = field(default_factory=dict)
    attributes: dict[str, bool] = field(default_factory=dict)

    def learn(self, tree: ast.Module) -> None:
        """Take in the annotations of a file; a name counts if all who bear it agree."""
        for node in ast.walk(tree):
            if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
                safe = _is_content(node.returns) or _returns_our_text(node, self)
                known = self.attributes if _is_property(node) else self.functions
                known[node.name] = known.get(node.name, True) and safe
            elif isinstance(node, ast.AnnAssign):
                target = node.target
                name = target.attr if isinstance(target, ast.Attribute) else ""
                name = target.id if isinstance(target, ast.Name) else name
                safe = _is_content(node.annotation)
                self.attributes[name] = self.attributes.get(name, True) and safe


def findings(source: str, known: Known) -> list[Finding]:
    """List the places in one file where a string could be read as markup."""
    tree = ast.parse(source)
    excused = {n for n, line in enumerate(source.splitlines(), 1) if "# plain:" in line}
    excused |= {line for owner in ast.walk(tree) for line in _lines_without_markup(owner)}
    _name_what_super_calls(tree)
    found = [
        finding
        for scope in _scopes(tree)
        for finding in _in_scope(scope, known)
        if finding.line not in excused
    ]
    return sorted(set(found))


def _lines_without_markup(owner: ast.AST) -> Iterator[int]:
    """Yield the lines of options made and replaced in a class that says `markup=False` for all."""
    calls = [node for node in ast.walk(owner) if isinstance(node, ast.Call)]
    if isinstance(owner, ast.ClassDef) and any(
        ast.unparse(call.func) == "super().__init__" and _says_no_markup(call) for call in calls
    ):
        for call in calls:
            if _call_name(call) == "Option" or ast.unparse(call.func).startswith("self."):
                yield from range(call.lineno, (call.end_lineno or call.lineno) + 1)


def _name_what_super_calls(tree: ast.Module) -> None:
    """Put the widget's own name where a class built on it calls `super().__init__`."""
    for owner in ast.walk(tree):
        if isinstance(owner, ast.ClassDef) and owner.bases:
            base = ast.unparse(owner.bases[0]).partition("[")[0].rpartition(".")[2]
            for node in ast.walk(owner):
                if isinstance(node, ast.Call) and ast.unparse(node.func) == "super().__init__":
                    node.func = ast.copy_location(ast.Name(base), node.func)


def _says_no_markup(call: ast.Call) -> bool:
    return any(
        keyword.arg == "markup"
        and isinstance(keyword.value, ast.Constant)
        and keyword.value.value is False
        for keyword in call.keywords
    )


def _in_scope(scope: "_Scope", known: Known) -> Iterator[Finding]:
    for node in scope.nodes:
        if isinstance(node, ast.Call):
            what = _call_name(node)
            for value in _texts_of(node):
                if not _is_safe(value, scope, known):
                    yield Finding(value.lineno, f"{what}({ast.unparse(value)})")
        elif isinstance(node, ast.Assign | ast.AnnAssign) and node.value is not None:
            targets = node.targets if isinstance(node, ast.Assign) else [node.target]
            for name in filter(None, map(_read_as_markup, targets)):
                if not _is_safe(node.value, scope, known):
                    yield Finding(node.lineno, f"{name} = {ast.unparse(node.value)}")


def _read_as_markup(target: ast.expr) -> str:
    """Return the name of an attribute that a widget reads as markup; "" for anything else."""
    if not isinstance(target, ast.Attribute):
        return ""
    of_another = ast.unparse(target.value) != "self"
    names = ATTRIBUTES | ATTRIBUTES_OF_SOME if of_another else ATTRIBUTES
    return target.attr if target.attr in names else ""


def _texts_of(call: ast.Call) -> Iterator[ast.expr]:
    """Yield the arguments of a call that a widget would read as markup."""
    keywords = {keyword.arg: keyword.value for keyword in call.keywords if keyword.arg}
    if _says_no_markup(call):
        return
    name = _call_name(call)
    if name == "update" and OWN_FORM.search(ast.unparse(call.func)):
        return
    if ast.unparse(call.func).startswith("super()."):  # handed on; its callers are looked at
        return
    table = METHODS if isinstance(call.func, ast.Attribute) else CONSTRUCTORS
    positions, names = table.get(name, ((), ()))
    yield from (argument for place, argument in enumerate(call.args) if place in positions)
    yield from (value for key, value in keywords.items() if key in (*names, "tooltip"))


# Expressions that are safe when these parts of them are.
_PARTS: dict[type[ast.expr], Callable[[Any], Sequence[ast.expr]]] = {
    ast.Await: lambda node: [node.value],
    ast.BinOp: lambda node: [node.left, node.right],
    ast.BoolOp: lambda node: node.values,
    ast.Constant: lambda _: [],
    ast.GeneratorExp: lambda node: [node.elt],
    ast.IfExp: lambda node: [node.body, node.orelse],
    ast.List: lambda node: node.elts,
    ast.ListComp: lambda node: [node.elt],
    ast.Starred: lambda node: [node.value],
    ast.Tuple: lambda node: node.elts[:1],  # an option: its text and its value
    # Arguments of a mapping's update or a callback's, not of a widget's.
    ast.Dict: lambda _: [],
    ast.DictComp: lambda _: [],
    ast.Lambda: lambda _: [],
}


def _is_safe(node: ast.expr, scope: "_Scope", known: Known) -> bool:
    if isinstance(node, ast.Call):
        return _is_safe_call(node, scope, known)
    if isinstance(node, ast.Name):
        return scope.is_content(node.id, known)
    if isinstance(node, ast.Attribute):
        return known.attributes.get(node.attr, False)
    if parts := _PARTS.get(type(node)):
        return all(_is_safe(part, scope, known) for part in parts(node))
    return False


def _is_safe_call(call: ast.Call, scope: "_Scope", known: Known) -> bool:
    name = _call_name(call)
    on_class = isinstance(call.func, ast.Attribute) and isinstance(call.func.value, ast.Name)
    if on_class and name == "from_markup":
        return bool(call.args) and isinstance(call.args[0], ast.Constant)
    if name in SAFE_CALLS or name in CONTENT_MAKERS or known.functions.get(name, False):
        return True
    if name == "str":
        return all(_is_safe(argument, scope, known) for argument in call.args)
    # Another object, whose own texts are looked at where it is made.
    return isinstance(call.func, ast.Name) and name[:1].isupper()


@dataclass
class _Scope:
    """One function or the module, with what its names hold."""

    nodes: list[ast.AST]
    parameters: dict[str, bool]

    def is_content(self, name: str, known: Known) -> bool:
        """Whether everything that is ever put into a local name is safe."""
        values = [value for target, value in self._assignments() if target == name]
        if not values:
            return self.parameters.get(name, False)
        others = _Scope([], self.parameters)  # a name built on itself is looked at once
        return all(value is not None and _is_safe(value, others, known) for value in values)

    def _assignments(self) -> Iterator[tuple[str, ast.expr | None]]:
        """Yield each name with what is put into it; None if that can't be told."""
        for node in self.nodes:
            if isinstance(node, ast.Assign):
                for target in node.targets:
                    alone = isinstance(target, ast.Name)
                    yield from ((name, node.value if alone else None) for name in _names(target))
            elif isinstance(node, ast.AnnAssign | ast.AugAssign | ast.NamedExpr):
                yield from ((name, node.value) for name in _names(node.target))
            elif isinstance(node, ast.For | ast.comprehension):
                yield from ((name, None) for name in _names(node.target))


def _names(target: ast.expr) -> list[str]:
    return [part.id for part in ast.walk(target) if isinstance(part, ast.Name)]


def _scopes(tree: ast.Module) -> Iterator[_Scope]:
    functions = (ast.FunctionDef, ast.AsyncFunctionDef)
    for owner in [tree, *(node for node in ast.walk(tree) if isinstance(node, functions))]:
        nodes: list[ast.AST] = []
        pending: list[ast.AST] = list(ast.iter_child_nodes(owner))
        while pending:
            node = pending.pop()
            if not isinstance(node, functions):
                nodes.append(node)
                pending += ast.iter_child_nodes(node)
        yield _Scope(nodes, _parameters(owner))


def _parameters(owner: ast.AST) -> dict[str, bool]:
    if not isinstance(owner, ast.FunctionDef | ast.AsyncFunctionDef):
        return {}
    arguments = [*owner.args.posonlyargs, *owner.args.args, *owner.args.kwonlyargs]
    return {argument.arg: _is_content(argument.annotation) for argument in arguments}


def _is_content(annotation: ast.expr | None) -> bool:
    if annotation is None:
        return False
    text = ast.unparse(annotation).strip("'\"")
    parts = {part.strip().rpartition(".")[2] for part in text.split("|")}
    return parts - {"None"} <= CONTENT_TYPES and parts != {"None"}


def _returns_our_text(function: ast.FunctionDef | ast.AsyncFunctionDef, known: Known) -> bool:
    """Whether all that a function returns is safe as it stands, as with a wrapper of `_()`."""
    returned = [node.value for node in ast.walk(function) if isinstance(node, ast.Return)]
    scope = _Scope([], {})
    return bool(returned) and all(value and _is_safe(value, scope, known) for value in returned)


def _is_property(function: ast.FunctionDef | ast.AsyncFunctionDef) -> bool:
    return any("property" in ast.unparse(decorator) for decorator in function.decorator_list)


def _call_name(call: ast.Call) -> str:
    if isinstance(call.func, ast.Attribute):
        return call.func.attr
    return call.func.id if isinstance(call.func, ast.Name) else ""
