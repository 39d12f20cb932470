"""A preview without its server: builds into a folder each time it is told to, in one process.

Run as `python -m tests.site.rebuilding FOLDER`, in a checkout; answers each line with a word.
"""

import sys

from mkdocs.commands.build import build
from mkdocs.config import load_config


def main(folder: str) -> None:
    begun = False
    for _ in sys.stdin:
        try:
            config = load_config("mkdocs.yml", site_dir=folder)
            if not begun:
                config.plugins.on_startup(command="serve", dirty=True)
            begun = True
            build(config, serve_url=config.site_url, dirty=True)
            print("built", flush=True)
        except Exception as error:
            print(f"failed: {type(error).__name__}", flush=True)


if __name__ == "__main__":
    main(sys.argv[1])
