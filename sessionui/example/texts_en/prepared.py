"""The year review that comes next, in English: planned, and its scoring is open."""

from sessionui.example.shape import SessionTexts

PREPARED = SessionTexts(
    place="Helderwit, regional office",
    purpose="Which indicators have done their work, and which do we miss?",
    reasons={
        "joost": {
            "proactivity": "Again the weekend rota came without asking.",
            "reachability": "Nothing left to say about this one.",
        },
        "fatima": {
            "agreements": "Sundays are back in order.",
        },
        "ineke": {
            "proactivity": "Dialysis has its cupboard. Better late than never.",
            "respect": "This is fine.",
        },
    },
)
