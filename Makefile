# `make run` and `make test` do all the set-up there is: a virtual environment in .venv with the locked dependencies.
# It is made once; later calls start at once, until the lock file, pyproject.toml or the version changes.

VENV := .venv
BIN := $(VENV)/bin
READY := $(VENV)/.ready
WORKERS ?= 2
CORPUS ?=

.PHONY: run test check format bench bench-quick docs pictures lock clean licences audit sbom coverage fuzz properties mutation

run: $(READY)
	@$(BIN)/ceasefire-reader $(CORPUS)

test: $(READY)
	$(BIN)/python -m pytest -n $(WORKERS)

check: $(READY)
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/lint-imports

format: $(READY)
	$(BIN)/ruff format .
	$(BIN)/ruff check --fix .

bench: $(READY)
	$(BIN)/python -m bench

# Under three minutes; tells which ratios got worse by a fifth against the committed run.
bench-quick: $(READY)
	$(BIN)/python -m bench search --articles 1000 --runs 8 --against bench/results/quick.json

# Writes what is generated from the code into the documents (the table of keys).
docs: $(READY)
	$(BIN)/python -m tui.commandline.key_table README.md docs/user-guide.md

# The pictures of README.md, taken from the program on the starter corpus.
pictures: $(READY)
	$(BIN)/python tools/pictures.py docs/pictures

# One lock for Python 3.11 and later on Linux, macOS and Windows; needs uv.
lock:
	uv pip compile --quiet --universal --generate-hashes --python-version 3.11 --extra dev --no-emit-package ceasefire-reader \
	  --custom-compile-command "make lock" --output-file requirements-dev.lock pyproject.toml

	for tools in audit measuring; do \
	  uv pip compile --quiet --universal --generate-hashes --python-version 3.11 --custom-compile-command "make lock" \
	    --output-file tools/$$tools.lock tools/$$tools.in; \
	done

# Writes docs/licences.md; fails on a licence that would bind users.
licences: $(READY)
	$(BIN)/python tools/licences.py

# Known weaknesses of the locked dependencies; asks the services of PyPI, and fails where they cannot be asked.
audit: build/audit/.ready
	@build/audit/bin/pip-audit --strict --disable-pip --require-hashes --requirement requirements-dev.lock \
	  >build/audit/report 2>&1; status=$$?; \
	if grep -qE 'could not be audited|ConnectionError|ServiceError' build/audit/report; then \
	  echo "make audit: PyPI could not be asked about every dependency, so nothing is known:" \
	    "$$(grep -m1 -E 'could not be audited|ConnectionError|ServiceError' build/audit/report)" >&2; exit 1; \
	fi; \
	cat build/audit/report; exit $$status

# A CycloneDX list of what is installed, with licences.
sbom: build/audit/.ready $(READY)
	build/audit/bin/cyclonedx-py environment --pyproject pyproject.toml --output-reproducible --of JSON \
	  --output-file build/sbom.json $(BIN)/python
	@echo build/sbom.json

# Lines and branches that the tests run, child processes too. Measuring takes a test three times its time; one process a part,
# since those of pytest-xdist are ended before they have written what they measured.
coverage: build/measuring/.ready
	PYTHONPATH=build/measuring $(BIN)/python -m coverage erase
	-printf '%s\n' tests/index tests/tui 'tests/commandline tests/house tests/trust' | PYTHONPATH=$(CURDIR)/build/measuring \
	  xargs -P $(WORKERS) -I{} sh -c '$(BIN)/python -m coverage run -m pytest -n 0 --timeout 900 {}'
	PYTHONPATH=build/measuring $(BIN)/python -m coverage combine --quiet
	PYTHONPATH=build/measuring $(BIN)/python -m coverage report --include='index/*'
	PYTHONPATH=build/measuring $(BIN)/python -m coverage report --include='tui/*'
	PYTHONPATH=build/measuring $(BIN)/python -m coverage json --quiet -o build/coverage.json
	$(BIN)/python tools/covered.py build/coverage.json index tui

# Every property with the same number of examples; the tests ask for fewer.
EXAMPLES ?= 10000
properties: $(READY)
	PROPERTY_PROFILE=searching PROPERTY_EXAMPLES=$(EXAMPLES) $(BIN)/python -m pytest -n $(WORKERS) -m hypothesis

# Small faults put into what must not be wrong: 85 of 100 must be noticed by a test. A share is a sample.
MUTATION_GROUPS ?= cleaning offsets conflicts
MUTATION_SHARE ?= 1
mutation: build/measuring/.ready
	PYTHONPATH=build/measuring $(BIN)/python tools/mutation.py $(MUTATION_GROUPS) --share $(MUTATION_SHARE)

# Coverage-guided fuzzing; findings stay in build/fuzz. FUZZ_SECONDS, of the processor, is for each of the targets.
FUZZ_SECONDS ?= 450
FUZZ_TARGETS ?= cleaning decoding structure markup marked queries entities comparison word opendocument book mail archives pages pdf sheets
fuzz: build/measuring/.ready
	@for target in $(FUZZ_TARGETS); do \
	  echo "== $$target"; \
	  PYTHONPATH=build/measuring $(BIN)/python tools/fuzz.py $$target build/fuzz --seconds $(FUZZ_SECONDS) || exit 1; \
	done

build/audit/.ready: tools/audit.lock $(READY)
	$(BIN)/python -m venv --clear build/audit
	build/audit/bin/python -m pip install --quiet --disable-pip-version-check --require-hashes --requirement tools/audit.lock
	@touch $@

# Beside the program's own dependencies, so not in an environment of its own.
build/measuring/.ready: tools/measuring.lock $(READY)
	rm -rf build/measuring
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --require-hashes --target build/measuring \
	  --requirement tools/measuring.lock
	@cp build/measuring/a1_coverage.pth build/measuring/sitecustomize.py # child processes are measured, where they are asked to
	@touch $@

clean:
	rm -rf $(VENV) build dist

# PYTHON=... chooses the interpreter; otherwise the newest one found that is 3.11 or later and can make environments.
$(READY): requirements-dev.lock pyproject.toml tui/version.py
	@set -e; \
	found=""; \
	for candidate in "$(PYTHON)" python3 python3.13 python3.12 python3.11 python3.14 python; do \
	  if [ -n "$$candidate" ] && "$$candidate" -c 'import sys, venv, ensurepip; sys.exit(sys.version_info < (3, 11))' 2>/dev/null; \
	  then found="$$candidate"; break; fi; \
	done; \
	if [ -z "$$found" ]; then \
	  echo "ceasefire-reader needs Python 3.11 or later with its venv module (on Debian: apt install python3 python3-venv)." >&2; \
	  exit 1; \
	fi; \
	if ! $(BIN)/python -c 'import sys, pip; sys.exit(sys.version_info < (3, 11))' 2>/dev/null; then \
	  echo "Making $(VENV) with $$("$$found" --version)." >&2; \
	  "$$found" -m venv --clear $(VENV); \
	fi; \
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes --requirement requirements-dev.lock; \
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-build-isolation --no-deps --editable .; \
	$(BIN)/python -m compileall -q index tui; \
	touch $@
