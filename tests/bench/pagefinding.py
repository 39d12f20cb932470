"""Makes the index of Pagefind, in an environment of its own: `pagefinding.py PAGES OUT TOLD`.

Writes the seconds that it takes to `TOLD`.
"""

import asyncio
import sys
from pathlib import Path
from time import perf_counter

from pagefind.index import IndexConfig, PagefindIndex


async def main(pages: str, out: str, told: Path) -> None:
    begun = perf_counter()
    async with PagefindIndex(IndexConfig(output_path=out, force_language="da")) as index:
        # It is written at the end.
        await index.add_directory(pages)
    told.write_text(str(perf_counter() - begun))


if __name__ == "__main__":
    asyncio.run(main(sys.argv[1], sys.argv[2], Path(sys.argv[3])))
