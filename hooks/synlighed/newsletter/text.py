"""The text of a mail, put together of what an issue says, as Danes write mails by hand.

Nothing is converted but the introduction, which an editor wrote with links and lists in it.
"""

import textwrap
from collections.abc import Iterator

from synlighed.feeds.plain import WIDTH, plain_text
from synlighed.feeds.texts import line
from synlighed.newsletter.letter import Letter
from synlighed.pages.issue import Issue, ShownStory, ShownWork

MADE_UP = "Dette er et eksempel. Det er opdigtet for at vise, hvad websitet kan."
WORK = "Planlagt vedligehold"
# What mail programs leave out of an answer begins with this (RFC 3676, section 4.3).
_SIGNATURE = "-- "


def text_of(letter: Letter) -> str:
    """The letter as plain text: lines of 72 characters, but for addresses, which stay whole."""
    blocks = [*_beginning(letter), *_stories(letter.issue), *_ending(letter)]
    return "\n\n".join(blocks) + "\n"


def _beginning(letter: Letter) -> Iterator[str]:
    newsletter = letter.newsletter
    yield _wrapped(f"{letter.site}: {letter.heading}")
    yield _underlined(newsletter.title, "=")
    if newsletter.example:
        yield MADE_UP
    yield _wrapped(newsletter.summary)
    if intro := plain_text(letter.issue.intro):
        yield intro


def _stories(issue: Issue) -> Iterator[str]:
    for story in issue.stories:
        yield _story(story)
    if issue.works:
        works = "\n".join(map(_work, issue.works))
        yield f"\n{_underlined(WORK, '-')}\n\n{works}"


def _story(story: ShownStory) -> str:
    marks = [story.label]
    marks += ["Haster"] if story.is_urgent else []
    marks += ["Eksempel"] if story.is_example else []
    blocks = (
        f"{_underlined(story.title, '-')}\n{' · '.join(marks)}",
        _wrapped(f"[Billede: {story.picture.alt}]") if story.picture else "",
        _wrapped(story.text),
        "\n".join(map(_wrapped, story.facts)),
        story.href,
    )
    return "\n" + "\n\n".join(filter(None, blocks))


def _work(work: ShownWork) -> str:
    return _wrapped(f"{work.title}: {work.when}", "- ")


def _ending(letter: Letter) -> Iterator[str]:
    lines = [f"Nyhedsbrevet kommer fra {letter.site}, {letter.organisation}."]
    if letter.mailbox:
        lines += [f"Spørgsmål besvares af {letter.contact}:", letter.mailbox]
    if letter.unsubscribe:
        lines += ["Vil du ikke have det mere, så skriv til:", letter.unsubscribe]
    lines += ["Se det i browseren:", letter.issue.href]
    yield "\n".join((_SIGNATURE, *map(_wrapped, lines)))


def _underlined(title: str, sign: str) -> str:
    heading = _wrapped(title)
    return f"{heading}\n{sign * max(map(len, heading.splitlines() or ['']))}"


def _wrapped(text: str, mark: str = "") -> str:
    """A text in lines, the first behind a mark; no word and no address is broken."""
    wrapped = textwrap.wrap(
        line(text),
        WIDTH,
        initial_indent=mark,
        subsequent_indent=" " * len(mark),
        break_long_words=False,
        break_on_hyphens=False,
    )
    return "\n".join(wrapped)
