# Every task of the guide. `make help` lists them.
SHELL := /bin/sh
PYTHON ?= python3
PORT ?= 8000
# Where the site is built; mkdocs.yml reads the same name.
SITE_DIR ?= site
export SITE_DIR
VENV := .venv
BIN := $(VENV)/bin
LOCKED := $(VENV)/.locked
STAMP := $(VENV)/.installed
TOOLS := node_modules/.installed
LYCHEE := .cache/lychee/.installed
AUDIT := .cache/audit/.installed
GUIDE := $(BIN)/guide
# The whole test run in one process more than the machine has cores, as browser tests wait now and then, at most four
# (each has a browser of its own); a file's tests stay together, as they share what the file builds, and the files
# begin in the order that tests/conftest.py says. On one core: SIDE_BY_SIDE= make test
SIDE_BY_SIDE ?= --numprocesses auto --maxprocesses 4 --dist loadfile --no-loadscope-reorder
# npm and its node: those on the path where they are new enough, else those of the environment.
NPM = node=$$($(BIN)/python -m guide.tools.node) && PATH="$$node:$$PATH" npm

.DEFAULT_GOAL := help
.PHONY: help serve build check valid audit sbom translated uses test unit lint release pdf lms sweep build-zensical check-external bench bench-lighthouse bench-page bench-peers bench-serve bench-search spell readability lock clean

help: ## Show this list
	@grep -hE '^[a-z-]+:.*## ' $(MAKEFILE_LIST) | sed 's/:[^#]*## /\t/' | sort | awk -F '\t' '{ printf "  make %-16s %s\n", $$1, $$2 }'

# Nothing is put into an environment that other folders use: making this one anew would empty theirs.
OWN = test ! -L $(VENV) || { echo "$(VENV) is a link to $$(readlink $(VENV)), which may be another folder's environment. Remove the link (rm $(VENV)) and run make again: it makes one of this folder's own." >&2; exit 2; }

# The environment is made once and again whenever the lock file changes.
$(LOCKED): requirements.txt
	@$(OWN)
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { echo "Tillitsguiden needs Python 3.11 or later; set PYTHON=… to one." >&2; exit 2; }
	@echo "Installing the pinned dependencies into $(VENV) (once) …"
	@$(PYTHON) -m venv --clear $(VENV)
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements.txt
	@touch $@

# The project itself, in place: with the lock file's setuptools, so that nothing more is fetched.
$(STAMP): $(LOCKED) pyproject.toml
	@$(OWN)
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation --editable .
	@touch $@

# The tools that check the browser scripts, once and again whenever their lock file changes. Only tests and
# style need them: the scripts are put together by Python.
$(TOOLS): package.json package-lock.json $(STAMP)
	@echo "Installing the pinned tools for the browser scripts into node_modules (once) …"
	@$(NPM) ci --no-audit --no-fund --silent || { echo "npm could not install them. Does it reach its registry? Another one is named by npm_config_registry=https://… make test" >&2; exit 2; }
	@touch $@

serve: $(STAMP) ## Build, check and serve the guide on localhost, with live reload (PORT=8000)
	@$(GUIDE) serve --port $(PORT)

build: $(STAMP) ## Build and check the guide into site/ (SITE_DIR); a broken guide leaves it as it was
	@$(GUIDE) build

check: $(STAMP) ## Check the sources (and the built site if it is there), without building
	@$(GUIDE) check $(if $(wildcard $(SITE_DIR)/index.html),--site $(SITE_DIR))

valid: $(STAMP) $(TOOLS) ## Ask the Nu HTML checker about every page and style sheet of site/ (needs Java)
	@$(BIN)/python -m guide.tools.validator $(SITE_DIR)

translated: $(STAMP) ## Mark a page as saying the same in both languages (PAGE=steps/leadership.md)
	@$(GUIDE) mark-translated $(or $(PAGE),$(error say which page: make translated PAGE=steps/leadership.md))

uses: $(STAMP) ## Print every sentence that leans on a claim (CLAIM=key or CLAIM=key#claim)
	@$(GUIDE) uses $(or $(CLAIM),$(error say which: make uses CLAIM=sou-2018-38))

test: lint ## Run every test: style, types, units, the built site, browser
	@$(BIN)/python -m guide.tools.browser --install
	@$(NPM) test --silent
	@$(BIN)/python -m pytest $(SIDE_BY_SIDE)

unit: $(STAMP) $(TOOLS) ## Run the unit tests only: no browser, no whole build
	@$(NPM) test --silent
	@$(BIN)/python -m pytest --ignore=tests/integration

lint: $(STAMP) $(TOOLS) ## Look at style, form and types only
	@$(BIN)/python -m ruff check scripts tests
	@$(BIN)/python -m ruff format --check --quiet scripts tests || { echo "Not in form: run $(BIN)/ruff format scripts tests" >&2; exit 1; }
	@$(BIN)/python -m mypy
	@$(NPM) run --silent lint

release: $(STAMP) ## Build, print the PDFs, add what is published to the ledger of addresses, and pack site.zip
	@$(GUIDE) address >/dev/null
	@$(MAKE) --no-print-directory build
	@$(MAKE) --no-print-directory pdf
	@$(GUIDE) release
	@$(MAKE) --no-print-directory sbom || echo "The lists of parts were not made; everything else is." >&2

