"""The base of every model in the domain."""

from typing import Any, Self

from pydantic import BaseModel, ConfigDict


class Record(BaseModel):
    """A frozen value; unknown fields are refused so that a wrong file is noticed.

    A validation error names the field and never shows its content: it may be a sealed mark.
    """

    model_config = ConfigDict(frozen=True, extra="forbid", hide_input_in_errors=True)

    def but(self, **changes: Any) -> Self:
        """Return a copy with ``changes``; unknown names raise ``AttributeError``."""
        for name in changes:
            if name not in type(self).model_fields:
                raise AttributeError(name)
        return self.model_copy(update=changes)
