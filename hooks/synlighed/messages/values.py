"""About single fields: F2."""

from synlighed.messages.message import Message

VALUES = {
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
    "F216": Message("»{value}« er ikke et telefonnummer.", "Skriv det for eksempel »00 00 00 00«."),
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
    "F232": Message(
        "»{value}« er ikke en dag eller et tidspunkt: {why}.",
        "Skriv det for eksempel »6. marts 2027 kl. 13.00«, eller kun dagen, når det er hele dagen.",
    ),
    "F233": Message(
        "»{value}« er ikke et klokkeslæt eller en dag: {why}.",
        "Skriv for eksempel »kl. 15.00«. Er det en anden dag, så skriv den også: »6. marts 2027 "
        "kl. 15.00«.",
    ),
    "F234": Message(
        "»{value}« er ikke et fast id.",
        "Et fast id er 32 tegn fra 0-9 og a-f i fem grupper. Her kan du bruge: {fresh}",
    ),
    "F235": Message(
        "»{value}« kan ikke være navnet på et billede.",
        "Brug små bogstaver, tal og bindestreger, og en af endelserne .png, .jpg, .gif eller "
        ".webp: »vagttelefon.png«.",
    ),
    "F236": Message(
        "»{value}« kan ikke være id for en postliste.",
        "Det skrives som et domæne: små bogstaver, tal og bindestreger, i dele med punktum "
        "imellem: »nyhedsbrev.synlighed.example«.",
    ),
    "F237": Message(
        "»{value}« er ikke et tal.",
        "Skriv for eksempel »9.500«, »87,5« eller »-3«: komma før decimaler, og punktum kun mellem "
        "tusinder.",
    ),
    "F238": Message(
        "»{value}« kan ikke være navnet på en fil, som læserne kan hente.",
        "Brug små bogstaver, tal og bindestreger, og en af endelserne .csv eller .txt: "
        "»tjekliste.csv«. En skabelon til Word eller en anden slags fil lægges et andet sted: "
        "Slet »file«, og skriv adressen i »url«.",
    ),
    "F240": Message(
        "»{value}« er ikke en adresse på sitets egen vært.",
        "Skriv den fra værtens rod, uden værtens navn og uden spørgsmålstegn: »/formularer/svar«.",
    ),
}
