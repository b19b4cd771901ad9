"""The fourth quarterly review, in Dutch: a year on."""

from sessionui.example.shape import ActionText, Figure, GoingOn, SessionTexts, Talk

FOURTH = SessionTexts(
    place="Helderwit, rayonkantoor",
    purpose="Een jaar verder: wat heeft gewerkt, en wat pakken we nu op?",
    kpis=(
        Figure("Controles in één keer goed", "94%", "90%"),
        Figure("Kamer klaar binnen 90 minuten na ontslag", "96%", "95%"),
        Figure("Klachten per maand", "6", "hooguit 8", "Een jaar geleden waren het er 21."),
    ),
    issues=(
        GoingOn(
            "a",
            "Over twee maanden opent de nieuwe dialyseafdeling: zes kamers erbij.",
            "Denk mee over werkkasten en looproutes.",
            "Helderwit schuift aan bij de inrichting (actie 13).",
        ),
        GoingOn(
            "b",
            "Twee ervaren mensen gaan met pensioen; drie nieuwe beginnen.",
            "Laat ze een ochtend meelopen met de zorg.",
            "Ineke en Fatima maken er een vaste ochtend van (actie 14).",
        ),
    ),
    outcomes={
        10: "63 meldingen in een kwartaal, van lekkende kraan tot losse plint. "
        "De technische dienst vraagt er nu zelf naar.",
        11: "Alle oude kaarten zijn weg. Elf weken geen kamer zonder lijst.",
        12: "Twee keer een datum geprikt, twee keer kwam er een inspectie tussen.",
    },
    reasons={
        "marijke": {
            "proactivity": "Steeds vaker met een voorstel. Het lange weekend was al geregeld.",
            "respect": "De laatste borrel was voor het eerst van ons samen.",
        },
        "joost": {
            "reachability": "Vier minuten. Onze eigen servicedesk kan er een voorbeeld aan nemen.",
            "ideas": "De nachtrit met het linnen is nu gewoon hoe het gaat.",
        },
        "fatima": {
            "openness": "Verkeerd middel gebruikt; ik hoorde het binnen het uur, van haarzelf.",
            "respect": "De nieuwe collega werd aan mij voorgesteld, en ik aan haar.",
            "reachability": "Ik hoef niet meer uit te leggen waar 4B ligt.",
        },
        "peter": {
            "proactivity": "Ze belden over schimmel in 4D voordat iemand hier het had gezien.",
            "agreements": "Lijsten kloppen nu. Ik wil het nog een kwartaal aanzien.",
        },
        "sandra": {
            "openness": "De begroting besproken voordat hij vaststond. Dat is nieuw.",
            "ideas": "Onze ideeën komen terug op de agenda, ook als ze niet doorgaan.",
        },
        "murat": {
            "reachability": "Ik heb van elke teamleider het nummer, en zij dat van mij.",
            "ideas": "Een idee heeft binnen een week antwoord.",
        },
        "ineke": {
            "respect": "Op 4B drinken we samen koffie. Dat stond in geen enkel bestek.",
            "proactivity": "Ik weet op maandag wat er die maand verhuist.",
        },
        "tomasz": {
            "agreements": "Ontslagen voor tien uur doorgeven lukt op vier van de zes afdelingen.",
            "respect": "Sinds vorige maand kent ook de OK onze namen.",
        },
    },
    talks={
        "proactivity": Talk(
            "Sinds de betekenis is aangescherpt gaat het aan beide kanten omhoog. "
            "De dialyse wordt de proef op de som.",
            "Noorderhaven: ‘Jullie willen aan tafel voordat de tekening klaar is.’",
            "Elke maandag een bijgewerkte planning, ook als er niets verandert.",
        ),
        "openness": Talk(
            "Een medewerker gebruikte het verkeerde middel en belde zelf. Niemand is er boos om "
            "geworden, en dat is rondverteld.",
            goes_well="Mails met de directie in de cc: geen enkele dit kwartaal.",
        ),
        "reachability": Talk(
            "Een jaar geleden het laagste cijfer, nu een van de hoogste. "
            "Het heeft drie kwartalen geduurd en één goede oplossing gekost.",
        ),
        "agreements": Talk(
            "Geen incidenten meer bij isolatie. Ontslagen vóór tien uur doorgeven "
            "blijft op twee afdelingen lastig: daar loopt de artsenvisite uit.",
            "Helderwit: ‘Het is daar geen onwil, het is de visite.’",
        ),
        "ideas": Talk(
            "De rondgang is twee keer niet doorgegaan. Iedereen wil hem wel; hij krijgt nu een "
            "vaste datum waar geen inspectie tussen past.",
        ),
        "respect": Talk(
            "Hoogste cijfer aan beide kanten. Met drie nieuwe mensen op komst "
            "begint het voorstellen weer van voren af aan.",
            goes_well="Koffie op 4B.",
        ),
    },
    actions={
        13: ActionText(
            "Helderwit aan tafel bij de inrichting van de dialyseafdeling",
            "Werkkasten en looproutes staan op de tekening",
        ),
        14: ActionText(
            "Nieuwe schoonmakers lopen een ochtend mee met de zorg",
            "Alle drie geweest, en de teamleider vindt het de moeite waard",
        ),
    },
    decisions=(
        "We gaan een tweede jaar door, met dezelfde zes indicatoren.",
        "Over een half jaar houden we een jaarsessie: welke indicator heeft zijn werk gedaan?",
    ),
    parked=("Artsenvisite op 3A en 5C: wie kan daar iets aan doen?",),
    check_out="‘Een jaar geleden zat ik hier met mijn armen over elkaar.’ (Joost)",
)
