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
        "{what} kan ikke læses: {reason}.",
        "Se efter, om du har lov til at åbne den, og om den stadig findes.",
    ),
    "F002": Message(
        "Filen er ikke gemt som UTF-8, så æ, ø og å kan ikke læses.",
        "I VS Code: Klik på tegnsættet nederst til højre. Vælg »Reopen with Encoding« og "
        "»Western (Windows 1252)«, og derefter »Save with Encoding« og »UTF-8«.",
    ),
    "F003": Message(
        "Filen er gemt som UTF-16.",
        "Gem den igen med tegnsættet UTF-8. I Notesblok hedder det »Kodning«, når du vælger »Gem "
        "som«.",
    ),
    "F004": Message(
        "Filen er for stor: {size} kB. En fil må højst fylde {limit} kB.",
        "En fil rummer ét punkt. Læg lange dokumenter et andet sted, og link til dem.",
    ),
    "F005": Message(
        "Filnavnet ender på »{ending}«. Datafiler skal ende på ».yml«.",
        "Omdøb filen til »{name}«.",
    ),
    "F006": Message(
        "Her må kun ligge datafiler, der ender på ».yml«.", "Flyt eller slet »{name}«."
    ),
    "F007": Message(
        "Mappen »{name}« svarer ikke til nogen slags indhold.", "Omdøb mappen, eller slet den."
    ),
    "F008": Message(
        "»{name}« er en genvej (symbolsk link) til et andet sted.",
        "Læg selve filen eller mappen her i stedet for genvejen.",
    ),
    "F009": Message(
        "Filnavnet »{name}« kan ikke være et id.",
        "Brug kun små bogstaver a-z, tal og enkelte bindestreger, højst 80 tegn. Skriv æ som ae, "
        "ø som oe og å som aa.",
    ),
    "F010": Message(
        "»{name}« er optaget af siden selv og kan ikke være et id.",
        "Vælg et andet id, for eksempel »{name}-1«.",
    ),
    "F011": Message(
        "To filer har samme id: »{name}« og »{other}«.",
        "Behold den rigtige, og slet eller omdøb den anden.",
    ),
    "F012": Message(
        "Filen »site.yml« mangler, og uden den kan siden ikke bygges.",
        "Hent den igen fra git, eller lav en ny. Den giver siden navn, forside og emneord.",
    ),
    "F013": Message(
        "Her ligger en mappe, hvor der kun må ligge filer.",
        "Flyt filerne op i mappen for deres slags, og slet mappen.",
    ),
    "F014": Message(
        "Filen er tom.",
        "Slet filen, og lav punktet med scripts/new.py, som hjælper med at udfylde det.",
    ),
    "F015": Message(
        "Mappen med data, »{name}«, findes ikke.", "Se efter, om navnet er stavet rigtigt."
    ),
    "F016": Message(
        "Filen »{name}« ligger ikke i en mappe.",
        "Flyt den til mappen for sin slags: {folders}. Kun »site.yml« ligger her.",
    ),
    "F017": Message(
        "Filen er ikke en tekstfil, men {what}.",
        "Kopiér teksten over i en ny fil, der er lavet med scripts/new.py.",
    ),
    "F018": Message("»{name}« er ikke en almindelig fil.", "Flyt eller slet den."),
    "F019": Message(
        "»{name}« er en fil, men skal være en mappe med filer.",
        "Slet eller omdøb filen, og hent mappen igen fra git.",
    ),
    "F020": Message(
        "Mappen »{name}« findes ikke, men andre punkter henviser til den {times}.",
        "Hent den igen fra git, hvis den er blevet slettet. Ellers begynd med: scripts/new.py "
        "{name} {value}",
    ),
    "F101": Message(
        "Linjen er rykket ind med tabulator.", "Ryk ind med mellemrum, to for hvert niveau."
    ),
    "F102": Message(
        "Her er anførselstegn fra Word, og de ville blive en del af teksten.",
        'Slet dem, eller brug de lige anførselstegn fra tastaturet: "...".',
    ),
    "F103": Message(
        "Her står et hårdt mellemrum. Det ligner et mellemrum, men bliver læst som en del af "
        "teksten.",
        "Slet det, og skriv det igen med mellemrumstasten. Det kommer ofte med fra Word.",
    ),
    "F104": Message(
        "Der står et kolon mere, end linjen kan have.",
        'Sæt lige anførselstegn om hele teksten: {start} "...".',
    ),
    "F105": Message(
        "Herfra kan filen ikke læses.",
        "Se efter på linjen og på den lige over: Hvert felt står på sin egen linje som »felt: "
        "værdi«, og alle felter på samme niveau er rykket lige langt ind.",
    ),
    "F106": Message(
        "Her åbner »{character}«, men det bliver ikke lukket, hvor det skulle.",
        "Skriv »{closing}« dér, hvor teksten slutter. Er »{character}« en del af teksten, så sæt "
        "{other} om det hele.",
    ),
    "F107": Message(
        "En tekst kan ikke begynde med »{character}« uden anførselstegn om.",
        'Sæt lige anførselstegn om hele teksten: "...".',
    ),
    "F108": Message(
        "Der er for mange lag inde i hinanden: flere end {limit}.",
        "Se efter, om der er kommet for mange parenteser eller bindestreger med.",
    ),
    "F109": Message(
        "»&« og »*« først i en værdi betyder noget særligt og bruges ikke her.",
        "Sæt lige anførselstegn om værdien, eller skriv den helt ud.",
    ),
    "F110": Message(
        "»!« først i en værdi betyder noget særligt og bruges ikke her.",
        "Slet mærket »{tag}«, eller sæt lige anførselstegn om værdien.",
    ),
    "F111": Message(
        "Linjen »{mark}« deler filen i to, men en fil rummer kun ét punkt.",
        "Flyt det andet punkt til sin egen fil, og slet linjen »{mark}«.",
    ),
    "F112": Message(
        "Filen skal bestå af felter, men her er {found}.",
        "Begynd hver linje med feltets navn og et kolon: »title: ...«.",
    ),
    "F113": Message(
        "Feltet »{key}« står to gange; første gang i linje {first}.",
        "Slet det ene. Har feltet flere værdier, skrives de som en liste med bindestreger.",
    ),
    "F114": Message("Foran kolonet skal stå navnet på et felt.", "Skriv linjen som »felt: værdi«."),
    "F115": Message(
        "Her står et tegn, der ikke kan ses: {name}.",
        "Slet det. Kan du ikke ramme det, så slet ordet, og skriv det igen.",
    ),
    "F116": Message(
        "Der mangler et mellemrum efter kolonet.", "Skriv »{key}: ...« med mellemrum efter kolonet."
    ),
    "F117": Message(
        "Linjen hører ikke til noget felt.",
        "Er den et nyt felt, så skriv den som »felt: værdi«. Fortsætter den teksten over, så ryk "
        "den to mellemrum ind. Er den et punkt i en liste, så begynd den med »- «.",
    ),
    "F118": Message(
        "Linjen er rykket {has} mellemrum ind, og det passer ikke med de andre linjer.",
        "Det, der hører sammen, begynder lige under hinanden. Her skulle der nok være {should} "
        "mellemrum først på linjen.",
    ),
    "F119": Message(
        "Teksten slutter ved anførselstegnet, men der står mere efter det.",
        "Brug en anden slags anførselstegn inde i teksten, for eksempel »...«, og kun "
        "{character} først og sidst.",
    ),
    "F120": Message(
        "Efter »{character}« må der ikke stå mere på linjen.",
        "Begynd teksten på næste linje, rykket to mellemrum ind. Er »{character}« en del af "
        "teksten, så sæt lige anførselstegn om det hele.",
    ),
    "F121": Message(
        "Linjen er en del af teksten under »{key}« i linje {first}, men er ikke rykket langt nok "
        "ind.",
        "Ryk den lige så langt ind som de andre linjer i teksten: {indent} mellemrum.",
    ),
    "F122": Message(
        "Der mangler et mellemrum efter bindestregen.",
        "Skriv »- ...« med mellemrum efter bindestregen. Er bindestregen en del af teksten, så "
        "sæt lige anførselstegn om den.",
    ),
    "F123": Message(
        "»\\« betyder noget særligt mellem dobbelte anførselstegn.",
        "Brug enkelte anførselstegn i stedet: '...'.",
    ),
    "F124": Message(
        "Filen rummer to udgaver, som git ikke kunne flette sammen.",
        "Vælg den rigtige udgave af linjerne, og slet de andre sammen med linjerne »<<<<<<<«, "
        "»=======« og »>>>>>>>«.",
    ),
    "F125": Message(
        "Her er et bogstav gået tabt, da filen blev gemt: »�«.", "Skriv det rigtige bogstav."
    ),
    "F126": Message(
        "Linjen er rykket længere ind end den over og bliver læst som en del af dens tekst.",
        "Er den et felt eller et punkt i en liste, så ryk den ud under de andre. Fortsætter den "
        "teksten, så sæt lige anførselstegn om hele teksten.",
    ),
    "F127": Message(
        "En liste kan ikke begynde på samme linje som feltets navn.",
        "Skriv hvert punkt på sin egen linje, med bindestreg og mellemrum foran. Er bindestregen "
        "en del af teksten, så sæt lige anførselstegn om det hele.",
    ),
    "F128": Message(
        "Der er flere fejl i filen end de {shown}, der er vist.",
        "Ret dem, der er vist, og kør kontrollen igen.",
    ),
    "F201": Message("Der mangler {fields}.", "{unknown} Tilføj for eksempel:"),
    "F202": Message("Feltet »{key}« findes ikke her.", "Ret navnet, eller slet feltet."),
    "F203": Message(
        "»{key}« skal være {expected}, men her er {found}.", "Skriv for eksempel »{example}«."
    ),
    "F204": Message("»{value}« kan ikke bruges i »{key}« ({label})."),
    "F205": Message(
        "Teksten i »{key}« er for kort: {length} tegn, og der skal være mindst {shortest}.",
        "{help}",
    ),
    "F206": Message(
        "Teksten i »{key}« er for lang: {length} tegn, og der må højst være {longest}.",
        "Gør teksten kortere, eller flyt noget af den til et andet felt.",
    ),
    "F207": Message(
        "Teksten i »{key}« skal stå på én linje.",
        "Skriv det hele efter »{key}:« på samme linje.",
    ),
    "F208": Message(
        "»{value}« er ikke et helt tal.", "Skriv tallet med cifre og uden komma, for eksempel 12."
    ),
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
        "Skriv den for eksempel »apps@enhed.example«.",
    ),
    "F216": Message("»{value}« er ikke et telefonnummer.", "Skriv det for eksempel »70 00 00 00«."),
    "F217": Message(
        "»{value}« kan ikke være et id.",
        "Brug kun små bogstaver a-z, tal og enkelte bindestreger, højst 80 tegn.",
    ),
    "F218": Message(
        "Teksten i »{key}« har for mange lag af indryk, lister eller citater.",
        "Brug højst et par niveauer.",
    ),
    "F219": Message(
        "»{value}« er ikke et app-id.", "Et app-id har dele med punktum imellem: »dk.digst.hc«."
    ),
    "F220": Message("Her mangler værdien til »{key}«.", "Skriv en værdi, eller slet linjen."),
    "F223": Message("Listen »{key}« er tom.", "Skriv mindst én værdi, eller slet feltet."),
    "F224": Message("Når {condition}, skal {fields} udfyldes.", "{unknown} Tilføj for eksempel:"),
    "F225": Message(
        "Et punkts id er filens navn og skrives ikke i filen.",
        "Slet linjen. Vil du ændre id'et, så omdøb filen, og skriv det gamle i »former_ids«.",
    ),
    "F226": Message(
        "Kolonet har gjort teksten i »{key}« til et felt.",
        "Sæt lige anførselstegn om hele teksten: {example}",
    ),
    "F227": Message(
        "»{value}« er ikke et tidspunkt: {why}.",
        "Skriv det for eksempel »23. november 2026 kl. 13.00«.",
    ),
    "F228": Message("Mindst ét af felterne {fields} skal udfyldes.", "Tilføj for eksempel:"),
    "F229": Message(
        "»{value}« kan ikke være navnet på en metrik eller etiket i Prometheus.",
        "Brug bogstaver, tal og understreg, for eksempel »probe_success« eller »app«.",
    ),
    "F230": Message(
        "»{value}« er ikke et nummer.",
        "Et nummer er to til fire store bogstaver, en bindestreg og tal: »AK-04« eller »RL-03.1«.",
    ),
    "F231": Message(
        "»{value}« er ikke adressen på en side her på sitet.",
        "Skriv den fra sitets rod og med skråstreg til sidst: »mistet-enhed/«.",
    ),
    "F301": Message(
        "»{value}« findes ikke under {many}.",
        "Ret id'et. Findes punktet ikke endnu, så opret det med: scripts/new.py {to} {slug}",
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
        "Skriv »slags/id«, for eksempel »apps/en-app«, eller en hel adresse med https://.",
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
    "F311": Message(
        "Ikonet »{value}« findes ikke.",
        "Skriv for eksempel »material/magnify«. Alle navne står på "
        "https://pictogrammers.com/library/mdi/",
    ),
    "F312": Message(
        "»{key}« har for mange kantede parenteser: {count}, og der må højst være {most}.",
        "Del teksten, eller flyt links til »sources«.",
    ),
    "F313": Message(
        "Punktet er »{visibility}«, men »{key}« fører til »{value}«, som kun er »{narrow}«.",
        "Ret »visibility« i {other}, eller gør også dette punkt »{narrow}«.",
    ),
    "F314": Message(
        "Punktet er »{visibility}«, men intet af det, der står i {fields}, må ses af så mange.",
        "Skriv mindst ét, som de også må se, eller ret »visibility« her.",
    ),
    "F401": Message(
        "»{end_key}« ({end}) ligger før »{start_key}« ({start}).", "Byt om, eller ret datoen."
    ),
    "F402": Message("»{key}« ligger i fremtiden: {value}.", "Skriv den dag, det faktisk skete."),
    "F403": Message(
        "Her står noget, der ligner et CPR-nummer.",
        "Slet det straks. Er det et rigtigt nummer, så sig det til Informationssikkerhed, for "
        "git husker det, også når linjen er slettet.",
    ),
    "F404": Message(
        "»{key}« ({value}) ligger før det, der står over ({before}).",
        "Skriv det ældste først, eller ret tidspunktet.",
    ),
    "F405": Message(
        "Det er løst, men »ends« (Slutter) mangler, så læserne får stadig at vide, at det står på.",
        "Skriv, hvornår det sluttede, for eksempel:",
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
    "A509": Message(
        "Resten af linjen fra »#« kommer ikke med på siden.",
        "Er det en del af teksten, så sæt lige anførselstegn om det hele. Er det en bemærkning, "
        "så skriv den på sin egen linje: »# ...«.",
    ),
    "A510": Message("Der er flere advarsler i filen end de {shown}, der er vist."),
}
