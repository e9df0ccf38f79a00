# Every target does its own set-up; `make` alone builds the site.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
N ?= 300 1000 3000 10000

export NO_MKDOCS_2_WARNING := 1
export DISABLE_MKDOCS_2_WARNING := true
export PIP_DISABLE_PIP_VERSION_CHECK := 1

FONTS := @expo-google-fonts/source-serif-4@0.4.1 @expo-google-fonts/source-sans-3@0.4.1

CLDR := cldr-misc-full@48.2.0

.PHONY: site docs pictures serve check test quick lint format words cldr bench fonts vscode clean

site: $(VENV)/.core
	$(BIN)/mkdocs build --strict
	@echo "The site is in site/: $$(find site -name '*.html' | wc -l) pages. To look at it: make serve"

# The documentation, into docs/site/; the workflow that publishes puts it below /docs/ of the site.
docs: $(VENV)/.core
	$(BIN)/spotbrief build --strict --config docs/mkdocs.yml

# What the pages of the documentation and of the README show; with Chromium.
pictures: $(VENV)/.test
	$(BIN)/python -m tests.docs.pictures

serve: $(VENV)/.core
	$(BIN)/mkdocs serve --livereload

check: $(VENV)/.core
	$(BIN)/spotbrief check

test: $(VENV)/.test
	$(BIN)/python -m pytest -n auto --dist loadgroup

# No browser, no Java, no build: tests/test_quick.py holds that these folders need none.
QUICK := tests/model tests/reading tests/corpus tests/checks tests/views tests/test_architecture.py tests/test_quick.py tests/test_seams.py

quick: $(VENV)/.test
	$(BIN)/python -m pytest -n auto $(QUICK)

lint: $(VENV)/.lint
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy

# What ruff cannot mend stops nothing here: lint says it again. Phrases that wait for a translation come last.
format: $(VENV)/.lint
	-$(BIN)/ruff check --fix .
	$(BIN)/ruff format .
	$(BIN)/spotbrief schema --write .vscode/schemas
	$(BIN)/python -m tests.themes
	$(BIN)/python -m tests.fields.matrix
	$(BIN)/python -m tests.docs.rules
	$(BIN)/python -m tests.words.catalogues

# Brings the list of phrases and every catalogue up to date with what the program says.
words: $(VENV)/.test
	$(BIN)/python -m tests.words.catalogues

# What Unicode says about languages: dates, numbers, lists, alphabets, cities.
cldr: $(VENV)/.test
	set -e; work=$$(mktemp -d); cd $$work; npm pack --silent $(CLDR); tar xzf cldr-misc-full-*.tgz; \
	cd $(CURDIR); $(BIN)/python -m tests.words.cldr $$work/package; rm -r $$work

bench: $(VENV)/.bench
	$(BIN)/python -m tests.bench.run $(N)

fonts: $(VENV)/.fonts
	set -e; work=$$(mktemp -d); cd $$work; npm pack --silent $(FONTS); \
	for family in source-serif-4 source-sans-3; do mkdir $$family; tar xzf expo-google-fonts-$$family-*.tgz -C $$family; done; \
	cd $(CURDIR); $(BIN)/python -m tests.fonts.make $$work templates/assets/fonts; rm -r $$work

# The extension of VS Code, with npm for the client that it starts the server with; code --install-extension takes the file.
vscode: $(BIN)/python
	set -e; work=$$(mktemp -d); cp -R editors/vscode/. $$work; \
	(cd $$work && npm install --silent --omit=dev --ignore-scripts --no-package-lock --no-audit --no-fund); \
	$(BIN)/python -m tests.language_server.vsix $$work spotbrief-vscode.vsix; rm -r $$work

clean:
	rm -rf site docs/site .cache $(VENV)

$(BIN)/python:
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --upgrade "pip>=25.1"

$(VENV)/.core: $(BIN)/python pyproject.toml
	$(BIN)/python -m pip install --quiet --editable ".[cards,material,ukrainian]"
	@touch $@

$(VENV)/.test: $(VENV)/.core
	$(BIN)/python -m pip install --quiet --group test
	@touch $@

$(VENV)/.lint: $(VENV)/.test
	$(BIN)/python -m pip install --quiet --group lint
	@touch $@

$(VENV)/.bench: $(VENV)/.core
	$(BIN)/python -m pip install --quiet --group bench
	@touch $@

$(VENV)/.fonts: $(VENV)/.core
	$(BIN)/python -m pip install --quiet --group fonts
	@touch $@
