"""The year review that comes next, in Dutch: planned, and its scoring is open."""

from sessionui.example.shape import SessionTexts

PREPARED = SessionTexts(
    place="Helderwit, rayonkantoor",
    purpose="Welke indicatoren hebben hun werk gedaan, en welke missen we?",
    reasons={
        "joost": {
            "proactivity": "Het weekendrooster kwam weer vanzelf.",
            "reachability": "Hier hoeven we het niet meer over te hebben.",
        },
        "fatima": {
            "agreements": "De zondagen zijn weer op orde.",
        },
        "ineke": {
            "proactivity": "De werkkast op de dialyse is er. Beter laat dan nooit.",
            "respect": "Dit zit goed.",
        },
    },
)
