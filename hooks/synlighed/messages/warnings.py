"""Warnings, which stop nothing: A."""

from synlighed.messages.message import Message

WARNINGS = {
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
        "Opret filen data/ambassadors/ambassadoer-{value}.yml, eller på din egen computer: "
        "scripts/new.py ambassadors ambassadoer-{value}",
    ),
    "A506": Message(
        "Forkortelsen »{value}« bliver ikke forklaret.",
        "Skriv ordet ud, eller forklar det i ordlisten: opret filen data/terms/{slug}.yml, eller "
        "på din egen computer: scripts/new.py terms {slug}",
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
    "A511": Message(
        "Ingen svar i Find vej fører til spørgsmålet »{value}«.",
        "Lad et svar føre hertil med »next«, eller slet filen.",
    ),
    "A512": Message(
        "Det er på en helligdag: {when}.",
        "Er det meningen, så lad det stå. Ellers ret tiden; er den allerede meldt ud, så flyt det "
        "med »changes«. I en række kan dagen også skrives i »exceptions« (Undtagen).",
    ),
    "A513": Message(
        "Det begynder {when}, og da er gruppen »{value}« i gang med et andet arrangement: {other}.",
        "Er det meningen, så lad det stå. Ellers ret tiden i den ene fil; er den allerede meldt "
        "ud, så flyt det med »changes«.",
    ),
    "A514": Message(
        "Nyhedsbrevet bringer ikke noget, som læserne ({readers}) kan se.",
        "Tag noget med i »contents«, som de må se, eller lad færre se brevet.",
    ),
    "A515": Message(
        "Rettelsen kan ses af færre end den nyhed, den retter (»{value}«: {readers}).",
        "Lad alle, der læste den forkerte, se rettelsen: visibility: {to}",
    ),
    "A516": Message(
        "Skulle have været gennemgået senest {value}.",
        "Se efter, om alt stadig passer, og ret »last_reviewed« til dagen i dag.",
    ),
    "A517": Message(
        "Yderligere {number} skulle have været gennemgået.",
        "De {shown}, der har ventet længst, er vist. Resten står på siden hos dem, der har ansvar "
        "for dem.",
    ),
}
