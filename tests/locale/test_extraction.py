from pathlib import Path

import pytest
from babel.messages.catalog import Catalog

from sessionui.locale.extraction import formatted_messages, template_of

SOURCE = """
from sessionui.locale import N_, _, ngettext, pgettext

TITLE = N_("A title")

def say(n, t, name):
    _("joined "
      "over lines")
    _("outer {inner}").format(inner=_("inner"))
    ngettext("one action", "{n} actions", n)
    pgettext("verb", "open")
    t.gettext("for an export")
    raise Refused("Not now, {name}.", name="not a message")

def others():
    Sentence("marks are {size} apart", {"size": 1})
    Sentence(N_("wrapped"), {})
    _(TITLE)
    print("no message")
    _("")
"""


@pytest.fixture
def project(tmp_path: Path) -> Path:
    for package in ("sessionui/minutes", "screens", "store"):
        (tmp_path / package).mkdir(parents=True)
    return tmp_path


def messages(catalog: Catalog) -> set[object]:
    return {message.id for message in catalog if message.id}


def test_messages_are_found_in_python(project: Path) -> None:
    (project / "screens" / "a.py").write_text(SOURCE)
    catalog = template_of(project)
    assert messages(catalog) == {
        "A title",
        "joined over lines",
        "outer {inner}",
        "inner",
        ("one action", "{n} actions"),
        "open",
        "for an export",
        "Not now, {name}.",
        "marks are {size} apart",
        "wrapped",
    }
    opened = catalog.get("open", context="verb")
    assert opened is not None
    assert opened.context == "verb"


def test_messages_are_found_in_templates(project: Path) -> None:
    template = project / "sessionui" / "minutes" / "minutes.html.j2"
    template.write_text('<h1>{{ _("Minutes") }}</h1>{{ ngettext("one page", "{n} pages", n) }}')
    assert messages(template_of(project)) == {"Minutes", ("one page", "{n} pages")}


@pytest.mark.parametrize(
    "source",
    ['_(f"Dear {name}")', '_("a" + b)', '_("%s" % b)', '_("{b}".format(b=1))', 'Refused(f"{a}")'],
)
def test_a_message_put_together_too_early_is_found(source: str) -> None:
    assert formatted_messages(f"\n{source}\n") == [2]


def test_a_message_filled_in_afterwards_is_fine() -> None:
    assert formatted_messages('_("{b}").format(b=1)\n_(name)\nprint(f"{a}")') == []
