# The two commands a newcomer needs are `make run` and `make test`; the rest is for those who change the code.
PYTHON ?= python3
BIN := .venv/bin
WORKERS ?= 2

.PHONY: install run test lint format benchmark schema lock

install: .venv/installed

.venv/installed: requirements/development.txt pyproject.toml
	$(PYTHON) -m venv .venv
	$(BIN)/pip install --quiet --disable-pip-version-check --require-hashes -r requirements/development.txt
	$(BIN)/pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation -e .
	touch $@

run: install
	$(BIN)/kommune360 serve --seed-if-empty demo

test: lint
	$(BIN)/pytest --numprocesses $(WORKERS)

lint: install
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports

format: install
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

benchmark: install
	$(BIN)/python -m benchmarks

schema: install
	$(BIN)/kommune360 schema > schema.graphql

lock: install
	cd requirements && for name in runtime development; do \
	  ../$(BIN)/uv pip compile --quiet --universal --python-version 3.11 --generate-hashes \
	    --no-emit-index-url --no-header $$name.in -o $$name.txt; done
