"""The first quarterly review, in English: the baseline."""

from sessionui.example.shape import ActionText, Figure, GoingOn, SessionTexts, Talk

FIRST = SessionTexts(
    place="Noorderhaven, Lighthouse room",
    purpose="See each other's marks for the first time, and understand where they come from.",
    kpis=(
        Figure("Inspections passed first time", "84%", "90%"),
        Figure("Room ready 90 minutes after discharge", "86%", "95%", "Afternoons get stuck."),
        Figure("Complaints a month", "21", "8 at most", "Six of them from 4B."),
    ),
    issues=(
        GoingOn(
            "b",
            "Six vacancies on the day shift; agency staff fill the gaps.",
            "Show an unfamiliar face where things are.",
            "Ineke tells the ward manager beforehand who is standing in.",
        ),
        GoingOn(
            "a",
            "A&E is being rebuilt and the routes change every week.",
            "Tell us where the dust settles.",
            "Joost mails the new routes to the team leader every Monday.",
        ),
    ),
    outcomes={
        1: "Up on every ward. The desks like it: less searching, less passing on.",
        2: "With six vacancies Dirk can't fill an on-call rota.",
    },
    reasons={
        "marijke": {
            "proactivity": "We learnt from the complaints that they were short-staffed.",
            "agreements": "The big things go well. The small ones vanish.",
        },
        "joost": {
            "reachability": "Rang three times, voicemail three times. So I send an email.",
            "ideas": "We get what's in the spec. I have yet to hear an idea.",
        },
        "fatima": {
            "reachability": "After four o'clock there is nobody for the ward.",
            "openness": "I can tell a skipped round by the bin, not by a message.",
            "respect": "On the corridor they are lovely people, every one of them.",
        },
        "peter": {
            "agreements": "Isolation rooms are fine. Everything else comes and goes.",
            "openness": "When I ask, I get an honest answer.",
        },
        "sandra": {
            "openness": "An email goes to the board before anybody has rung us.",
            "proactivity": "We get the schedule when we ask for it. Never before.",
        },
        "dirk": {
            "openness": "We heard from the night staff that the chest clinic was moving.",
            "agreements": "A room that should be empty at eleven isn't at half past.",
        },
        "ineke": {
            "respect": "People have been here for years and are still called ‘cleaning’.",
            "reachability": "Ward managers make time, even on a busy day.",
        },
    },
    talks={
        "proactivity": Talk(
            "Noorderhaven wants to know as soon as people are short, even without a solution. "
            "Helderwit often kept quiet because a warning led to questions about the invoice.",
            "Helderwit: ‘You want to be able to reshuffle, not to punish.’ "
            "Noorderhaven: ‘You can only know what changes if we tell you.’",
            "Big moves we already prepare together.",
        ),
        "openness": Talk(
            "The emails with the board in copy hurt. Noorderhaven sends them because ringing got "
            "it nowhere. Each waits for the other to start.",
            "Noorderhaven: ‘To you such an email reads like a threat.’",
        ),
        "reachability": Talk(
            "Fatima did the sum: on a day with three discharges she spends forty minutes on the "
            "phone. Without the on-call number that won't change.",
            "Helderwit: ‘It isn't the minutes. It's being left alone with a problem.’",
            "The other way round it works: ward managers are there when you need them.",
        ),
        "agreements": Talk(
            "Nobody keeps track of what happens to a report. So everything looks half finished, "
            "even what was done long ago.",
        ),
        "ideas": Talk(
            "Both sides had ideas lying on a shelf and nowhere to take them.",
            goes_well="On the wards people solve all sorts of things cleverly; nobody hears of it.",
        ),
        "respect": Talk(
            "Nobody from 4B knew the surname of Jolanda, who has cleaned there for eight years. "
            "The room went quiet.",
            "Noorderhaven: ‘We only see the work when it hasn't been done.’",
            "There is no ill will. Everybody here wants this to change.",
        ),
    },
    actions={
        3: ActionText(
            "Share the schedule of moves and building work four weeks ahead",
            "Helderwit can look at the list every Monday",
        ),
        4: ActionText(
            "Five minutes on the ward every morning at 7.15: team leader and ward manager",
            "Happening on 4B, 4C and intensive care",
        ),
        5: ActionText(
            "A list of all reports with name, date and where it stands",
            "Every report has a name against it within one working day",
        ),
        6: ActionText(
            "Introduce the cleaners on the ward and put their photo on the team board",
            "Done on all wards",
        ),
    },
    decisions=("Whoever reports a setback unprompted is spared a debate about the invoice.",),
    parked=("How long do we give agency staff to settle in?",),
    surprise_note="The 5.0 for respect came as a shock to Noorderhaven.",
    check_out="‘I'd rather have an honest five than a polite seven.’ (Marijke)",
)
