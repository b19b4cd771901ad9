"""Whatever a document holds, every format can be made of it in both languages."""

import datetime as dt
from decimal import Decimal
from types import NoneType, UnionType
from typing import Annotated, Any, Literal, Union, get_args, get_origin

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from pydantic import BaseModel

from sessionui.domain.minutes.document import MinutesDocument
from sessionui.locale import LANGUAGES, Language
from sessionui.minutes import FORMATS, Format, file_name, render
from tests.minutes.readers import (
    calendar_text,
    comma_text,
    html_tree,
    markdown_tokens,
    pdf_tags,
    word_file,
    workbook_text,
)
from tests.minutes.texts import HOSTILE, MULTILINE

texts = st.one_of(
    st.sampled_from(("", "plain", MULTILINE, *HOSTILE.values())),
    st.text(max_size=12),
)
marks = st.integers(2, 20).map(lambda half: half / 2)
figures = st.integers(-90, 100).map(lambda tenth: Decimal(tenth) / 10)
days = st.dates(dt.date(1990, 1, 1), dt.date(2100, 1, 1))
moments = days.map(lambda day: dt.datetime.combine(day, dt.time(13, 5), dt.UTC))

SIMPLE: dict[Any, st.SearchStrategy[Any]] = {
    str: texts,
    int: st.integers(0, 9999),
    float: marks,
    bool: st.booleans(),
    Decimal: figures,
    dt.date: days,
    dt.datetime: moments,
    NoneType: st.none(),
}


def of_type(annotation: Any) -> st.SearchStrategy[Any]:  # noqa: PLR0911 - one a kind of type
    """Values of an annotation, as the models use them."""
    origin, parts = get_origin(annotation), get_args(annotation)
    if annotation in SIMPLE:
        return SIMPLE[annotation]
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return of_model(annotation)
    if origin is Literal:
        return st.sampled_from(parts)
    if origin is Annotated:
        return of_type(parts[0])
    if origin in (Union, UnionType):
        return st.one_of([of_type(part) for part in parts])
    if origin is tuple:
        return st.lists(of_type(parts[0]), max_size=2).map(tuple)
    if origin is dict:
        return st.dictionaries(of_type(parts[0]), of_type(parts[1]), max_size=2)
    raise TypeError(annotation)


def of_model(model: type[BaseModel]) -> st.SearchStrategy[Any]:
    """Models with every field drawn; as they are, because a file may hold anything."""
    fields = {name: of_type(field.annotation) for name, field in model.model_fields.items()}
    return st.builds(model.model_construct, **fields)


@pytest.mark.timeout(400)
@settings(max_examples=8, suppress_health_check=list(HealthCheck))
@given(of_model(MinutesDocument), st.sampled_from(LANGUAGES))
def test_every_format_can_be_made(document: MinutesDocument, lang: Language) -> None:
    made: dict[Format, bytes] = {name: render(document, name, lang) for name in FORMATS}
    html_tree(made["html"].decode())
    assert markdown_tokens(made["md"].decode())[0].tag == "h1"
    assert word_file(made["docx"]).paragraphs[0].style.name == "Title"
    assert made["json"].startswith(b"{")
    assert pdf_tags(made["pdf"])[0] == "Document"
    for text in (
        workbook_text(made["xlsx"]),
        comma_text(made["csv"]),
        calendar_text(made["ics"]),
    ):
        assert text
    for name in FORMATS:
        assert len(file_name(document, name, lang)) <= 120
