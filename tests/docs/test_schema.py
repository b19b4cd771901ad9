"""The JSON Schema of the minutes in the manual is that of the program."""

from docs.make_schema import PATH, text
from tests.docs.pages import text_of


def test_the_schema_is_that_of_the_models() -> None:
    assert text_of(PATH) == text(), "run: python -m docs.make_schema"
