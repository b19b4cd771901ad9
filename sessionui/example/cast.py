"""Who plays in the example: the ids that its people and indicators got."""

from dataclasses import dataclass, field

from sessionui.example.shape import IndicatorKey, PersonKey


@dataclass
class Cast:
    """Ids by key, filled as people join and indicators are chosen."""

    people: dict[PersonKey, str] = field(default_factory=dict)
    indicators: dict[IndicatorKey, str] = field(default_factory=dict)

    def indicator(self, key: IndicatorKey | None) -> str | None:
        """The id of that indicator, or ``None`` for none."""
        return None if key is None else self.indicators[key]
