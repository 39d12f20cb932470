"""Makes the index of Pagefind, in an environment of its own: `pagefinding.py DOCUMENTS OUT TOLD`.

Writes the seconds that it takes to `TOLD`. Each document is a page with a heading and a text, which
Pagefind weighs as it comes.
"""

import asyncio
import json
import sys
from html import escape
from pathlib import Path
from time import perf_counter

from pagefind.index import IndexConfig, PagefindIndex

PAGE = "<html lang=da><title>{0}</title><body><main><h1>{0}</h1>\n<p>{1}</p></main>"


async def main(documents: Path, out: Path, told: Path) -> None:
    pages = json.loads(documents.read_text(encoding="utf-8"))
    begun = perf_counter()
    async with PagefindIndex(IndexConfig(output_path=str(out), force_language="da")) as index:
        for page in pages:
            content = PAGE.format(escape(page["title"]), escape(page["text"]))
            await index.add_html_file(content=content, url=f"/{page['url']}")
        await index.write_files()
    told.write_text(str(perf_counter() - begun))


if __name__ == "__main__":
    asyncio.run(main(*map(Path, sys.argv[1:])))
