"""The example in Dutch."""

from sessionui.example.shape import Texts
from sessionui.example.texts_nl.first import FIRST
from sessionui.example.texts_nl.fourth import FOURTH
from sessionui.example.texts_nl.kickoff import CANDIDATES, KICKOFF
from sessionui.example.texts_nl.meanings import MEANINGS, SHARPENED, SHARPENED_REASON
from sessionui.example.texts_nl.prepared import PREPARED
from sessionui.example.texts_nl.ready import READY
from sessionui.example.texts_nl.second import SECOND
from sessionui.example.texts_nl.third import THIRD

TEXTS = Texts(
    contract="Schoonmaak verpleegafdelingen en poliklinieken",
    facilitator="Annelies Postma",
    ground_rules=(
        "Eerst begrijpen, dan pas reageren.\n"
        "Een voorbeeld in plaats van een verwijt.\n"
        "Wat hier gezegd wordt, gebruiken we niet tegen elkaar."
    ),
    roles={
        "marijke": "Hoofd facilitair bedrijf",
        "joost": "Contractmanager",
        "fatima": "Teamleider verpleging 4B",
        "peter": "Deskundige infectiepreventie",
        "sandra": "Accountmanager",
        "dirk": "Objectleider",
        "murat": "Objectleider",
        "ineke": "Voorvrouw dagploeg",
        "tomasz": "Kwaliteitscontroleur",
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
