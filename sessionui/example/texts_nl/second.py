"""The second quarterly review, in Dutch: proactivity gets a sharper meaning."""

from sessionui.example.shape import ActionText, Figure, GoingOn, SessionTexts, Talk

SECOND = SessionTexts(
    place="Helderwit, rayonkantoor",
    purpose="Kijken wat de eerste afspraken hebben opgeleverd, en waar het nog wringt.",
    kpis=(
        Figure("Controles in één keer goed", "88%", "90%"),
        Figure("Kamer klaar binnen 90 minuten na ontslag", "90%", "95%"),
        Figure("Klachten per maand", "15", "hooguit 8", "4B ging van zes naar één."),
    ),
    issues=(
        GoingOn(
            "b",
            "Dirk vertrekt eind deze maand; zijn opvolger begint kort daarna.",
            "Twee weken geduld, en daarna een warm welkom.",
            "Sandra neemt waar en loopt elke woensdag mee.",
        ),
        GoingOn(
            "a",
            "Noro op geriatrie: drie kamers dicht, veel extra rondes.",
            "Mensen die de isolatiekamers kennen.",
            "Peter geeft elke ochtend om acht uur de stand door.",
        ),
    ),
    outcomes={
        2: "Door het vertrek van Dirk opnieuw blijven liggen. Sandra neemt het over.",
        3: "De planning ligt bij de afdeling Bouw. Marijke heeft er nu een afspraak over.",
        4: "Loopt op alle drie. Wat niet gelukt is, hoor je om kwart over zeven, niet om vier uur.",
        5: "Elke melding heeft een naam en een datum. Niemand vraagt nog wat ermee gebeurd is.",
        6: "Overal gedaan, behalve op de OK. Mensen worden nu bij naam begroet.",
    },
    reasons={
        "marijke": {
            "proactivity": "Twee keer op tijd een melding. Wat we eraan konden doen was aan ons.",
            "agreements": "De actielijst is bij. Dat was een half jaar geleden wel anders.",
        },
        "joost": {
            "reachability": "Het piketnummer is beloofd en het is er nog niet.",
            "openness": "Ik krijg nu ook te horen wat er niet gelukt is.",
        },
        "fatima": {
            "reachability": "Overdag prima. Om zeven uur 's avonds nog steeds de voicemail.",
            "respect": "Jolanda hoort erbij. Ze stond vorige week op de teamfoto.",
            "openness": "Kwart over zeven is precies vroeg genoeg om nog te schuiven.",
        },
        "peter": {
            "agreements": "Met de noro ging het snel en netjes.",
            "respect": "Twee mensen leggen het isolatieprotocol verschillend uit, en dat wringt.",
        },
        "sandra": {
            "ideas": "Ons voorstel voor de poli ligt er nu zes weken.",
            "reachability": "Een telefoontje naar Joost en het is geregeld.",
        },
        "dirk": {
            "openness": "De mails met de directie in de cc zijn gestopt, op één na.",
            "respect": "Er was taart toen bekend werd dat Dirk gaat. Vorig jaar niet denkbaar.",
        },
        "ineke": {
            "respect": "We worden bij naam genoemd. Het scheelt meer dan je denkt.",
            "proactivity": "Invallers vragen zelf waar alles ligt, niemand loopt met ze mee.",
        },
        "tomasz": {
            "proactivity": "De verbouwing van de apotheek hoorden we van de aannemer.",
            "ideas": "Er wordt geluisterd. Daarna blijft het stil.",
        },
    },
    own_reasons={
        "sandra": {"reachability": "We hebben iets beloofd en het twee keer niet waargemaakt."},
    },
    talks={
        "proactivity": Talk(
            "We bleken het over verschillende dingen te hebben. Noorderhaven mist het voorstel bij "
            "de melding, Helderwit mist de melding zelf. De betekenis is aangescherpt.",
            "Helderwit: ‘Een melding zonder plan is half werk.’ "
            "Noorderhaven: ‘En wij geven jullie te weinig om een plan op te maken.’",
        ),
        "openness": Talk(
            "Het ochtendoverleg doet wat het moet doen. Wat misging komt op tafel "
            "voordat het een klacht wordt.",
            goes_well="Vijf minuten staand overleg doet meer dan een jaar maandrapporten.",
        ),
        "reachability": Talk(
            "Het piketnummer is twee keer uitgesteld en dat kost vertrouwen. "
            "Sandra zei het zelf, voordat iemand erover begon.",
            "Helderwit: ‘Jullie geloven het pas als er iemand opneemt.’",
            "Overdag is er altijd iemand te vinden.",
        ),
        "agreements": Talk(
            "Het isolatieprotocol wordt door twee mensen verschillend uitgelegd, allebei te goeder "
            "trouw. Dat los je niet op aan tafel, maar op de gang.",
        ),
        "ideas": Talk(
            "Het voorstel voor de poli heeft zes weken op een bureau gelegen. "
            "Niemand was ertegen; niemand ging erover.",
            "Noorderhaven: ‘Geen antwoord voelt voor jullie als een nee.’",
        ),
        "respect": Talk(
            "De foto's op het teambord werken. Op de OK is het nog niet gelukt.",
            goes_well="Jolanda kreeg bij haar jubileum bloemen van de afdeling.",
        ),
    },
    actions={
        7: ActionText(
            "Bij ziekte vóór half zeven een bericht aan de teamleider, met wat die dag voorgaat",
            "Drie weken achter elkaar gelukt",
        ),
        8: ActionText(
            "Het isolatieprotocol samen doorlopen op de gang, met beide ploegen",
            "Iedereen tekent dezelfde kaart af",
        ),
        9: ActionText(
            "Proef: de poli na vijven schoonmaken",
            "Vier weken geprobeerd en samen beoordeeld",
        ),
    },
    decisions=(
        "Op een voorstel komt binnen twee weken antwoord, ook als het nee is.",
        "Vanaf de volgende ronde tonen we de cijfers op naam.",
    ),
    parked=("Schoonmaakkarren op de gang tijdens het bezoekuur",),
    check_out="‘De volgende keer wil ik dat nummer gebeld hebben.’ (Fatima)",
)
