"""The third quarterly review, in English: the on-call number is there."""

from sessionui.example.shape import ActionText, Figure, GoingOn, SessionTexts, Talk

THIRD = SessionTexts(
    place="Noorderhaven, Lighthouse room",
    purpose="Marks by name, and Murat's first time at this table.",
    kpis=(
        Figure("Inspections passed first time", "91%", "90%"),
        Figure("Room ready 90 minutes after discharge", "93%", "95%"),
        Figure("Complaints a month", "11", "8 at most"),
    ),
    issues=(
        GoingOn(
            "b",
            "Murat has only just started and has yet to learn his way around.",
            "Take him along to the ward managers' meetings.",
            "Fatima introduces him on the wards.",
        ),
        GoingOn(
            "a",
            "Intensive care is being refitted; 4B and 4C have forty per cent more isolation rooms.",
            "Slack in the weekend rota.",
            "Peter reports the numbers at eight, Ineke reshuffles at a quarter past.",
        ),
    ),
    outcomes={
        2: "One number, day and night, for eight weeks now. Answered in four minutes on average.",
        3: "In the shared folder, updated every Monday. The rota was changed for it three times.",
        7: "It runs itself by now. Ward managers count on it.",
        8: "Twelve people walked it. Four different cards have become one.",
        9: "Overtaken by events: the clinic now has evening hours.",
    },
    reasons={
        "marijke": {
            "proactivity": "The warnings come. A plan doesn't always come with them.",
            "reachability": "Not one complaint about phoning. It used to be half the pile.",
        },
        "joost": {
            "reachability": "Eleven on a Sunday night: answered, and she knew who I was.",
            "ideas": "Moving the linen at night was Ineke's idea. It works.",
        },
        "fatima": {
            "reachability": "The number works. At weekends I still have to explain where 4B is.",
            "respect": "When Ahmed was ill the whole ward asked after him.",
        },
        "peter": {
            "agreements": "Twice an isolation room was released without a signed list. Not on.",
            "reachability": "I never ring them; the ward does.",
            "proactivity": "They saw the dispensers in intensive care running low before we did.",
        },
        "sandra": {
            "agreements": "Rooms are often empty later than promised, but now we are told.",
            "openness": "Sometimes they are only open once the decision has been made.",
        },
        "murat": {
            "openness": "In my first week I could walk in anywhere.",
            "proactivity": "The four-week schedule is worth its weight in gold.",
        },
        "ineke": {
            "agreements": "Discharges before ten: on 4B and 4C it runs like clockwork.",
            "openness": "Fine on the wards. From upstairs I sometimes hear another story.",
        },
        "tomasz": {
            "respect": "In theatre we still haven't been introduced.",
            "reachability": "After five nobody knows who is in charge at the hospital end.",
        },
    },
    own_reasons={
        "murat": {"agreements": "Those two rooms were our mistake. I know how it happened."},
    },
    talks={
        "proactivity": Talk(
            "First round with the sharper meaning. Warning works, the plan with it is coming. "
            "Cleaners see a lot of things broken and don't know whom to tell.",
            goes_well="The team leader rang about the dispensers herself, with the number needed.",
        ),
        "openness": Talk(
            "Open on the wards, less so between the offices. Sandra heard of the new linen "
            "trolleys when they had been ordered.",
            "Noorderhaven: ‘Tell us sooner, even if it isn't certain.’",
        ),
        "reachability": Talk(
            "The number is there and was put to use: eleven calls in its first weekend. "
            "Peter gave n/a, he never rings himself.",
            "Noorderhaven: ‘In the evening you still have to guess whom to ring here.’",
            "Within four minutes somebody who knows what it is about.",
        ),
        "agreements": Talk(
            "Two isolation rooms were released without a signed list. Murat explained how: a "
            "stand-in had the old card. Peter: ‘Thank you for not dressing it up.’",
            "Helderwit: ‘With isolation, nearly right is wrong.’",
        ),
        "ideas": Talk(
            "Moving linen at night saves twenty minutes at the lifts every morning. "
            "Client and cleaners ought to look around together more often.",
            goes_well="Two ideas received, one carried out, both answered within two weeks.",
        ),
        "respect": Talk(
            "Good, except in theatre. Marijke rings the head of theatre this week.",
        ),
    },
    actions={
        10: ActionText(
            "Report defects to one messaging number, with a photo",
            "Every cleaner has the number and has used it once",
        ),
        11: ActionText(
            "Collect the old isolation cards and have stand-ins sign the new one",
            "Four weeks without a room released unsigned",
        ),
        12: ActionText(
            "Walk three wards together every quarter",
            "First walk done, three improvements chosen",
        ),
    },
    decisions=("The four-week schedule is a fixed item in the monthly meeting.",),
    objections="Tomasz finds four weeks tight for action 11. It stands, with a check after two.",
    surprise_note="Peter's 5 for agreements. Once he had explained it, everybody understood.",
    check_out="‘Now there's a face to every mark. It makes talking easier.’ (Murat)",
)
