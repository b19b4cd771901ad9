"""The example in English."""

from sessionui.example.shape import Texts
from sessionui.example.texts_en.first import FIRST
from sessionui.example.texts_en.fourth import FOURTH
from sessionui.example.texts_en.kickoff import CANDIDATES, KICKOFF
from sessionui.example.texts_en.meanings import MEANINGS, SHARPENED, SHARPENED_REASON
from sessionui.example.texts_en.prepared import PREPARED
from sessionui.example.texts_en.ready import READY
from sessionui.example.texts_en.second import SECOND
from sessionui.example.texts_en.third import THIRD

TEXTS = Texts(
    contract="Cleaning of wards and outpatient clinics",
    facilitator="Annelies Postma",
    ground_rules=(
        "Understand first, then answer.\n"
        "An example instead of a reproach.\n"
        "Nothing said here is used against anybody."
    ),
    roles={
        "marijke": "Head of facilities",
        "joost": "Contract manager",
        "fatima": "Ward manager, 4B",
        "peter": "Infection control specialist",
        "sandra": "Account manager",
        "dirk": "Site manager",
        "murat": "Site manager",
        "ineke": "Team leader, day shift",
        "tomasz": "Quality inspector",
    },
    candidates=CANDIDATES,
    meanings=MEANINGS,
    sharpened=SHARPENED,
    sharpened_reason=SHARPENED_REASON,
    sessions={
        "kickoff": KICKOFF,
        "first": FIRST,
        "second": SECOND,
        "third": THIRD,
        "fourth": FOURTH,
        "ready": READY,
        "prepared": PREPARED,
    },
)
