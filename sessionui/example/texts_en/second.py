"""The second quarterly review, in English: proactivity gets a sharper meaning."""

from sessionui.example.shape import ActionText, Figure, GoingOn, SessionTexts, Talk

SECOND = SessionTexts(
    place="Helderwit, regional office",
    purpose="See what the first agreements have brought, and where it still chafes.",
    kpis=(
        Figure("Inspections passed first time", "88%", "90%"),
        Figure("Room ready 90 minutes after discharge", "90%", "95%"),
        Figure("Complaints a month", "15", "8 at most", "4B went from six to one."),
    ),
    issues=(
        GoingOn(
            "b",
            "Dirk leaves at the end of this month; his successor starts soon after.",
            "Two weeks of patience, then a warm welcome.",
            "Sandra stands in and walks along every Wednesday.",
        ),
        GoingOn(
            "a",
            "Norovirus on geriatrics: three rooms closed, many extra rounds.",
            "People who know the isolation rooms.",
            "Peter passes on the numbers at eight every morning.",
        ),
    ),
    outcomes={
        2: "Slipped again now that Dirk is leaving. Sandra takes it over.",
        3: "The schedule sits with the building department. Marijke now has a date with them.",
        4: "Running on all three. What didn't get done you hear at 7.15 instead of at four.",
        5: "Every report has a name and a date. Nobody asks any more what became of it.",
        6: "Done everywhere except in theatre. People are greeted by name now.",
    },
    reasons={
        "marijke": {
            "proactivity": "Two warnings, both in time. What to do about it was left to us.",
            "agreements": "The action list is up to date. Six months ago it wasn't.",
        },
        "joost": {
            "reachability": "The on-call number was promised and it isn't there.",
            "openness": "Now I also get to hear what didn't work out.",
        },
        "fatima": {
            "reachability": "Fine by day. At seven in the evening it is still voicemail.",
            "respect": "Jolanda belongs. She was in the team photo last week.",
            "openness": "7.15 is just early enough to rearrange the day.",
        },
        "peter": {
            "agreements": "With the norovirus they were quick and thorough.",
            "respect": "Two people read the isolation protocol differently, and it grates.",
        },
        "sandra": {
            "ideas": "Our proposal for the clinic has been lying there for six weeks.",
            "reachability": "One call to Joost and it is sorted.",
        },
        "dirk": {
            "openness": "The emails with the board in copy have stopped. All but one.",
            "respect": "There was cake when word got out that Dirk is leaving. Not so a year ago.",
        },
        "ineke": {
            "respect": "They use our names. It matters more than you'd think.",
            "proactivity": "Stand-ins have to find everything themselves; nobody shows them round.",
        },
        "tomasz": {
            "proactivity": "It was the contractor who told us about the pharmacy refit.",
            "ideas": "They listen. And then it goes quiet.",
        },
    },
    own_reasons={
        "sandra": {"reachability": "We made a promise and broke it twice."},
    },
    talks={
        "proactivity": Talk(
            "We turned out to mean different things. Noorderhaven misses the plan that should come "
            "with a warning; Helderwit misses the warning. The meaning has been sharpened.",
            "Helderwit: ‘A warning without a plan is half a job.’ "
            "Noorderhaven: ‘And we give you too little to make a plan with.’",
        ),
        "openness": Talk(
            "The morning five minutes do their job. What went wrong is on the table before it "
            "becomes a complaint.",
            goes_well="Five minutes standing up changed more than a year of monthly reports.",
        ),
        "reachability": Talk(
            "The on-call number has been put off twice, and that costs trust. "
            "Sandra said so herself before anybody else could.",
            "Helderwit: ‘You'll believe it when somebody picks up.’",
            "By day there is always somebody to be found.",
        ),
        "agreements": Talk(
            "Two people read the isolation protocol differently, both in good faith. "
            "That won't be settled at a table but on the ward.",
        ),
        "ideas": Talk(
            "The proposal for the clinic spent six weeks on a desk. "
            "Nobody was against it; nobody was in charge of it.",
            "Noorderhaven: ‘To you, no answer sounds like no.’",
        ),
        "respect": Talk(
            "The photos on the team board work. Theatre hasn't managed yet.",
            goes_well="The ward gave Jolanda flowers for her anniversary.",
        ),
    },
    actions={
        7: ActionText(
            "When somebody is ill: message the ward manager before 6.30, with what comes first",
            "It has worked three weeks running",
        ),
        8: ActionText(
            "Walk through the isolation protocol on the ward, with both shifts",
            "Everybody signs off the same card",
        ),
        9: ActionText(
            "Trial: clean the outpatient clinic after five",
            "Tried for four weeks and judged together",
        ),
    },
    decisions=(
        "Every proposal gets an answer within two weeks, even if it is no.",
        "From the next round on we show marks by name.",
    ),
    parked=("Cleaning trolleys in the corridor during visiting hours",),
    check_out="‘Next time I want to have rung that number.’ (Fatima)",
)
