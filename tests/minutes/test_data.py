"""The JSON: complete, readable again, and described field by field."""

import json
import re
from decimal import Decimal
from pathlib import Path
from typing import Any, get_args

import pytest
from pydantic import BaseModel

from sessionui.domain.minutes.document import MinutesDocument
from sessionui.minutes import render
from tests.minutes.texts import HOSTILE, MULTILINE, with_text_everywhere

DOCUMENTATION = Path(__file__).parents[2] / "docs" / "minutes-json.md"


@pytest.mark.parametrize("name", ["by_name", "by_side", "kick_off_minutes", "final"])
def test_nothing_is_lost_on_the_way(name: str, request: pytest.FixtureRequest) -> None:
    document = request.getfixturevalue(name)
    data = json.loads(render(document, "json", "en"))
    assert MinutesDocument.model_validate(data) == document


def test_it_is_the_same_in_every_language(by_name: MinutesDocument) -> None:
    assert render(by_name, "json", "en") == render(by_name, "json", "nl")


def test_keys_are_sorted_and_letters_are_letters(by_name: MinutesDocument) -> None:
    text = render(by_name, "json", "en").decode()
    assert "Carla Özdemir" in text
    data = json.loads(text)
    assert list(data) == sorted(data)
    assert text.endswith("}\n")


def test_figures_are_numbers_with_one_decimal(by_name: MinutesDocument) -> None:
    one = json.loads(render(by_name, "json", "en"))["indicators"][0]
    assert one["a"]["mean"] == 6.8
    assert one["a"]["mean_exact"] == 6.75
    assert one["asymmetry"] == -0.9
    assert Decimal(str(one["mean"])) == Decimal("7.2")


def test_hostile_text_comes_back_as_it_was(by_name: MinutesDocument) -> None:
    hostile = " ".join(text for name, text in HOSTILE.items() if name != "controls")
    document = with_text_everywhere(by_name, hostile + MULTILINE)
    assert json.loads(render(document, "json", "en"))["place"] == hostile + MULTILINE


def models_in(annotation: Any) -> set[type[BaseModel]]:
    """Every model that an annotation leads to."""
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        found: set[type[BaseModel]] = {annotation}
        for field in annotation.model_fields.values():
            found |= models_in(field.annotation)
        return found
    return {model for part in get_args(annotation) for model in models_in(part)}


def documented() -> dict[str, set[str]]:
    """Field names by heading of the page."""
    found: dict[str, set[str]] = {}
    name = ""
    for line in DOCUMENTATION.read_text(encoding="utf-8").splitlines():
        if line.startswith("## "):
            name = line.removeprefix("## ")
        elif line.startswith("| `"):
            first = line.split("|")[1]
            found.setdefault(name, set()).update(re.findall(r"`(\w+)`", first))
    return found


def test_the_documentation_names_every_field_and_no_other() -> None:
    wanted = {m.__name__: set(m.model_fields) for m in models_in(MinutesDocument)}
    assert documented() == wanted


def test_the_documentation_names_the_version() -> None:
    version = MinutesDocument.model_fields["version"].default
    assert f"`version` is `{version}`" in DOCUMENTATION.read_text(encoding="utf-8")
