"""The fourth quarterly review, in English: a year on."""

from sessionui.example.shape import ActionText, Figure, GoingOn, SessionTexts, Talk

FOURTH = SessionTexts(
    place="Helderwit, regional office",
    purpose="A year on: what has worked, and what do we take up next?",
    kpis=(
        Figure("Inspections passed first time", "94%", "90%"),
        Figure("Room ready 90 minutes after discharge", "96%", "95%"),
        Figure("Complaints a month", "6", "8 at most", "A year ago it was 21."),
    ),
    issues=(
        GoingOn(
            "a",
            "The new dialysis unit opens in two months: six more rooms.",
            "Help us think about cupboards and routes.",
            "Helderwit joins the layout meetings (action 13).",
        ),
        GoingOn(
            "b",
            "Two experienced people retire; three new ones start.",
            "Let them spend a morning with the nurses.",
            "Ineke and Fatima make it a fixed morning (action 14).",
        ),
    ),
    outcomes={
        10: "63 reports in a quarter, from a dripping tap to a loose skirting board. "
        "Maintenance now asks for them.",
        11: "All the old cards are gone. Eleven weeks without an unsigned room.",
        12: "Two dates picked, both times an inspection came in between.",
    },
    reasons={
        "marijke": {
            "proactivity": "More and more with a plan. The rota for the long weekend was ready.",
            "respect": "The last staff drinks were for all of us. That was a first.",
        },
        "joost": {
            "reachability": "Four minutes. Our own service desk could learn from that.",
            "ideas": "Linen at night is simply how we do it now.",
        },
        "fatima": {
            "openness": "Wrong product used; I heard within the hour, from the person who did it.",
            "respect": "The new colleague was introduced to me, and I to her.",
            "reachability": "I no longer have to explain where 4B is.",
        },
        "peter": {
            "proactivity": "They rang about mould on 4D before anybody here had seen it.",
            "agreements": "The lists are right now. I want to watch it for one more quarter.",
        },
        "sandra": {
            "openness": "We discussed the budget before it was fixed. That is new.",
            "ideas": "Our ideas return to the agenda, even those that don't make it.",
        },
        "murat": {
            "reachability": "I have every ward manager's number, and they have mine.",
            "ideas": "An idea has its answer within a week.",
        },
        "ineke": {
            "respect": "On 4B we have coffee together. No spec ever said so.",
            "proactivity": "On Monday I know what moves this month.",
        },
        "tomasz": {
            "agreements": "Discharges before ten work on four of the six wards.",
            "respect": "Since last month theatre knows our names as well.",
        },
    },
    talks={
        "proactivity": Talk(
            "Since the meaning was sharpened it has gone up on both sides. "
            "The dialysis unit will be the test.",
            "Noorderhaven: ‘You want to be at the table before the drawing is finished.’",
            "A fresh schedule every Monday, even when nothing has changed.",
        ),
        "openness": Talk(
            "A cleaner used the wrong product and rang in herself. Nobody got angry, "
            "and word of that went round.",
            goes_well="Emails with the board in copy: not a single one this quarter.",
        ),
        "reachability": Talk(
            "A year ago the lowest mark, now one of the highest. "
            "It took three quarters and one good solution.",
        ),
        "agreements": Talk(
            "No more incidents with isolation. Discharges before ten remain hard on two wards, "
            "where the doctors' rounds run late.",
            "Helderwit: ‘It isn't ill will, it's the doctors' rounds.’",
        ),
        "ideas": Talk(
            "The walk fell through twice. Everybody wants it; it now gets a date "
            "that no inspection can squeeze into.",
        ),
        "respect": Talk(
            "The highest mark on both sides. With three new people coming, "
            "the introductions start all over again.",
            goes_well="Coffee on 4B.",
        ),
    },
    actions={
        13: ActionText(
            "Helderwit at the table for the layout of the dialysis unit",
            "Cupboards and routes are in the drawing",
        ),
        14: ActionText(
            "New cleaners spend a morning with the nurses",
            "All three have been, and the ward manager thinks it worthwhile",
        ),
    },
    decisions=(
        "We carry on for a second year, with the same six indicators.",
        "In six months we hold a year review: which indicator has done its work?",
    ),
    parked=("The doctors' rounds on 3A and 5C: who could do something about them?",),
    check_out="‘A year ago I sat here with my arms folded.’ (Joost)",
)
