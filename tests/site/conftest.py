"""The built site, page by page; and a small project to try commands on."""

from collections.abc import Mapping
from pathlib import Path

import pytest

from tests.site.html import Page, read_page
from tests.site.project import Project, copy_project

SMALL = Path(__file__).parent / "data"


@pytest.fixture(scope="session")
def pages(built_site: Path) -> Mapping[str, Page]:
    """Every page of the built site, by its path."""
    return {
        file.relative_to(built_site).as_posix(): read_page(file)
        for file in sorted(built_site.rglob("*.html"))
    }


@pytest.fixture
def project(tmp_path: Path) -> Project:
    """A copy of the project with the small data folder beside this file."""
    return copy_project(tmp_path / "project", SMALL)
