"""Every text an editor can be shown about a mistake, in one table.

A code is for life: F for errors, which stop a build, A for warnings. F0 is about files, F1 about
YAML, F2 about single fields, F3 about how items fit together, F4 about content. Each code has a
case under `tests/cases/` that shows the message.
"""

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True)
class Message:
    """What is wrong, and how it is mended; `{names}` are filled in from the problem."""

    text: str
    hint: str = ""


MESSAGES: Mapping[str, Message] = {
    "F001": Message(
        "Filen kan ikke læses: {reason}.",
        "Se efter, om du har lov til at åbne filen, og om den stadig findes.",
    ),
    "F002": Message(
        "Filen er ikke gemt som UTF-8, så æ, ø og å kan ikke læses.",
        "Åbn filen, og gem den igen med tegnsættet UTF-8 (i VS Code: klik på tegnsættet nederst "
        "til højre og vælg »Save with Encoding«).",
    ),
    "F003": Message(
        "Filen er gemt som UTF-16.",
        "Gem den igen med tegnsættet UTF-8. Notesblok kalder UTF-16 for »Unicode«.",
    ),
    "F004": Message(
        "Filen er for stor: {size} kB. En fil må højst fylde {limit} kB.",
        "En fil rummer ét punkt. Læg lange dokumenter et andet sted, og link til dem.",
    ),
    "F005": Message(
        "Filnavnet ender på »{ending}«. Datafiler skal ende på ».yml«.",
        "Omdøb filen til »{stem}.yml«.",
    ),
    "F006": Message(
        "Her må kun ligge datafiler, der ender på ».yml«.", "Flyt eller slet »{name}«."
    ),
    "F007": Message(
        "Mappen »{name}« svarer ikke til nogen slags indhold.", "Omdøb mappen, eller slet den."
    ),
    "F008": Message(
        "Filen er en genvej (symbolsk link) til noget andet.",
        "Læg selve filen her i stedet for genvejen.",
    ),
    "F009": Message(
        "Filnavnet »{name}« kan ikke være et id.",
        "Brug kun små bogstaver a-z, tal og enkelte bindestreger. Skriv æ som ae, ø som oe og å "
        "som aa.",
    ),
    "F010": Message(
        "»{name}« er optaget af siden selv og kan ikke være et id.",
        "Vælg et andet filnavn, for eksempel »{name}-1«.",
    ),
    "F011": Message(
        "To filer har samme id: »{name}« og »{other}«.",
        "Behold den rigtige, og slet eller omdøb den anden.",
    ),
    "F012": Message("»{name}« mangler.", "Opret »{name}« i mappen med data."),
    "F013": Message(
        "Her ligger en mappe, hvor der kun må ligge filer.",
        "Flyt filerne op i mappen for deres slags.",
    ),
    "F014": Message(
        "Filen er tom.", "Skriv punktets oplysninger, eller slet filen. scripts/new.py hjælper."
    ),
    "F101": Message(
        "Linjen er rykket ind med tabulator.", "Ryk ind med mellemrum, to for hvert niveau."
    ),
    "F102": Message(
        "Teksten står i anførselstegn fra Word, og de bliver en del af teksten.",
        'Slet dem, eller brug de lige anførselstegn fra tastaturet: "...".',
    ),
    "F103": Message(
        "Her står et hårdt mellemrum, som ikke kan ses, men som YAML ikke forstår.",
        "Slet mellemrummet foran teksten, og skriv det igen med mellemrumstasten.",
    ),
    "F104": Message(
        "Der står et kolon mere, end linjen kan have.",
        'Sæt lige anførselstegn om teksten efter det første kolon: {key}: "...". Eller se '
        "efter, om linjen er rykket for langt ind.",
    ),
    "F105": Message(
        "Her kan YAML ikke læses.",
        "Se efter på linjen og på den lige over: Hvert felt står på sin egen linje som »felt: "
        "værdi«, og alle felter på samme niveau er rykket lige langt ind.",
    ),
    "F106": Message(
        "Et anførselstegn eller en parentes bliver åbnet og ikke lukket.",
        'Luk med samme slags tegn. Et anførselstegn inde i en tekst skrives \\" .',
    ),
    "F107": Message(
        "En værdi kan ikke begynde med »{character}«.",
        "Sæt lige anførselstegn om hele værdien.",
    ),
    "F108": Message(
        "Der er for mange lag inde i hinanden: flere end {limit}.",
        "Se efter, om der er kommet for mange parenteser eller bindestreger med.",
    ),
    "F109": Message(
        "»&« og »*« først i en værdi betyder noget særligt i YAML og bruges ikke her.",
        "Sæt lige anførselstegn om værdien, eller skriv den helt ud.",
    ),
    "F110": Message(
        "»!« først i en værdi betyder noget særligt i YAML og bruges ikke her.",
        "Slet mærket »{tag}«, eller sæt lige anførselstegn om værdien.",
    ),
    "F111": Message(
        "Filen rummer to dokumenter: linjen »---« deler den i to.",
        "Behold ét punkt i hver fil, og slet linjen »---«.",
    ),
    "F112": Message(
        "Filen skal bestå af felter, men her er {found}.",
        "Begynd hver linje med feltets navn og et kolon: »title: ...«.",
    ),
    "F113": Message(
        "Feltet »{key}« står to gange; første gang i linje {first}.",
        "Slet den ene linje. Har feltet flere værdier, skrives de som en liste med bindestreger.",
    ),
    "F114": Message("Foran kolonet skal stå navnet på et felt.", "Skriv linjen som »felt: værdi«."),
    "F115": Message(
        "Her står et tegn, der ikke kan ses: {name}.",
        "Slet det. Slet teksten omkring det, og skriv den igen, hvis du ikke kan finde det.",
    ),
    "F201": Message(
        "Feltet »{key}« ({label}) mangler.", "Tilføj for eksempel »{example}«. {unknown}"
    ),
    "F202": Message("Feltet »{key}« findes ikke her.", "Ret navnet, eller slet feltet."),
    "F203": Message(
        "»{key}« skal være {expected}, men her er {found}.", "Skriv for eksempel »{example}«."
    ),
    "F204": Message("»{value}« kan ikke bruges i feltet »{key}« ({label})."),
    "F205": Message(
        "Teksten i »{key}« er for kort: {length} tegn, og der skal være mindst {shortest}.",
        "{help}",
    ),
    "F206": Message(
        "Teksten i »{key}« er for lang: {length} tegn, og der må højst være {longest}.",
        "Gør teksten kortere, eller flyt noget af den til et andet felt.",
    ),
    "F207": Message(
        "Teksten i »{key}« skal stå på én linje.", "Fjern linjeskiftene og det »|« der er foran."
    ),
    "F208": Message("»{value}« er ikke et helt tal.", "Skriv tallet med cifre, for eksempel 12."),
    "F209": Message("Tallet i »{key}« skal være fra {least} til {most}, men er {value}."),
    "F210": Message(
        "»{value}« er ikke en adresse på nettet.",
        "Skriv hele adressen uden mellemrum, for eksempel »https://www.sundhed.dk/«.",
    ),
    "F211": Message("»{value}« er ikke en dato: {why}.", "Skriv den for eksempel »6. marts 2019«."),
    "F212": Message(
        "»{value}« er ikke en dato, en måned eller et årstal: {why}.",
        "Skriv for eksempel »6. marts 2019«, »marts 2019« eller »2019«.",
    ),
    "F213": Message("»{value}« er ikke et halvår.", "Skriv for eksempel »2. halvår 2027«."),
    "F214": Message("»{value}« er hverken »ja« eller »nej«."),
    "F215": Message(
        "»{value}« er ikke en mailadresse.",
        "Skriv den for eksempel »mobilapps@regional-it.example«.",
    ),
    "F216": Message("»{value}« er ikke et telefonnummer.", "Skriv det for eksempel »70 00 00 00«."),
    "F217": Message(
        "»{value}« kan ikke være et id.",
        "Brug kun små bogstaver a-z, tal og enkelte bindestreger.",
    ),
    "F218": Message(
        "Teksten i »{key}« har for mange lag af indryk, lister eller citater.",
        "Brug højst et par niveauer.",
    ),
    "F219": Message(
        "»{value}« er ikke et app-id.", "Et app-id har dele med punktum imellem: »dk.digst.hc«."
    ),
    "F220": Message("Feltet »{key}« er tomt.", "Skriv en værdi efter kolonet, eller slet linjen."),
    "F223": Message("Listen »{key}« er tom.", "Skriv mindst én værdi, eller slet feltet."),
    "F224": Message(
        "Feltet »{key}« ({label}) skal udfyldes, når {condition}.",
        "Tilføj for eksempel »{example}«. {unknown}",
    ),
    "F225": Message(
        "Et punkts id er filens navn og skrives ikke i filen.",
        "Slet linjen. Vil du ændre id'et, så omdøb filen, og skriv det gamle i »former_ids«.",
    ),
    "F301": Message(
        "»{value}« findes ikke under {many}.",
        "Ret id'et, eller opret punktet med: scripts/new.py {to} {value}",
    ),
    "F302": Message(
        "Det tidligere id »{value}« er i brug i {other}.",
        "Et gammelt id kan kun føre ét sted hen. Slet det ene sted.",
    ),
    "F303": Message("»{value}« står også i {other}.", "To punkter kan ikke have samme »{key}«."),
    "F304": Message(
        "»{value}« er ikke blandt ordene til »{key}« ({label}).",
        "Nye ord tilføjes i site.yml under »{vocabulary}«.",
    ),
    "F305": Message(
        "Linket »{value}« fører ikke til noget punkt.",
        "Skriv »slags/id«, for eksempel »apps/mit-sygehus«, eller en hel adresse med https://.",
    ),
    "F306": Message(
        "Linket »{value}« kan ikke bruges.",
        "Brug https://, mailto: eller tel:, eller »slags/id« for et punkt på siden.",
    ),
    "F307": Message(
        "Billeder kan ikke vises i »{key}«.", "Beskriv det i ord, eller link til billedet."
    ),
    "F308": Message("»{value}« står to gange i »{key}«.", "Slet den ene."),
    "F309": Message("Punktet henviser til sig selv i »{key}«.", "Slet henvisningen."),
    "F310": Message(
        "»{key}« går i ring: {path}.", "Bryd ringen ved at slette en af henvisningerne."
    ),
    "F311": Message("Ikonet »{value}« findes ikke i temaets samlinger."),
    "F401": Message(
        "»{end_key}« ({end}) ligger før »{start_key}« ({start}).", "Byt om, eller ret datoen."
    ),
    "F402": Message("»{key}« ligger i fremtiden: {value}.", "Skriv den dag, det faktisk skete."),
    "F403": Message(
        "Her står noget, der ligner et CPR-nummer.",
        "Slet det straks. Er det et rigtigt nummer, så sig det til Informationssikkerhed, for "
        "git husker det, også når linjen er slettet.",
    ),
    "A501": Message("»{value}« ligner en persons adresse.", "Brug funktionens fælles postkasse."),
    "A502": Message(
        "Adressen bruger http i stedet for https.", "Prøv, om siden også findes med https."
    ),
    "A503": Message(
        "Godkendelsen udløb den {value}.", "Forny den, eller ret »status« til det rigtige."
    ),
    "A504": Message(
        "Servicen »{value}« er {state}, men bliver brugt her.",
        "Find en anden service, eller skriv i »known_caveats«, hvad der skal ske.",
    ),
    "A505": Message(
        "Enheden har ingen ambassadør.",
        "Opret en med: scripts/new.py ambassadors ambassadoer-{value}",
    ),
    "A506": Message(
        "Forkortelsen »{value}« bliver ikke forklaret.",
        "Skriv ordet ud, eller opret det i ordlisten med: scripts/new.py terms {slug}",
    ),
    "A507": Message(
        "Her står et tal, men punktet har ingen kilde med dato.",
        "Skriv i »sources«, hvor tallet er fra, og hvornår.",
    ),
    "A508": Message("»{value}« er også navnet på {other}.", "Gør navnene forskellige."),
}

KINDS_OF_NODE: Mapping[str, str] = {
    "text": "en tekst",
    "list": "en liste",
    "mapping": "en gruppe af felter",
    "nothing": "ingenting",
}
"""What can stand in a data file, as the messages name it."""

REASONS: Mapping[str, str] = {
    "FORM": "sådan skrives datoer ikke",
    "NO_SUCH_DAY": "den dag findes ikke i måneden",
    "NO_SUCH_MONTH": "den måned findes ikke",
    "SHORT_YEAR": "årstallet skal have fire cifre",
    "WRONG_WEEKDAY": "det er en anden ugedag",
    "YEAR": "årstallet er for langt væk",
}
"""Why a date could not be read, by the names of `danish.dates`' reasons."""

UNKNOWN_IS_ALLOWED = "Ved I det ikke endnu, så skriv »ukendt«."
