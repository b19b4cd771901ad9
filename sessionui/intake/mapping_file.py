"""A mapping as a file, and as the setting that remembers it for a partnership."""

from pydantic import ValidationError

from sessionui.domain.mapping import Mapping
from sessionui.domain.wording import N_, Refused
from sessionui.domain.work import Work

LONGEST = 200_000


def setting_of(work: Work) -> str:
    """The name of the setting that remembers the mapping of a partnership."""
    return f"mapping/{work.partnership.id}"


def written(mapping: Mapping, work: Work) -> str:
    """The mapping as JSON for people: indicators by their names."""
    columns = tuple(
        c.but(indicator=work.indicator_name(c.indicator) or c.indicator) for c in mapping.columns
    )
    return mapping.but(columns=columns).model_dump_json(indent=1, exclude_defaults=False) + "\n"


def mapping_in(text: str) -> Mapping:
    """The mapping in the text of a file. Raises ``Refused``."""
    if len(text) <= LONGEST:
        try:
            return Mapping.model_validate_json(text)
        except ValidationError:
            pass
    raise Refused(N_("This is not a mapping of columns. Write a new one with --write-mapping."))


def remembered(text: str) -> Mapping | None:
    """The mapping in a setting; ``None`` where there is none, or none that can be read."""
    try:
        return mapping_in(text) if text else None
    except Refused:
        return None
