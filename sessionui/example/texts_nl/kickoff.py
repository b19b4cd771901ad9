"""The kick-off workshop, in Dutch."""

from sessionui.example.shape import ActionText, CandidateKey, SessionTexts

CANDIDATES: dict[CandidateKey, str] = {
    "proactivity": "Proactiviteit",
    "reachability": "Bereikbaarheid",
    "agreements": "Afspraken nakomen",
    "ideas": "Meedenken",
    "reports": "Leesbare rapportages",
    "workmanship": "Vakmanschap",
    "openness": "Openheid",
    "reachable": "Bereikbaar zijn",
    "ahead": "Weten wat eraan komt",
    "respect": "Respect voor elkaars werk",
    "trust": "Vertrouwen",
}

KICKOFF = SessionTexts(
    place="Noorderhaven, zaal De Vuurtoren",
    purpose=(
        "Samen bepalen waaraan we merken dat de samenwerking goed loopt, "
        "en wat we daarin van elkaar mogen verwachten."
    ),
    actions={
        1: ActionText(
            "Eén A4 met vaste contactpersonen en nummers bij elke balie",
            "Hangt op alle veertien afdelingen",
        ),
        2: ActionText(
            "Piketnummer van Helderwit voor avond en weekend",
            "Er neemt iemand op, ook op zondagavond om elf uur",
        ),
    },
    decisions=(
        "We geven elkaar elk kwartaal een cijfer op deze zes indicatoren, over en weer.",
        "Een klacht gaat eerst naar de voorvrouw, mondeling. Daarna pas op de mail.",
    ),
    parked=("Het tarief voor extra werk: hoort in het contractoverleg",),
    check_out="‘Het ging eens een middag niet over vierkante meters.’ (Ineke)",
)
