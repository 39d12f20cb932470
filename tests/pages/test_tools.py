"""Tools: the site serves their files, and only those of tools that its readers may see."""

from synlighed.catalogue import Catalogue
from synlighed.downloads import Download
from synlighed.edition import narrow
from synlighed.model import discover
from synlighed.model.tools import Tool
from synlighed.site import Site, compile_site
from synlighed.visibility import Edition
from tests.export.sample import site
from tests.pages.builder import SETTINGS, page_of
from tests.pages.numbers import tool
from tests.pages.test_pages import is_sound

CONTENT = "\ufeffPunkt;Gjort\r\nPrøvet;\r\n".encode()


def catalogue_with(*tools: Tool) -> Catalogue:
    files = {one.file: Download(one.file, CONTENT) for one in tools if one.file}
    given = site().model_copy(update={"doors": ()})
    return Catalogue(discover(), given, tools, downloads=files)


def compiled(*tools: Tool, edition: Edition = Edition.INTERNAL) -> Site:
    return compile_site(narrow(catalogue_with(*tools), edition, None), SETTINGS)


def test_a_file_is_served_byte_for_byte_under_its_own_name() -> None:
    made = compiled(tool())
    is_sound(made)
    [file] = [file for file in made.files if file.uri.startswith("filer/")]
    assert (file.uri, file.content) == ("filer/liste.csv", CONTENT)
    body = page_of(made, "vaerktoejer/liste/").body
    assert 'href="../../filer/liste.csv" download' in body
    assert "(CSV, 1 kB)" in body


def test_two_tools_may_lead_to_one_file() -> None:
    made = compiled(tool(), tool("en-anden"))
    assert [file.uri for file in made.files].count("filer/liste.csv") == 1


def test_a_tool_may_be_somewhere_else() -> None:
    made = compiled(tool(file=None, url="https://www.example.org/vaerktoej"))
    body = page_of(made, "vaerktoejer/liste/").body
    assert 'href="https://www.example.org/vaerktoej" rel="noreferrer"' in body
    assert not [file for file in made.files if file.uri.startswith("filer/")]


def test_those_outside_get_no_file_that_only_hidden_tools_lead_to() -> None:
    shown = tool("ude", file="ude.txt", visibility="offentlig")
    made = compiled(shown, tool("inde", file="inde.csv"), edition=Edition.PUBLIC)
    assert [file.uri for file in made.files if file.uri.startswith("filer/")] == ["filer/ude.txt"]
