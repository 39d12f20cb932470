"""The addresses of pages that are made of data, but of no single kind or item."""

STATUS = "status/"
APPROVAL = "godkendelse/"
LOST = "mistet-enhed/"
CHECKLIST = "godkendelse/kriterier.csv"
SUBSCRIBE = "abonner/"
TALKS = "oplaeg/"
OPML = "abonner/feeds.opml"
PREVIEW = "forhaandsvisning/"

TITLES = {
    STATUS: "Driftsstatus",
    APPROVAL: "Godkendelse",
    LOST: "Mistet enhed",
    SUBSCRIBE: "Abonnér",
    TALKS: "Bestil et oplæg",
}
"""What the pages among them are called."""


def status_url(page: int) -> str:
    """The address of one page of the status."""
    return STATUS if page == 1 else f"{STATUS}side/{page}/"
