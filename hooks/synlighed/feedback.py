"""The ways a reader answers a page: links that send nothing before the reader does.

A link begins a mail (RFC 6068), or leads to a form on the site's own host. The subject is what an
answer is known by when it comes, so it is of ASCII alone and none of it is lost on the way.
"""

from dataclasses import dataclass
from urllib.parse import quote

from synlighed.model.site import Feedback

WRONG = "Fejl på siden"
HELPED = "Siden hjalp mig"
DID_NOT_HELP = "Siden hjalp mig ikke"
GONE = "Siden findes ikke"

LONGEST_TITLE = 400
"""Characters of a title as it stands in a link; some mail programs take no link over 2,000."""


@dataclass(frozen=True)
class Ways:
    """Where each answer leads."""

    wrong: str
    helped: str
    did_not_help: str


def ways_to_answer(feedback: Feedback, title: str, address: str, mailbox: str = "") -> Ways:
    """The links of one page.

    Args:
        feedback: Where answers go.
        title: What the page is called.
        address: Where it is published.
        mailbox: Where a mistake on it is told instead, when somebody answers for the page.
    """
    title = _bounded(" ".join(title.split()))
    about = f"Side: {title}\r\nAdresse: {address}"
    if feedback.form:
        return Ways(
            *(
                f"{feedback.form}?svar={answer}&titel={quote(title)}&side={quote(address)}"
                for answer in ("fejl", "ja", "nej")
            )
        )
    own = str(feedback.mailbox)
    return Ways(
        wrong=_mail(mailbox or own, f"{WRONG}: {title}", f"Hvad er forkert?\r\n\r\n\r\n{about}"),
        helped=_mail(own, f"{HELPED}: {title}", about),
        did_not_help=_mail(
            own, f"{DID_NOT_HELP}: {title}", f"Hvad manglede du?\r\n\r\n\r\n{about}"
        ),
    )


def way_to_tell(feedback: Feedback) -> str:
    """Where a page that is not there is told of; the address that was asked for goes at the end.

    A browser adds it, since one page is answered for all of them.
    """
    if feedback.form:
        return f"{feedback.form}?svar=fejl&titel={quote(GONE)}&side="
    about = "Hvad ledte du efter, og hvor stod linket?\r\n\r\n\r\nAdresse: "
    return _mail(str(feedback.mailbox), f"{WRONG}: {GONE}", about)


def _mail(mailbox: str, subject: str, body: str) -> str:
    # Of its own signs, only `+` has a meaning to programs that take a link for a form (2, item 5).
    to = quote(mailbox, safe="@")
    return f"mailto:{to}?subject={quote(subject, safe='')}&body={quote(body, safe='')}"


def _bounded(title: str) -> str:
    """As much of a title as there is room for, to a whole word where it has any."""
    if len(quote(title, safe="")) <= LONGEST_TITLE:
        return title
    while len(quote(title, safe="")) > LONGEST_TITLE:
        title = title[:-1]
    return f"{title.rpartition(' ')[0] or title} …"
