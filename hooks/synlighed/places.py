"""The addresses of pages that are made of data, but of no single kind or item."""

STATUS = "status/"
APPROVAL = "godkendelse/"
LOST = "mistet-enhed/"
CHECKLIST = "godkendelse/kriterier.csv"
SUBSCRIBE = "abonner/"
TALKS = "oplaeg/"
SEARCH = "soeg/"
PRECEDENTS = "findes-det-allerede/"
OVERVIEW = "overblik/"
ROLES = "roller/"
SECTORS = "sektorer/"
AREAS = "omraader/"
CHALLENGES = "udfordringer/"
HANDBOOK = "haandbog/"
ROADMAP = "paa-vej/"
OPML = "abonner/feeds.opml"
PREVIEW = "forhaandsvisning/"
REVIEWING = "haandbog/gennemgang/"
"""Written by hand, where there is a handbook."""

TITLES = {
    STATUS: "Driftsstatus",
    APPROVAL: "Godkendelse",
    LOST: "Mistet enhed",
    SUBSCRIBE: "Abonnér",
    TALKS: "Bestil et oplæg",
    SEARCH: "Søg",
    PRECEDENTS: "Findes det allerede?",
    OVERVIEW: "Overblik",
    ROLES: "Hvem er du?",
    SECTORS: "Kommer du udefra?",
    AREAS: "Indsatsområder",
    CHALLENGES: "Udfordringer",
    ROADMAP: "På vej",
}
"""What the pages among them are called."""

SUMMARIES = {
    STATUS: "Hvad der virker lige nu, hvad der er nede, og hvornår der er planlagt arbejde.",
    APPROVAL: "Sådan får du en app godkendt: trin, krav, og hvem der siger ja.",
    LOST: "Er din telefon eller tablet væk, tabt eller stjålet? Gør sådan, med det samme.",
    SUBSCRIBE: "Få nyt som mail, i en nyhedslæser eller i din kalender.",
    TALKS: "Få en ambassadør ud og fortælle om apps på din afdeling.",
    PRECEDENTS: "Se efter her, før du begynder på noget nyt. Også det, der blev stoppet, er med.",
    OVERVIEW: "Hvad der er, hvad der mangler, og hvad der skal gennemgås, på én side.",
    ROLES: "En side til hver rolle: det, de oftest kommer efter, og det, der er skrevet til dem.",
    SECTORS: "En side til dem uden for regionen, som vi deler patienter og løsninger med.",
    AREAS: "Det strategien satser på, hvad der er gjort på hvert område, og hvad der mangler.",
    CHALLENGES: "Det strategien skal løse: hvad der svarer på hver af dem, og hvad der mangler.",
    ROADMAP: "Hvad der ventes halvår for halvår, hvem der står bag, og hvad der lukker.",
}
"""What the search says of those that it leads to."""

KNOWN_AS = {
    STATUS: ("Status", "Virker det lige nu?", "Drift", "Nedbrud", "Driftsforstyrrelser"),
    APPROVAL: ("Få en app godkendt", "Godkendelse af apps"),
    LOST: ("Mistet telefon", "Min telefon er væk", "Stjålet telefon", "Tabt telefon"),
    SUBSCRIBE: (
        "Tilmeld dig nyhedsbrevet",
        "Afmeld nyhedsbrevet",
        "Nyt på mail",
        "RSS",
        "Atom",
        "OPML",
        "Feed",
    ),
    TALKS: ("Foredrag", "Book et oplæg"),
    PRECEDENTS: ("Findes der en app til det?", "Er det prøvet før?", "Genbrug"),
    OVERVIEW: ("Ledelsesoverblik", "Nøgletal", "Mangler", "Til styregruppen"),
    ROLES: ("Roller", "Min rolle"),
    SECTORS: ("Sektorer", "Eksterne", "Samarbejdspartnere"),
    AREAS: ("Strategiens indsatsområder",),
    CHALLENGES: ("Strategiens udfordringer",),
    ROADMAP: ("Roadmap", "Køreplan", "Fremtidsplaner", "Hvornår kommer", "Hvad lukker", "Udfases"),
}
"""What else readers call them."""


def status_url(page: int) -> str:
    """The address of one page of the status."""
    return STATUS if page == 1 else f"{STATUS}side/{page}/"


def search_url(page: int) -> str:
    """The address of one page of the search, and of all there is from A to Å."""
    return SEARCH if page == 1 else f"{SEARCH}side/{page}/"


def precedents_url(page: int) -> str:
    """The address of one page of what there is already."""
    return PRECEDENTS if page == 1 else f"{PRECEDENTS}side/{page}/"


def gap_url(gap: str, page: int = 1) -> str:
    """The address of the items that have a gap: `overblik/mangler/ambassadoer/`."""
    first = f"{OVERVIEW}mangler/{gap}/"
    return first if page == 1 else f"{first}side/{page}/"


def duties_url(page: int = 1) -> str:
    """The address of all who answer for something: `overblik/ansvarlige/`."""
    first = f"{OVERVIEW}ansvarlige/"
    return first if page == 1 else f"{first}side/{page}/"


def roadmap_url(page: int) -> str:
    """The address of one page of what is on its way."""
    return ROADMAP if page == 1 else f"{ROADMAP}side/{page}/"
