"""The first quarterly review, in Dutch: the baseline."""

from sessionui.example.shape import ActionText, Figure, GoingOn, SessionTexts, Talk

FIRST = SessionTexts(
    place="Noorderhaven, zaal De Vuurtoren",
    purpose="Voor het eerst elkaars cijfers zien, en begrijpen waar ze vandaan komen.",
    kpis=(
        Figure("Controles in één keer goed", "84%", "90%"),
        Figure("Kamer klaar binnen 90 minuten na ontslag", "86%", "95%", "De middag loopt vast."),
        Figure("Klachten per maand", "21", "hooguit 8", "Zes ervan komen van 4B."),
    ),
    issues=(
        GoingOn(
            "b",
            "Zes vacatures in de dagploeg; we vullen de gaten met uitzendkrachten.",
            "Wijs een onbekend gezicht even waar alles ligt.",
            "Ineke meldt invallers vooraf bij de teamleider.",
        ),
        GoingOn(
            "a",
            "De spoedpost wordt verbouwd, de looproutes veranderen elke week.",
            "Zeg ons waar het stof blijft liggen.",
            "Joost mailt elke maandag de nieuwe routes aan de voorvrouw.",
        ),
    ),
    outcomes={
        1: "Hangt overal. De balies zijn er blij mee: minder zoeken, minder doorverbinden.",
        2: "Met zes vacatures krijgt Dirk het rooster voor de piketdienst niet rond.",
    },
    reasons={
        "marijke": {
            "proactivity": "Dat er mensen tekort waren, hoorden we pas toen de klachten kwamen.",
            "agreements": "Grote dingen gaan goed. De kleine verdwijnen.",
        },
        "joost": {
            "reachability": "Drie keer gebeld, drie keer voicemail. Dan mail ik maar.",
            "ideas": "We krijgen wat er in het bestek staat. Een idee heb ik nog niet gehoord.",
        },
        "fatima": {
            "reachability": "Na vier uur is er voor de afdeling niemand meer.",
            "openness": "Een overgeslagen ronde zie ik aan de prullenbak, niet aan een berichtje.",
            "respect": "Op de gang zijn het stuk voor stuk fijne mensen.",
        },
        "peter": {
            "agreements": "Isolatiekamers gaan goed. De rest wisselt.",
            "openness": "Als ik iets vraag, krijg ik een eerlijk antwoord.",
        },
        "sandra": {
            "openness": "Er gaat een mail naar de directie voordat iemand ons heeft gebeld.",
            "proactivity": "De planning krijgen we als we erom vragen. Uit zichzelf niet.",
        },
        "dirk": {
            "openness": "Van de verhuizing van de longpoli hoorden we via de nachtdienst.",
            "agreements": "Een kamer die om elf uur leeg zou zijn, is dat om half twaalf nog niet.",
        },
        "ineke": {
            "respect": "Mensen lopen hier al jaren en heten nog steeds ‘de schoonmaak’.",
            "reachability": "De teamleiders nemen de tijd, ook als het druk is.",
        },
    },
    talks={
        "proactivity": Talk(
            "Noorderhaven wil het horen zodra de bezetting krap wordt, ook zonder oplossing. "
            "Helderwit meldde het vaak niet, omdat een melding vragen over de factuur opleverde.",
            "Helderwit: ‘Jullie willen kunnen schuiven, niet straffen.’ "
            "Noorderhaven: ‘Jullie weten pas wat er verandert als wij het zeggen.’",
            "Grote verhuizingen bereiden we al wel samen voor.",
        ),
        "openness": Talk(
            "De mails met de directie in de cc doen pijn. Noorderhaven stuurt ze omdat bellen "
            "niets opleverde. Allebei wachten we tot de ander begint.",
            "Noorderhaven: ‘Bij jullie komt zo'n mail aan als een dreigement.’",
        ),
        "reachability": Talk(
            "Fatima rekende het voor: op een dag met drie ontslagen is ze veertig minuten "
            "aan het bellen. Zonder het piketnummer verandert dat niet.",
            "Helderwit: ‘Het gaat niet om de minuten, maar om alleen staan met een probleem.’",
            "Andersom loopt het goed: teamleiders zijn er als je ze nodig hebt.",
        ),
        "agreements": Talk(
            "Niemand houdt bij wat er met een melding gebeurt. Daardoor lijkt alles half af, "
            "ook wat allang gedaan is.",
        ),
        "ideas": Talk(
            "Beide kanten hadden ideeën op de plank liggen en geen plek om ze neer te leggen.",
            goes_well="Op de werkvloer wordt van alles slim opgelost, alleen hoort niemand het.",
        ),
        "respect": Talk(
            "Op 4B wist niemand de achternaam van Jolanda, die er al acht jaar schoonmaakt. "
            "Het werd even stil.",
            "Noorderhaven: ‘We zien het werk pas als het niet gedaan is.’",
            "Er is geen onwil. Iedereen in de zaal wil dit anders.",
        ),
    },
    actions={
        3: ActionText(
            "Planning van verhuizingen en verbouwingen vier weken vooruit delen",
            "Helderwit kan de lijst elke maandag inzien",
        ),
        4: ActionText(
            "Elke ochtend om kwart over zeven vijf minuten op de afdeling: voorvrouw en teamleider",
            "Loopt op 4B, 4C en de IC",
        ),
        5: ActionText(
            "Lijst van alle meldingen met naam, datum en stand van zaken",
            "Elke melding heeft binnen een werkdag een naam erachter",
        ),
        6: ActionText(
            "Schoonmakers voorstellen op de afdeling en hun foto op het teambord",
            "Gedaan op alle afdelingen",
        ),
    },
    decisions=(
        "Wie een tegenvaller uit zichzelf meldt, krijgt daar geen discussie over de factuur bij.",
    ),
    parked=("Hoe lang werken we een uitzendkracht in?",),
    surprise_note="Noorderhaven schrok van de 5,0 voor respect.",
    check_out="‘Liever een eerlijke vijf dan een beleefde zeven.’ (Marijke)",
)
