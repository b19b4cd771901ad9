"""What the six indicators mean between hospital and cleaners, in Dutch."""

from sessionui.domain.indicators import Meaning
from sessionui.example.shape import IndicatorKey

MEANINGS: dict[IndicatorKey, Meaning] = {
    "proactivity": Meaning(
        text="We nemen zelf initiatief en wachten niet af.",
        seen="Iemand meldt een probleem voordat er een klacht van komt.",
        not_seen="Pas na drie mails komt er beweging.",
        at_4="We horen het als het al mis is.",
        at_6="We horen het op tijd, maar moeten er zelf achteraan.",
        at_8="We worden gebeld voordat we het zelf merken.",
        expects_a="Dat Helderwit meldt wanneer de bezetting krap wordt.",
        expects_b="Dat Noorderhaven verhuizingen en verbouwingen uit zichzelf deelt.",
        needs_a="Eén vast gezicht dat het overzicht heeft.",
        needs_b="Een blik op de planning, ook als die nog kan schuiven.",
    ),
    "openness": Meaning(
        text="We vertellen slecht nieuws net zo vroeg als goed nieuws.",
        seen="Wie een fout maakt, meldt hem dezelfde dag zelf.",
        not_seen="De afdeling merkt het en hoort daarna: ‘O ja, dat klopt.’",
        at_4="Het komt uit door een klacht.",
        at_6="Wie ernaar vraagt, krijgt een eerlijk antwoord.",
        at_8="Een tegenvaller horen we uit zichzelf, met de oorzaak erbij.",
        expects_a="Dat Helderwit het zegt als een ronde is overgeslagen.",
        expects_b="Dat Noorderhaven eerst belt en dan pas mailt met de directie in de cc.",
        needs_a="Tijd en plek bij de melding, zodat we de afdeling kunnen inlichten.",
        needs_b="Dat een eerlijke melding niet meteen korting op de factuur kost.",
    ),
    "reachability": Meaning(
        text="Wie je nodig hebt is te bereiken, of belt snel terug.",
        seen="Eén nummer, er neemt iemand op, en die weet waar het over gaat.",
        not_seen="Voicemail, doorverbonden worden, drie keer hetzelfde verhaal.",
        at_4="Na een halve dag nog niemand gesproken.",
        at_6="Overdag lukt het, 's avonds en in het weekend niet.",
        at_8="Binnen een kwartier iemand aan de lijn, ook op zondag.",
        expects_a="Dat de objectleider of een vervanger opneemt, ook na vijven.",
        expects_b="Dat een teamleider tijd heeft voor een vraag van de voorvrouw.",
        needs_a="Een lijst met namen en nummers die klopt.",
        needs_b="Eén aanspreekpunt per afdeling, niet wie er toevallig dienst heeft.",
    ),
    "agreements": Meaning(
        text="We doen wat we beloven, of zeggen op tijd dat het niet lukt.",
        seen="De actielijst is bijgewerkt voordat het overleg begint.",
        not_seen="Dezelfde afspraak staat er voor de derde keer op.",
        at_4="De helft blijft liggen en niemand zegt er iets van.",
        at_6="Het meeste gebeurt, soms een week te laat.",
        at_8="Het gebeurt, en wie het niet redt belt zelf.",
        expects_a="Dat een kamer anderhalf uur na ontslag schoon is, of dat we horen waarom niet.",
        expects_b="Dat een kamer leeg is op de tijd die is doorgegeven.",
        needs_a="Een seintje zodra de kamer klaar is.",
        needs_b="Ontslagen doorgegeven vóór tien uur.",
    ),
    "ideas": Meaning(
        text="We komen met een voorstel, niet alleen met een probleem.",
        seen="‘Als we de poli na vijven doen, staan we niemand in de weg. Een maand proberen?’",
        not_seen="‘Dat staat niet in het bestek.’",
        at_4="Ja of nee, en verder niets.",
        at_6="Wie om een idee vraagt, krijgt er een.",
        at_8="Elk kwartaal een idee dat we ook echt uitvoeren.",
        expects_a="Dat Helderwit zegt waar het slimmer kan, ook als dat uren scheelt.",
        expects_b="Dat Noorderhaven een idee uitprobeert voordat het nee zegt.",
        needs_a="De kennis van de mensen die elke dag op de afdeling staan.",
        needs_b="Binnen twee weken antwoord op een voorstel.",
    ),
    "respect": Meaning(
        text="We zien wat de ander doet, en praten met elkaar in plaats van over elkaar.",
        seen="Mensen groeten elkaar bij naam en laten een kamer netjes achter voor de volgende.",
        not_seen="Een kamer vol spullen, en daarna een klacht dat de vloer niet is gedaan.",
        at_4="We praten vooral óver elkaar.",
        at_6="Beleefd, maar langs elkaar heen.",
        at_8="Eén team: ook een compliment komt aan.",
        expects_a="Dat schoonmakers rekening houden met zorgmomenten en rust.",
        expects_b="Dat de afdeling vloer en vensterbank vrijmaakt voor de ronde.",
        needs_a="Weten hoe laat de ronde langskomt.",
        needs_b="Een voorstelrondje bij nieuwe collega's, over en weer.",
    ),
}

SHARPENED = Meaning(
    text="We zeggen wat we zien aankomen voordat de ander erom vraagt, met een voorstel erbij.",
    seen="‘Donderdag missen we twee mensen. We willen 4B en de IC voor laten gaan. Akkoord?’",
    not_seen="Een melding zonder plan, of een plan zonder melding.",
    at_4="We horen het pas als de afdeling belt.",
    at_6="We horen het op tijd, maar het voorstel moet van ons komen.",
    at_8="Melding en voorstel komen samen, minstens een dag van tevoren.",
    expects_a="Dat Helderwit krapte een dag van tevoren meldt, en zegt wat er dan voorgaat.",
    expects_b="Dat Noorderhaven verhuizingen en verbouwingen vier weken vooruit deelt.",
    needs_a="Een berichtje aan de teamleider, geen rapport.",
    needs_b="De planning, ook als er nog ‘onder voorbehoud’ boven staat.",
)

SHARPENED_REASON = (
    "We bleken cijfers te geven voor verschillende dingen: de een voor melden, de ander voor "
    "oplossen. Het gaat om allebei."
)
