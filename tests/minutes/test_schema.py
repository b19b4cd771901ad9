"""Every exported file agrees with the JSON Schema of the minutes."""

import json
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from docs.make_schema import PATH
from sessionui.domain.minutes.document import MinutesDocument
from sessionui.minutes import render
from tests.minutes.texts import HOSTILE, with_text_everywhere


@pytest.fixture(scope="module")
def validator() -> Draft202012Validator:
    schema = json.loads(PATH.read_text(encoding="utf-8"))
    Draft202012Validator.check_schema(schema)
    return Draft202012Validator(schema, format_checker=Draft202012Validator.FORMAT_CHECKER)


def exported(document: MinutesDocument) -> Any:
    return json.loads(render(document, "json", "nl"))


@pytest.mark.parametrize("name", ["by_name", "by_side", "kick_off_minutes", "final"])
def test_every_exported_file_is_valid(
    name: str, validator: Draft202012Validator, request: pytest.FixtureRequest
) -> None:
    document = request.getfixturevalue(name)
    assert list(validator.iter_errors(exported(document))) == []
    hostile = with_text_everywhere(document, " ".join(HOSTILE.values()))
    assert list(validator.iter_errors(exported(hostile))) == []


@pytest.mark.parametrize(
    ("field", "value"),
    [("date", "yesterday"), ("version", 2), ("name_a", None), ("actions", "none")],
)
def test_what_is_wrong_is_noticed(
    field: str, value: object, validator: Draft202012Validator, by_name: MinutesDocument
) -> None:
    wrong = {**exported(by_name), field: value}
    assert [list(e.path) for e in validator.iter_errors(wrong)] == [[field]]


def test_a_reader_passes_over_a_field_of_later(
    validator: Draft202012Validator, by_name: MinutesDocument
) -> None:
    assert validator.is_valid({**exported(by_name), "later": 1})
    missing = exported(by_name)
    del missing["actions"]
    assert not validator.is_valid(missing)
