"""The starter library: common soft indicators to begin from (method, stage 3)."""

from dataclasses import dataclass

from sessionui.domain.wording import N_


@dataclass(frozen=True)
class Starter:
    """A common indicator and a first idea of what it may mean."""

    name: str
    idea: str


STARTERS: tuple[Starter, ...] = (
    Starter(N_("Proactivity"), N_("We say what we see coming before the other has to ask.")),
    Starter(N_("Openness"), N_("We tell bad news as early as good news.")),
    Starter(N_("Reachability"), N_("Whoever is needed can be reached, and calls back.")),
    Starter(
        N_("Keeping agreements"), N_("What we promise we do, or we say in time that we can't.")
    ),
    Starter(N_("Thinking along"), N_("We come with a proposal, not only with a problem.")),
    Starter(N_("Trust"), N_("We assume good intent and check before we judge.")),
    Starter(N_("Respect"), N_("We speak with each other, not about each other.")),
    Starter(N_("Flexibility"), N_("We help when plans change, and don't keep score of it.")),
    Starter(N_("Solving problems together"), N_("We look for the cause before the culprit.")),
    Starter(N_("Learning"), N_("We don't make the same mistake twice.")),
    Starter(N_("Clear roles"), N_("Everybody knows who decides and who does what.")),
    Starter(N_("Customer focus"), N_("We look at the work through the eyes of its user.")),
)
