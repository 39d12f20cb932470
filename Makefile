# Each target first installs what it needs into .venv: nothing has to be typed before it.

PYTHON := .venv/bin/python

export NO_MKDOCS_2_WARNING := 1
# These speak of the user's other Pythons, not of the one in .venv.
unexport PYTHONHOME PYTHONPATH VIRTUAL_ENV

.DEFAULT_GOAL := help
.NOTPARALLEL:
.PHONY: help site build check test bench install chromium ruff-check ruff-format mypy pytest

help:
	@sed -n 's/^\([a-z]*\):.* ## /  make \1	/p' Makefile

site: install ## bygger sitet og viser det på http://127.0.0.1:8000, også mens du retter
	@$(PYTHON) scripts/site.py

build: install ## bygger sitet i mappen site/
	@$(PYTHON) scripts/build.py

check: install ## kontrollerer data
	@$(PYTHON) scripts/check.py

test: install chromium ## kører alle kontroller og test
	@$(MAKE) --no-print-directory --keep-going ruff-check ruff-format mypy check pytest

bench: install ## måler, hvor hurtigt sitet bygges
	@$(PYTHON) tests/bench/run.py

install:
	@sh scripts/install.sh

chromium: install
	@$(PYTHON) tests/chromium.py

ruff-check: install
	$(PYTHON) -m ruff check

ruff-format: install
	$(PYTHON) -m ruff format --check

mypy: install
	$(PYTHON) -m mypy

pytest: install
	$(PYTHON) -m pytest -n 2 --dist worksteal
