"""The third quarterly review, in Dutch: the on-call number is there."""

from sessionui.example.shape import ActionText, Figure, GoingOn, SessionTexts, Talk

THIRD = SessionTexts(
    place="Noorderhaven, zaal De Vuurtoren",
    purpose="Cijfers op naam, met Murat er voor het eerst bij.",
    kpis=(
        Figure("Controles in één keer goed", "91%", "90%"),
        Figure("Kamer klaar binnen 90 minuten na ontslag", "93%", "95%"),
        Figure("Klachten per maand", "11", "hooguit 8"),
    ),
    issues=(
        GoingOn(
            "b",
            "Murat is net begonnen en moet het huis nog leren kennen.",
            "Neem hem mee naar de teamleidersoverleggen.",
            "Fatima stelt hem voor op de verpleegafdelingen.",
        ),
        GoingOn(
            "a",
            "De IC wordt verbouwd; op 4B en 4C veertig procent meer isolatiekamers.",
            "Ruimte in het weekendrooster.",
            "Peter meldt de stand om acht uur, Ineke schuift om kwart over.",
        ),
    ),
    outcomes={
        2: "Sinds acht weken één nummer, dag en nacht. Gemiddeld opgenomen binnen vier minuten.",
        3: "Staat in de gedeelde map, elke maandag bijgewerkt. Al drie keer het rooster op verzet.",
        7: "Gaat inmiddels vanzelf. De teamleiders rekenen erop.",
        8: "Met twaalf mensen gelopen. Van vier kaarten is er één over.",
        9: "Achterhaald: de poli heeft nu een avondspreekuur.",
    },
    reasons={
        "marijke": {
            "proactivity": "De meldingen komen. Een voorstel zit er nog niet altijd bij.",
            "reachability": "Nul klachten over bellen. Dat was vroeger de halve stapel.",
        },
        "joost": {
            "reachability": "Zondagavond elf uur: opgenomen, en ze wist wie ik was.",
            "ideas": "De linnenkarren 's nachts rijden was een idee van Ineke. Het werkt.",
        },
        "fatima": {
            "reachability": "Het nummer werkt. In het weekend moet ik nog uitleggen waar 4B ligt.",
            "respect": "Toen Ahmed ziek was, vroeg de hele afdeling hoe het met hem ging.",
        },
        "peter": {
            "agreements": "Twee keer een isolatiekamer vrijgegeven zonder lijst. Dat kan niet.",
            "reachability": "Ik bel zelf nooit; dat doet de afdeling.",
            "proactivity": "Ze zagen eerder dan wij dat de dispensers op de IC op raakten.",
        },
        "sandra": {
            "agreements": "Kamers zijn nog vaak later leeg dan gezegd, maar we horen het nu wel.",
            "openness": "Soms is het pas open als het besluit al genomen is.",
        },
        "murat": {
            "openness": "In mijn eerste week kon ik overal binnenlopen.",
            "proactivity": "De vierwekenplanning is goud waard.",
        },
        "ineke": {
            "agreements": "Ontslagen voor tien uur doorgeven: op 4B en 4C staat het als een huis.",
            "openness": "Op de gang prima. Van boven hoor ik soms iets anders.",
        },
        "tomasz": {
            "respect": "Op de OK zijn we nog steeds niet voorgesteld.",
            "reachability": "Na vijven weet niemand wie er bij het ziekenhuis over gaat.",
        },
    },
    own_reasons={
        "murat": {"agreements": "Die twee kamers waren onze fout. Ik weet hoe het kwam."},
    },
    talks={
        "proactivity": Talk(
            "Eerste ronde met de scherpere betekenis. Melden lukt, het voorstel erbij komt op "
            "gang. Schoonmakers zien veel kapot gaan en kunnen het nergens kwijt.",
            goes_well="Over de dispensers op de IC belde de voorvrouw zelf, met het aantal erbij.",
        ),
        "openness": Talk(
            "Op de afdeling is het open, tussen de kantoren minder. Sandra hoorde van de nieuwe "
            "linnenwagens toen ze besteld waren.",
            "Noorderhaven: ‘Vertel het ons eerder, ook als het nog niet zeker is.’",
        ),
        "reachability": Talk(
            "Het nummer is er, en het werd meteen gebruikt: elf keer in het eerste weekend. "
            "Peter gaf n.v.t., hij belt nooit zelf.",
            "Noorderhaven: ‘Andersom zoeken jullie 's avonds nog wie er bij ons over gaat.’",
            "Binnen vier minuten iemand die weet waar het over gaat.",
        ),
        "agreements": Talk(
            "Twee isolatiekamers zijn zonder lijst vrijgegeven. Murat legde uit hoe dat kwam: een "
            "invaller had de oude kaart. Peter: ‘Dank dat je het niet mooier maakt.’",
            "Helderwit: ‘Bij isolatie is bijna goed niet goed.’",
        ),
        "ideas": Talk(
            "De nachtrit met de linnenkarren scheelt elke ochtend twintig minuten in de liften. "
            "Klant en schoonmaak zouden vaker samen moeten kijken.",
            goes_well="Twee ideeën gekregen, een uitgevoerd, allebei binnen twee weken antwoord.",
        ),
        "respect": Talk(
            "Goed, behalve op de OK. Marijke belt het OK-hoofd deze week.",
        ),
    },
    actions={
        10: ActionText(
            "Gebreken melden via één app-nummer, met foto",
            "Elke schoonmaker heeft het nummer en heeft het een keer gebruikt",
        ),
        11: ActionText(
            "Oude isolatiekaarten ophalen en invallers de nieuwe laten tekenen",
            "Vier weken geen kamer vrijgegeven zonder lijst",
        ),
        12: ActionText(
            "Elk kwartaal samen een rondgang over drie afdelingen",
            "Eerste rondgang gelopen, drie verbeterpunten gekozen",
        ),
    },
    decisions=("De vierwekenplanning is een vast punt in het maandoverleg.",),
    objections="Tomasz vindt vier weken krap voor actie 11. Blijft staan; na twee een tussenstand.",
    surprise_note="Peters 5 voor afspraken. Na zijn uitleg begreep iedereen hem.",
    check_out="‘Ik heb nu een gezicht bij elk cijfer. Dat praat makkelijker.’ (Murat)",
)
