"""The pictures of the data, as files; none that only hidden items show."""

from collections.abc import Iterator

from synlighed.addresses import pictures_of
from synlighed.catalogue import Catalogue
from synlighed.sitepage import SiteFile
from synlighed.urls import picture_url


def picture_files(catalogue: Catalogue) -> Iterator[SiteFile]:
    """Each picture that some item shows."""
    for picture in pictures_of(catalogue):
        yield SiteFile(picture_url(picture), picture.content)
