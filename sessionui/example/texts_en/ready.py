"""The review of today, in English: scored beforehand, locked, not yet revealed."""

from sessionui.example.shape import Figure, GoingOn, SessionTexts

READY = SessionTexts(
    place="Noorderhaven, Lighthouse room",
    purpose="Now that the dialysis unit is open: are we still as good together?",
    kpis=(
        Figure("Inspections passed first time", "93%", "90%"),
        Figure(
            "Room ready 90 minutes after discharge",
            "92%",
            "95%",
            "Dialysis counts for the first time.",
        ),
        Figure("Complaints a month", "9", "8 at most", "Five of them from weekends."),
    ),
    issues=(
        GoingOn(
            "a",
            "The dialysis unit is open. Its first month was untidy.",
            "Say what is still missing, however small.",
            "",
        ),
        GoingOn(
            "b",
            "Three new people, and still one short on Sunday mornings.",
            "For a month, tell us which rooms can wait on a Sunday.",
            "",
        ),
    ),
    reasons={
        "marijke": {
            "proactivity": "Murat rang on Friday: a tight weekend, and a rota that already worked.",
            "agreements": "Everything on the list is done. What is left is ours.",
            "ideas": "The layout of the new store room was Jolanda's.",
            "respect": "They stood in the front row at the opening, as they should.",
        },
        "joost": {
            "proactivity": "Warning and plan in one message. All I have to say is yes.",
            "reachability": "I haven't heard a voicemail all quarter.",
            "openness": "The invoice was too high, and they spotted it before I did.",
        },
        "fatima": {
            "agreements": "Three Sundays without a round on 4B, and no word. Unlike them.",
            "openness": "Those Sundays apart, I hear everything at once.",
            "respect": "When Mrs de Groot died, Jolanda signed the card. Of course she did.",
            "ideas": "They turned their round about so that we can hand over in peace.",
        },
        "peter": {
            "agreements": "A whole quarter without an unsigned room. Hats off.",
            "proactivity": "Asked for a lesson on dialysis equipment themselves.",
            "reachability": "I do ring now and then. They pick up.",
        },
        "sandra": {
            "proactivity": "The dialysis unit opened and we were told ten days before.",
            "ideas": "Nobody asked us about the cupboards, though that was agreed.",
            "respect": "We were in the staff magazine, with a photo.",
        },
        "murat": {
            "proactivity": "Four weeks was the deal. For dialysis it was a week and a half.",
            "agreements": "Discharges before ten now work on five of the six wards.",
            "reachability": "Everybody picks up, even when I come to moan.",
            "openness": "Marijke said herself that dialysis hadn't gone well.",
        },
        "ineke": {
            "proactivity": "On day one my people stood in a wing without a cleaners' cupboard.",
            "respect": "At dialysis they introduced themselves. To us, on the first morning.",
            "openness": "Everybody was a bit mysterious about the opening date.",
        },
    },
    own_reasons={
        "marijke": {"proactivity": "The schedule goes out every Monday."},
        "joost": {"proactivity": "We could have done better over dialysis."},
        "murat": {"agreements": "Those Sundays bother me. I should have rung."},
    },
    private={
        "look_back": "Action 13 didn't happen and Marijke knows. Give her room to say so herself.",
        "reveal": (
            "On Proactivity let Helderwit speak first: dialysis still rankles with Murat.\n"
            "Sundays are bound to come up: ask what people saw, not who it was."
        ),
    },
)
