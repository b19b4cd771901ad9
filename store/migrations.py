"""Older files to the present schema, step by step.

A step is a pure function from all documents to all documents; step ``n`` makes schema ``n + 1``
of schema ``n``. Steps know nothing of models: those change, a step never does.
"""

from collections.abc import Callable, Mapping
from types import MappingProxyType

from store.encoding import Document

#: The schema that this version reads and writes.
SCHEMA = 1

Tables = Mapping[str, Mapping[str, Document]]
Step = Callable[[Tables], Tables]

STEPS: Mapping[int, Step] = MappingProxyType({})


def migrate(
    tables: Tables, schema: int, *, steps: Mapping[int, Step] = STEPS, to: int = SCHEMA
) -> Tables:
    """The documents (by table and id) in schema ``to``.

    Raises ``LookupError`` when a step is missing: such a schema never left our hands.
    """
    for number in range(schema, to):
        if number not in steps:
            raise LookupError(f"no way from schema {number}")
        tables = steps[number](tables)
    return tables
