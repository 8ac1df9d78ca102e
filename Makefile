# The README's commands. `make demo` and `make test` install into .venv first.
PYTHON ?= python3
BIN := .venv/bin

.venv/installed: pyproject.toml constraints.txt
	$(PYTHON) -m venv .venv
	PIP_CONSTRAINT=constraints.txt $(BIN)/pip install --quiet --disable-pip-version-check -e '.[dev]'
	touch $@

.PHONY: demo test check lint fuzz mutants benchmark templates pictures constraints folder
demo: .venv/installed
	$(BIN)/govxlsx new --year 2023 --data examples/2021-suqian-city/data.json -o out/demo.xlsx --force
	$(BIN)/govxlsx check out/demo.xlsx
	$(BIN)/govxlsx build out/demo.xlsx -o out --force
	@ls -l out/*.docx

# Hundreds of tests start the program: where nothing may be kept, each compiles it anew.
unexport PYTHONDONTWRITEBYTECODE
PYTEST := $(BIN)/python -m pytest -n logical

test: .venv/installed
	$(PYTEST)

check: lint test

# Everything that is checked without running the tests.
lint: .venv/installed
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/python tools/make_templates.py --check
	$(BIN)/python tools/make_labels.py --check
	$(BIN)/python tools/make_pages.py --check
	$(BIN)/python tools/make_examples.py --check
	$(BIN)/python tools/make_messages.py --check
	$(BIN)/python tools/make_pictures.py --check

# Everything that is made from the code.
templates: .venv/installed
	$(BIN)/python tools/make_messages.py
	$(BIN)/python tools/make_templates.py
	$(BIN)/python tools/make_labels.py
	$(BIN)/python tools/make_pages.py
	$(BIN)/python tools/make_examples.py

# The handbook's pictures, which LibreOffice draws.
pictures: .venv/installed
	$(BIN)/python tools/make_pictures.py

fuzz: .venv/installed
	GOVXLSX_FUZZ_EXAMPLES=5000 $(PYTEST) -m hypothesis

# Whether the tests notice a changed operator, comparison or number: about half an hour.
mutants: .venv/installed
	$(BIN)/python tools/mutants.py

benchmark: .venv/installed
	$(BIN)/python benchmarks/run.py
	$(BIN)/python benchmarks/page.py

# A folder that needs no Python, for this system, and tried: dist/govxlsx.
folder: .venv/installed
	cd deploy/windows && ../../$(BIN)/pyinstaller --noconfirm --log-level ERROR \
		--distpath ../../dist --workpath ../../build govxlsx.spec
	$(BIN)/python tools/try_folder.py dist/govxlsx

# Pins the newest versions that pyproject.toml allows; run `make check` with them before committing.
constraints:
	$(PYTHON) -m venv .venv
	$(BIN)/pip install --quiet --upgrade --upgrade-strategy eager -e '.[dev]'
	$(BIN)/python tools/make_constraints.py