pdf: $(STAMP) ## Print the handouts, kits, learning paths and the whole guide of site/ as PDF
	@$(BIN)/python -m guide.tools.browser --install
	@$(GUIDE) pdf

sweep: $(STAMP) ## Look at every page of site/ with axe, in two widths and both schemes, and at 320 px (ONLY=en/steps/)
	@$(BIN)/python -m guide.tools.browser --install
	@$(BIN)/python scripts/sweep.py --site $(SITE_DIR) $(if $(ONLY),--only "$(ONLY)")

build-zensical: $(STAMP) ## Build the guide with Zensical on trial (fetched once, into .cache/zensical) and compare it with site/
	@$(BIN)/python scripts/build_zensical.py --site $(SITE_DIR)

# Moodle's source is handed in; without it the command says how to get it. Pictures: LMS_PICTURES=folder.
lms: $(STAMP) ## Try the packages of site/ in a real Moodle (MOODLE=folder of its source; never part of a test)
	@$(BIN)/python -m guide.tools.browser --install
	@$(BIN)/python -m lms --moodle "$(or $(MOODLE),moodle)" $(if $(LMS_PICTURES),--pictures "$(LMS_PICTURES)")

# lychee is too heavy for every build: it has an environment of its own, made at the first use.
$(LYCHEE): requirements-external.txt
	@command -v lychee >/dev/null || { $(PYTHON) -m venv --clear $(@D) && $(@D)/bin/python -m pip install --quiet --disable-pip-version-check --require-hashes -r $<; }
	@mkdir -p $(@D) && touch $@

check-external: $(STAMP) $(LYCHEE) ## Look whether every external link answers (asks other hosts; never part of a build)
	@$(GUIDE) check-external

# pip-audit and the writer of lists of parts have an environment of their own, made at the first use.
$(AUDIT): requirements-audit.txt
	@$(PYTHON) -m venv --clear $(@D) && $(@D)/bin/python -m pip install --quiet --disable-pip-version-check --require-hashes -r $<
	@touch $@

audit: $(STAMP) $(AUDIT) ## Ask whether a pinned package has a known weakness (asks the registries; never part of a test)
	@node=$$($(BIN)/python -m guide.tools.node) && PATH="$$node:$(abspath $(dir $(AUDIT)))/bin:$$PATH" $(BIN)/python -m guide.tools.audit

# CycloneDX: what is in the environment, with licences, and what package-lock.json pins. Neither is part of the site.
sbom: $(STAMP) $(AUDIT) ## List what the guide is built and tested with, as CycloneDX, into build/
	@mkdir -p build
	@$(dir $(AUDIT))bin/cyclonedx-py environment --output-reproducible --pyproject pyproject.toml --mc-type application -o build/sbom-python.cdx.json $(BIN)/python
	@$(NPM) sbom --package-lock-only --sbom-format cyclonedx --sbom-type application > build/sbom-npm.cdx.json
	@echo "build/sbom-python.cdx.json, build/sbom-npm.cdx.json. Not in them: Python, Node, Java, the browser, the system, and what only 'make check-external', 'make audit' and the benches install."

bench: $(STAMP) ## Measure building and checking on guides of several sizes
	@$(BIN)/python scripts/bench.py

bench-peers: $(STAMP) ## Measure other generators beside the guide on the same Markdown (fetches them once, into .cache/peers)
	@$(BIN)/python scripts/bench_peers.py

bench-lighthouse: $(STAMP) ## Measure what Lighthouse says of site/ (fetches it once, into .cache/lighthouse)
	@$(BIN)/python scripts/bench_lighthouse.py

bench-page: $(STAMP) ## Measure what each kind of page costs its reader: bytes, requests, what holds up the first paint
	@$(BIN)/python scripts/bench_page.py

bench-serve: $(STAMP) ## Measure how soon a saved page is seen while serving, beside whole builds
	@$(BIN)/python scripts/bench_serve.py

bench-search: $(STAMP) ## Measure the search on the query set
	@$(BIN)/python scripts/bench_search.py

spell: $(STAMP) ## Look up every word of the texts (TIDY=1 sorts the word lists)
	@$(GUIDE) spell $(if $(TIDY),--tidy)

readability: $(STAMP) ## Show how hard each page is to read
	@$(GUIDE) readability

lock: $(STAMP) ## Make requirements.txt anew from pyproject.toml
	@$(BIN)/python -m pip install --quiet pip-tools
	@$(BIN)/pip-compile --quiet --upgrade --generate-hashes --allow-unsafe --strip-extras --extra test --no-emit-index-url --no-emit-find-links --no-emit-trusted-host -o requirements.txt pyproject.toml
	@printf 'pip-audit\ncyclonedx-bom\n' | $(BIN)/pip-compile --quiet --upgrade --generate-hashes --allow-unsafe --strip-extras --no-emit-index-url --no-emit-find-links --no-emit-trusted-host -o requirements-audit.txt -

clean: ## Remove what is built (not the environment)
	@rm -rf $(SITE_DIR) .cache
