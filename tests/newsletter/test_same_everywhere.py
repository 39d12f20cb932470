"""An issue says the same, in the same order and with the same links, wherever it is read."""

import json
import re
from collections.abc import Iterator
from functools import cache
from urllib.parse import urljoin
from xml.etree.ElementTree import Element, fromstring

import html5lib
import pytest

from synlighed.site import compile_site
from tests.newsletter.issues import RICH, SETTINGS, html_in, rich, text_in

Told = tuple[str, str, tuple[str, ...]]
"""Of a story its title, its address and its words."""

ROOT = SETTINGS.site_url
PAGE = f"nyhedsbrev/{RICH.id}/"


@cache
def site() -> dict[str, str]:
    """Every page and file of the site, by its address."""
    made = compile_site(rich(), SETTINGS)
    return {page.url: page.body for page in made.pages} | {
        file.uri: file.content.decode(errors="replace") for file in made.files
    }


def words(text: str) -> list[str]:
    return re.findall(r"\w+", text)


def tree(html: str) -> Element:
    found = html5lib.parse(html, namespaceHTMLElements=False)
    assert isinstance(found, Element)
    return found


def stories_in(root: Element, at: str = "") -> Iterator[Told]:
    """The stories below an element: from each heading to the next."""
    title, href, told = "", "", list[str]()
    for element in root.iter():
        if element.tag == "h2":
            if title:
                yield title, href, tuple(told)
            link = element.find("a")
            title = "".join(element.itertext()).strip()
            href = absolute(link.get("href", ""), at) if link is not None else ""
            told = []
        elif title and element.tag in ("p", "li"):
            told += words(words_of(element))
    yield title, href, tuple(told)


def words_of(element: Element) -> str:
    pictures = " ".join(image.get("alt", "") for image in element.iter("img"))
    return pictures + " ".join(element.itertext())


def absolute(href: str, at: str) -> str:
    return urljoin(f"{ROOT}{at}", href)


def of_class(name: str) -> Element:
    """The element of the page that has a class."""
    return next(one for one in tree(site()[PAGE]).iter() if one.get("class") == name)


def entries() -> dict[str, str]:
    """The content of the issue in each feed."""
    rss, atom = (
        fromstring(site()[f"nyhedsbrev/kun-nyhedsbrevet/{name}.xml"].encode())
        for name in ("rss", "atom")
    )
    items = json.loads(site()["nyhedsbrev/feed.json"])["items"]
    encoded = "{http://purl.org/rss/1.0/modules/content/}encoded"
    space = "{http://www.w3.org/2005/Atom}"
    return {
        "rss": rss.findtext(f"channel/item/{encoded}", ""),
        "atom": atom.findtext(f"{space}entry/{space}content", ""),
        "json": next(one["content_html"] for one in items if RICH.uid in one["id"]),
    }


def html_mail() -> str:
    """What stands between the title and the foot."""
    body = html_in(rich()).split("</h1>")[1]
    return body[: body.index("Nyhedsbrevet kommer fra")]


def text_mail() -> Iterator[Told]:
    """Stories have two empty lines before them."""
    body = text_in(rich()).split("\n-- \n")[0]
    for story in body.split("\n\n\n")[1:]:
        title, rest = re.split(r"\n-{3,}\n", story, maxsplit=1)
        href = re.search(r"^https://\S+$", rest, re.MULTILINE)
        told = rest.replace(href[0], "") if href else rest
        yield (
            " ".join(title.split()),
            href[0] if href else "",
            tuple(words(told.replace("[Billede: ", ""))),
        )


@cache
def told_in(place: str) -> list[Told]:
    """The stories as a place tells them."""
    match place:
        case "page":
            return list(stories_in(of_class("sl-issue"), PAGE))
        case "html mail":
            return list(stories_in(tree(html_mail())))
        case "text mail":
            return list(text_mail())
        case feed:
            return list(stories_in(tree(entries()[feed])))


def test_what_is_compared_is_all_that_the_issue_brings() -> None:
    told = told_in("page")
    assert [story[0] for story in told] == [
        "Ring direkte til vagten",
        "Vægten kan låne",
        "Min Plan",
        "FLYTTET: Apps i ambulatoriet",
        "Vidensgruppen, alle sammen",
        "Kladden",
        "Ny server",
        "Spørg den første uge",
        "Planlagt vedligehold",
    ]
    assert all(story[1].startswith(ROOT) for story in told[:-1])
    assert told[0][2][:3] == ("Nyhed", "Haster", "Eksempel")
    assert told[3][2][-4:] == ("Auditoriet", "Odense", "og", "online")
    assert told[8][2][:2] == ("Opdatering", "af") and told[8][2][-3:] == ("kl", "02", "00")


@pytest.mark.parametrize("place", ["rss", "atom", "json", "html mail", "text mail"])
def test_an_issue_is_the_same_in_six_places(place: str) -> None:
    assert told_in(place) == told_in("page")


def without_addresses(text: str) -> str:
    return " ".join(words(re.sub(r"<[^<>]*>|https?://\S+", " ", text)))


@pytest.mark.parametrize("place", ["rss", "atom", "json", "html mail", "text mail"])
def test_its_introduction_is_the_same_too(place: str) -> None:
    intro = of_class("sl-issue__intro")
    links = [absolute(one.get("href", ""), PAGE) for one in intro.iter("a")]
    assert links == [
        f"{ROOT}apps/min-plan/",
        "mailto:hjaelp@maaleriet.example",
        "https://www.dst.dk/",
    ]
    if place == "text mail":
        told = text_in(rich())
        found = re.findall("<([^ <>]+[./@][^ <>]+)>", told)
        links = [link.removeprefix("mailto:") for link in links]
    else:
        content = tree(html_mail() if place == "html mail" else entries()[place])
        told = "".join(content.itertext())
        found = [one.get("href", "") for one in content.iter("a")][: len(links)]
    assert found == links
    assert without_addresses("".join(intro.itertext())) in without_addresses(told)
