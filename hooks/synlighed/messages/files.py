"""About files and YAML: F0 and F1."""

from synlighed.messages.message import Message

FILES = {
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
        "Flyt den til mappen for sin slags: {folders}. Kun »site.yml« og »synonyms.yml« ligger "
        "her.",
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
    "F021": Message(
        "»{name}« er ikke et billede, som sitet kan vise.",
        "Gem billedet som PNG, JPEG, GIF eller WebP med den rigtige endelse (.png, .jpg, .gif, "
        ".webp), hent det igen, hvis det kun er kommet halvt med, eller slet filen.",
    ),
    "F022": Message(
        "Billedet er for stort: {size} kB. Det må højst fylde {limit} kB.",
        "Gør det mindre, for eksempel 1200 punkter bredt, før du lægger det her.",
    ),
    "F023": Message(
        "Billedet er for stort til en telefon: {width} gange {height} punkter.",
        "Gør det mindre. Højst {limit} punkter på hver led; 1200 gange 675 er nok.",
    ),
    "F024": Message(
        "»{name}« fortæller, hvilket kamera det er taget med, og måske hvor.",
        "Tag et skærmbillede af det, og brug det i stedet. I Windows kan du også højreklikke på "
        "filen og vælge Egenskaber, Detaljer, Fjern egenskaber og personlige oplysninger.",
    ),
    "F025": Message(
        "»{name}« gælder hele sitet og hører ikke til i en mappe med punkter.",
        "Flyt filen op, så den ligger ved siden af »{other}«.",
    ),
    "F026": Message(
        "»{name}« kan ikke være navnet på en fil, som læserne kan hente.",
        "Brug små bogstaver a-z, tal og bindestreger, højst 80 tegn, og en af endelserne .csv "
        "eller .txt: »tjekliste.csv«. Ligger filen et andet sted, så skriv adressen i værktøjets "
        "»url«.",
    ),
    "F027": Message(
        "Filen er for stor: {size} kB. Den må højst fylde {limit} kB.",
        "Del den, eller læg den et andet sted, og skriv adressen i værktøjets »url«.",
    ),
    "F028": Message(
        "Her står en formel, »{value}«, som et regneark udfører, når filen bliver åbnet.",
        "Skriv det som tekst: begynd ikke feltet med »=« eller »@«.",
    ),
    "F101": Message(
        "Linjen er rykket ind med tabulator.", "Ryk ind med mellemrum, to for hvert niveau."
    ),
    "F102": Message(
        "Her er anførselstegn fra Word, og de ville blive en del af teksten.",
        'Brug de lige anførselstegn fra tastaturet i stedet: "...". Er der intet kolon i teksten, '
        "kan du også bare slette dem.",
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
}
