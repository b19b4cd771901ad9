"""The kick-off workshop, in English."""

from sessionui.example.shape import ActionText, CandidateKey, SessionTexts

CANDIDATES: dict[CandidateKey, str] = {
    "proactivity": "Proactivity",
    "reachability": "Reachability",
    "agreements": "Keeping agreements",
    "ideas": "Bringing ideas",
    "reports": "Reports people can read",
    "workmanship": "Good workmanship",
    "openness": "Openness",
    "reachable": "Reachable",
    "ahead": "Knowing what's coming",
    "respect": "Respect for each other's work",
    "trust": "Trust",
}

KICKOFF = SessionTexts(
    place="Noorderhaven, Lighthouse room",
    purpose=(
        "Settle how we can tell that we work well together, "
        "and what each of us may expect of the other."
    ),
    actions={
        1: ActionText(
            "One sheet with names and numbers at every ward desk",
            "It hangs on all fourteen wards",
        ),
        2: ActionText(
            "An on-call number at Helderwit for evenings and weekends",
            "Somebody picks up, even at eleven on a Sunday night",
        ),
    },
    decisions=(
        "We mark each other on these six indicators every quarter, in both directions.",
        "A complaint goes to the team leader first, face to face. Email comes second.",
    ),
    parked=("Rates for extra work: belongs in the contract meeting",),
    check_out="‘A whole afternoon, and not one word about square metres.’ (Ineke)",
)
