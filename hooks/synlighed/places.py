"""The addresses of pages that are made of data, but of no single kind or item."""

STATUS = "status/"
APPROVAL = "godkendelse/"
LOST = "mistet-enhed/"
CHECKLIST = "godkendelse/kriterier.csv"
SUBSCRIBE = "abonner/"
TALKS = "oplaeg/"
PRECEDENTS = "findes-det-allerede/"
OPML = "abonner/feeds.opml"
PREVIEW = "forhaandsvisning/"

TITLES = {
    STATUS: "Driftsstatus",
    APPROVAL: "Godkendelse",
    LOST: "Mistet enhed",
    SUBSCRIBE: "Abonnér",
    TALKS: "Bestil et oplæg",
    PRECEDENTS: "Findes det allerede?",
}
"""What the pages among them are called."""

SUMMARIES = {
    STATUS: "Hvad der virker lige nu, hvad der er nede, og hvornår der er planlagt arbejde.",
    APPROVAL: "Sådan får du en app godkendt: trin, krav, og hvem der siger ja.",
    LOST: "Er din telefon eller tablet væk, tabt eller stjålet? Gør sådan, med det samme.",
    SUBSCRIBE: "Få nyt som mail, i en nyhedslæser eller i din kalender.",
    TALKS: "Få en ambassadør ud og fortælle om apps på din afdeling.",
    PRECEDENTS: "Se efter her, før du begynder på noget nyt. Også det, der blev stoppet, er med.",
}
"""What the search says of them."""


def status_url(page: int) -> str:
    """The address of one page of the status."""
    return STATUS if page == 1 else f"{STATUS}side/{page}/"


def precedents_url(page: int) -> str:
    """The address of one page of what there is already."""
    return PRECEDENTS if page == 1 else f"{PRECEDENTS}side/{page}/"
