"""About how items fit together, and about content: F3 and F4."""

from synlighed.messages.message import Message

WHOLE = {
    "F301": Message(
        "»{value}« findes ikke under {many}.",
        "Ret id'et. Findes punktet ikke endnu, så opret filen data/{to}/{slug}.yml, som håndbogen "
        "viser i »Lav et nyt punkt« (haandbog/nyt-punkt/). På din egen computer: "
        "scripts/new.py {to} {slug}",
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
        "Billeder kan ikke vises i »{key}«.",
        "Beskriv det i ord, eller link til billedet. En nyhed har feltet »picture« til det.",
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
    "F315": Message(
        "Siden »{value}« findes ikke.",
        "Skriv adressen, som den står efter sitets navn i browseren, med skråstreg til sidst.",
    ),
    "F316": Message(
        "Her skal stå præcis ét af felterne {fields}, men {said}.",
        "Der kan kun føre én vej videre herfra.",
    ),
    "F317": Message(
        "Spørgsmålet har ingen svar, så den, der bliver sendt hertil, kommer ikke videre.",
        "Skriv svarene, eller lad være med at sende nogen hertil.",
    ),
    "F318": Message(
        "Svaret fører til endnu et spørgsmål, men så langt inde har man allerede svaret på {most}.",
        "Lad dette svar, eller et af de tidligere, føre direkte til det, læseren har brug for.",
    ),
    "F319": Message(
        "»{value}« står alene i sin gruppe, så det betyder ikke det samme som noget.",
        "Skriv mindst ét ord til i klammen, med komma imellem, eller slet linjen.",
    ),
    "F320": Message(
        "»{value}« er det samme ord som »{other}«, når man søger.",
        "Slet det ene. Søgningen kender selv bøjningerne: »mobil« finder også »mobilen« og "
        "»mobiler«.",
    ),
    "F321": Message(
        "»{value}« står også i gruppen i linje {line} (»{other}«), så søgningen ved ikke, hvad "
        "det betyder.",
        "Et ord kan kun være i én gruppe: Slet det det ene sted. Betyder alle ordene det samme, så "
        "skriv dem i én gruppe.",
    ),
    "F322": Message(
        "»{value}« er for langt til et søgeord: højst {words} ord og {longest} tegn.",
        "Skriv kun det ord eller korte navn, der betyder det samme som de andre, ikke det hele.",
    ),
    "F323": Message(
        "»{value}« har ingen bogstaver.", "Skriv et ord, som læserne søger på, eller slet det."
    ),
    "F401": Message(
        "»{end_key}« ({end}) ligger før »{start_key}« ({start}).", "Byt om, eller ret datoen."
    ),
    "F402": Message("»{key}« ligger i fremtiden: {value}.", "Skriv den dag, det faktisk skete."),
    "F403": Message(
        "Her står noget, der ligner et CPR-nummer.",
        "Slet det. Er det et rigtigt nummer, så ring straks til Servicedesk, for git husker det, "
        "også når linjen er slettet.",
    ),
    "F404": Message(
        "»{key}« ({value}) ligger før det, der står over ({before}).",
        "Skriv det ældste først, eller ret tidspunktet.",
    ),
    "F405": Message(
        "Det er løst, men »ends« (Slutter) mangler, så læserne får stadig at vide, at det står på.",
        "Skriv, hvornår det sluttede, for eksempel:",
    ),
    "F406": Message(
        "Punktet er et eksempel, men sitet er taget i brug (»live: ja« i site.yml).",
        "Skriv det rigtige, og slet linjen »example: ja«. Findes det ikke i virkeligheden, så slet "
        "filen. Er sitet ikke klar endnu, så skriv »live: nej« i site.yml.",
    ),
    "F407": Message(
        "»{value}« er opdigtet, men sitet er taget i brug (»live: ja« i site.yml).",
        "Skriv det rigtige. Findes det ikke, så slet feltet eller sætningen. Er sitet ikke klar "
        "endnu, så skriv »live: nej« i site.yml.",
    ),
    "F408": Message(
        "Her står, at noget er et eksempel, men sitet er taget i brug (»live: ja« i site.yml).",
        "Skriv teksten om, så den passer på det rigtige. Er det stadig et eksempel, så skriv "
        "»live: nej« i site.yml.",
    ),
    "F409": Message(
        "Det slutter ({end}), før det begynder ({start}).",
        "Ret tiden. Slutter det en anden dag end den, det begynder, så skriv også dagen i »ends«.",
    ),
    "F410": Message(
        "»{with_clock}« har et klokkeslæt, men »{without}« har ikke.",
        "Skriv klokkeslæt begge steder. Varer det hele dagen, så skriv kun dagen begge steder.",
    ),
    "F411": Message(
        "Det klokkeslæt findes ikke: {value} bliver sprunget over, når uret stilles frem.",
        "Vælg et andet klokkeslæt. I en række kan dagen også skrives i »exceptions« (Undtagen).",
    ),
    "F412": Message(
        "Fristen for tilmelding ({deadline}) ligger efter, at det er begyndt ({start}).",
        "Ret fristen, eller slet linjen, hvis der ingen frist er.",
    ),
    "F413": Message(
        "Den {value} er ikke en af gangene i rækken.",
        "Skriv den dag, det ellers skulle have været, og ikke den, det er flyttet til. En dag, der "
        "står i »exceptions«, er ikke en del af rækken.",
    ),
    "F414": Message(
        "Arrangementet kommer flere gange, og her står ikke, hvilken af dem ændringen gælder.",
        "Skriv den dag, det ellers skulle have været. Gælder den også alle gange efter, så skriv "
        "også »onwards: ja«.",
    ),
    "F415": Message(
        "Her er valgt en gang i en række ({value}), men arrangementet gentages ikke.",
        "Slet linjen. Skal arrangementet komme igen, så skriv det i »repeats«.",
    ),
    "F416": Message(
        "Rækken falder ikke på den {value}, så dagen kan ikke undtages.",
        "Ret dagen, eller slet den.",
    ),
    "F417": Message(
        "Det er flyttet, men her står samme tid og sted som før.",
        "Skriv den nye tid i »starts« eller »ends«, det nye sted i »place«, det nye link i »url« "
        "eller »online_only: ja«. Er det slet ikke flyttet, så slet ændringen.",
    ),
    "F418": Message(
        "Det er allerede aflyst i en ændring, der står over denne.",
        "Slet ændringen. Bliver det til noget alligevel, så lav et nyt arrangement, for det gamle "
        "står som aflyst i læsernes kalendere.",
    ),
    "F419": Message(
        "Det er aflyst, men her står også »{key}«.",
        "Slet linjen. Er det flyttet og ikke aflyst, så skriv »what: flyttet«.",
    ),
    "F420": Message(
        "Rækken kommer ikke igen: Fra den {first} til den {until} er der {times}.",
        "Ret »until« til den sidste dag, rækken kan nå til. Er det kun én gang, så slet »repeats«.",
    ),
    "F421": Message(
        "Rækken har flere end {most} gange fra den {first} til den {until}.",
        "Se efter, om årstallet er rigtigt. Del rækken i flere arrangementer, hvis det er.",
    ),
    "F422": Message(
        "Rækken er månedens sidste {weekday}, men den {first} er ikke den sidste i sin måned.",
        "Ret »starts« til den sidste {weekday} i måneden, eller skriv »every: måned«.",
    ),
    "F423": Message(
        "Ændringen gælder flere gange, men »{key}« har en dag.",
        "Skriv kun klokkeslættet, for eksempel »kl. 14.00«. Er det andre dage, så skriv en ændring "
        "for hver gang, uden »onwards«.",
    ),
    "F424": Message(
        "Det faste id står også i {other}, så de to er én og samme for dem, der abonnerer.",
        "Lad det stå i den ældste fil. Skriv i den anden: uid: {fresh}",
    ),
    "F425": Message(
        "Billedet »{value}« ligger ikke i mappen data/pictures.",
        "Læg det der, eller ret navnet.",
    ),
    "F426": Message(
        "»{value}« udkommer først den {later}, og det her udkommer den {day}.",
        "Ret den ene dato, eller tag nyheden ud.",
    ),
    "F427": Message(
        "»{key}« er ikke skrevet endnu: her står stadig det, kladden bad om.",
        "Skriv din egen tekst. Er brevet ikke færdigt, så lad »content_status: udkast« stå.",
    ),
    "F428": Message(
        "»{value}« er et udkast, så læserne kan ikke se den.",
        "Tag den ud, eller gør den færdig, og slet dens »content_status: udkast«.",
    ),
    "F429": Message(
        "Filen »{value}« ligger ikke i mappen data/files.",
        "Læg den der, eller ret navnet.",
    ),
    "F430": Message(
        "»{value}« dækker noget af den samme tid som »{before}« over.",
        "Skriv ét tal for hver tid. Er de opgjort to gange, så behold det seneste, og fortæl om "
        "det i »note«.",
    ),
    "F431": Message(
        "Tallet {value} ligger uden for skalaen, som går fra {least} til {most}.",
        "Ret tallet, eller ret »scale«.",
    ),
    "F432": Message(
        "Skalaen går fra {least} til {most}, så der er ikke noget imellem.",
        "Skriv det laveste tal i »least« og det højeste i »most«.",
    ),
    "F433": Message(
        "Tallet {value} er målt, men står efter et tal, der kun er forventet ({before}).",
        "Slet det forventede, når det rigtige tal er kommet, eller skriv »forecast: ja« også her.",
    ),
    "F434": Message(
        "»{key}« mangler ved {value}, så ingen kan se, hvor mange der har svaret.",
        "Skriv antallet af svar, for eksempel:",
    ),
    "F435": Message(
        "Vurderingen er »{value}«, men sidste linje i »moves« siger »{last}«.",
        "Er den flyttet, så tilføj en linje i »moves« med dato og grund. Ellers ret »assessment«.",
    ),
    "F436": Message(
        "Vurderingen var »{value}« i forvejen, så den blev ikke flyttet.",
        "Slet linjen. Dagen, nogen sidst så på den, står i »assessed_on«.",
    ),
    "F437": Message(
        "Her står tal, men ikke, hvor de kommer fra.",
        "Skriv kilden, og hvornår den er fra. Har I selv talt, så skriv, hvem der gjorde. For "
        "eksempel:",
    ),
}
