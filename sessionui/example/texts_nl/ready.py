"""The review of today, in Dutch: scored beforehand, locked, not yet revealed."""

from sessionui.example.shape import Figure, GoingOn, SessionTexts

READY = SessionTexts(
    place="Noorderhaven, zaal De Vuurtoren",
    purpose="Na de opening van de dialyse: staan we er samen nog net zo goed voor?",
    kpis=(
        Figure("Controles in één keer goed", "93%", "90%"),
        Figure(
            "Kamer klaar binnen 90 minuten na ontslag",
            "92%",
            "95%",
            "De dialyse telt voor het eerst mee.",
        ),
        Figure("Klachten per maand", "9", "hooguit 8", "Vijf ervan uit het weekend."),
    ),
    issues=(
        GoingOn(
            "a",
            "De dialyse is open. De eerste maand was rommelig.",
            "Zeg wat er nog ontbreekt, ook als het klein is.",
            "",
        ),
        GoingOn(
            "b",
            "Drie nieuwe mensen, en op zondagochtend nog iemand te kort.",
            "Een maand lang weten welke kamers op zondag kunnen wachten.",
            "",
        ),
    ),
    reasons={
        "marijke": {
            "proactivity": "Murat belde vrijdag: krap weekend, en een rooster dat al klopte.",
            "agreements": "Alles gedaan wat op de lijst stond. Wat er ligt, ligt bij ons.",
            "ideas": "De indeling van de nieuwe voorraadkamer kwam van Jolanda.",
            "respect": "Ze stonden bij de opening vooraan, en zo hoort het.",
        },
        "joost": {
            "proactivity": "Melding en voorstel in één bericht. Ik hoef alleen ja te zeggen.",
            "reachability": "Ik heb dit kwartaal geen voicemail gehoord.",
            "openness": "De factuur was te hoog, en zij zagen het eerder dan ik.",
        },
        "fatima": {
            "agreements": "Drie zondagen geen ronde op 4B, en geen bericht. Zo kennen we ze niet.",
            "openness": "Over die zondagen na hoor ik alles meteen.",
            "respect": "Toen mevrouw De Groot overleed, stond Jolanda bij de kaart. Vanzelf.",
            "ideas": "Ze hebben de ronde omgedraaid zodat wij rustig kunnen overdragen.",
        },
        "peter": {
            "agreements": "Een heel kwartaal geen kamer zonder lijst. Chapeau.",
            "proactivity": "Zelf gevraagd om een les over dialyseapparatuur.",
            "reachability": "Nu bel ik wel eens. Er wordt opgenomen.",
        },
        "sandra": {
            "proactivity": "De dialyse ging open en wij hoorden het tien dagen van tevoren.",
            "ideas": "Over de werkkasten is ons niets gevraagd, terwijl dat was afgesproken.",
            "respect": "We stonden met foto in het personeelsblad.",
        },
        "murat": {
            "proactivity": "Vier weken was de afspraak. Voor de dialyse werd het anderhalf.",
            "agreements": "Ontslagen voor tien uur lukt nu op vijf van de zes afdelingen.",
            "reachability": "Iedereen neemt op, ook als ik kom zeuren.",
            "openness": "Marijke zei zelf dat het met de dialyse niet goed was gegaan.",
        },
        "ineke": {
            "proactivity": "Mijn mensen stonden de eerste dag in een vleugel zonder werkkast.",
            "respect": "Op de dialyse stelde de afdeling zich voor. Aan ons, de eerste ochtend.",
            "openness": "Over de openingsdatum deed iedereen een beetje geheimzinnig.",
        },
    },
    own_reasons={
        "marijke": {"proactivity": "De planning gaat elke maandag de deur uit."},
        "joost": {"proactivity": "De dialyse had beter gekund."},
        "murat": {"agreements": "Die zondagen zitten me dwars. Ik had moeten bellen."},
    },
    private={
        "look_back": "Actie 13 is niet gelukt en Marijke weet dat. Laat het haar zelf zeggen.",
        "reveal": (
            "Bij Proactiviteit Helderwit eerst laten vertellen: de dialyse zit hoog bij Murat.\n"
            "De zondagen komen vast langs: vraag wat mensen zagen, niet wie het was."
        ),
    },
)
