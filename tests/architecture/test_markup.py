"""No text from people reaches a widget as markup."""

import ast
from pathlib import Path

import pytest

from tests.architecture.markup import Known, findings

ROOT = Path(__file__).parents[2]


def interface_files() -> list[Path]:
    files = [*(ROOT / "screens").rglob("*.py"), ROOT / "sessionui" / "app.py"]
    return sorted(path for path in files if path.is_file())


def known(*sources: str) -> Known:
    names = Known()
    for source in sources:
        names.learn(ast.parse(source))
    return names


def test_no_widget_gets_text_that_could_be_markup() -> None:
    sources = {path: path.read_text(encoding="utf-8") for path in interface_files()}
    names = known(*sources.values())
    found = [
        f"{path.relative_to(ROOT)}:{finding.line}: {finding.what}"
        for path, source in sources.items()
        for finding in findings(source, names)
    ]
    if found:
        listed = "\n  ".join(found)
        advice = "Wrap it in Content or plain(), or pass markup=False."
        pytest.fail(f"{len(found)} texts could be read as markup.\n  {listed}\n{advice}", False)


@pytest.mark.parametrize(
    "line",
    [
        "Static(name)",
        'Static(f"Dear {name}")',
        'Label(_("Dear {name}").format(name=name))',
        "Button(side.name)",
        "Button(label=side.name)",
        "self.title_bar.update(work.title)",
        "self.notify(phrase(a, b))",
        'self.notify("saved", title=name)',
        "box.border_title = side.name",
        "box.tooltip = name",
        "self.border_title = name",
        "button.label = name",
        "Field(tooltip=name)",
        "Option(name, id='x')",
        "OptionList(*[p.name for p in people])",
        "Select([(p.name, p.id) for p in people])",
        "table.add_row(p.name, Content(p.role))",
        "Static(Content.from_markup(name))",
        "text = name; Static(text)",
        "text = 'a'; text += name; Static(text)",
        "Static('a' if x else name)",
        "Static('a' + name)",
        "SystemCommand(_('Open'), name, self.open)",
        "TextArea(placeholder=name)",
        "for name in names: Static(name)",
    ],
)
def test_text_that_could_be_markup_is_found(line: str) -> None:
    source = f"def compose(self, name: str, names: list[str]):\n    {line}\n"
    assert len(findings(source, known())) == 1


@pytest.mark.parametrize(
    "line",
    [
        "Static()",
        'Static("literal")',
        'Label(_("Next"))',
        "Label(ngettext('one', '{n}', 2))",
        "Static(Content(name))",
        "Static(plain(name))",
        "Static(name, markup=False)",
        "self.notify(name, markup=False)",
        'Static(Content.from_markup("by $name", name=name))',
        "Static(content)",
        "text = plain(name); Static(text)",
        "self.bar.update(fmt_date(day))",
        "box.border_title = _('Actions') if busy else ''",
        "box.tooltip = None",
        "OptionList(*[Option(plain(p.name)) for p in people])",
        "Select([(plain(p.name), p.id) for p in people])",
        "values.update({'a': name})",
        "Static(self.shown)",
        "Static(self.heading)",
        "Static(str(len(names)))",
        "Static(translated(text))",
        "self.label = name",
        "super().add_options(names)",
        "self.query_one(Markdown).update(name)",
        "Label(name)  # plain: a name that we made",
    ],
)
def test_text_that_is_no_markup_passes(line: str) -> None:
    helpers = (
        "def plain(text: str) -> Content: ...\n"
        "def translated(text: str) -> str:\n    return _(text) if text else ''\n"
        "class Box:\n"
        "    shown: Content\n"
        "    @property\n"
        "    def heading(self) -> Content: ...\n"
    )
    source = f"def compose(self, name: str, content: Content):\n    {line}\n"
    assert findings(source, known(helpers)) == []


def test_a_list_without_markup_may_take_any_text() -> None:
    source = """
class Rows(OptionList):
    def __init__(self) -> None:
        super().__init__(id="rows", markup=False)

    def show(self, name: str) -> None:
        self.add_option(Option(name))
        self.border_title = name
        other.add_option(name)
"""
    assert [finding.line for finding in findings(source, known())] == [8, 9]


def test_a_widget_of_our_own_is_what_it_builds_on() -> None:
    source = """
class Name(Static):
    def __init__(self, name: str) -> None:
        super().__init__(name)

class Card(Vertical):
    def __init__(self, name: str) -> None:
        super().__init__(name)
"""
    assert [finding.line for finding in findings(source, known())] == [4]
