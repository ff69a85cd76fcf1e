# The two commands a newcomer needs are `make run` and `make test`; the rest is for those who change the code.
PYTHON ?= python3
BIN := .venv/bin
WORKERS ?= 2
NEO4J_LTS := 5.26.12
NEO4J_NEWEST := 2026.09.0

.PHONY: install run test test-newest-neo4j lint format benchmark schema lock

install: .venv/installed

.venv/installed: requirements/development.txt pyproject.toml
	$(PYTHON) -m venv .venv
	$(BIN)/pip install --quiet --disable-pip-version-check --require-hashes -r requirements/development.txt
	$(BIN)/pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation -e .
	touch $@

run: install
	$(BIN)/kommune360 serve --seed-if-empty demo

test: lint
	$(BIN)/python -m tests.servers.jars $(NEO4J_LTS)
	$(BIN)/pytest --numprocesses $(WORKERS)

test-newest-neo4j: install  # needs Java 25
	$(BIN)/python -m tests.servers.jars $(NEO4J_NEWEST)
	KOMMUNE360_TEST_NEO4J=$(NEO4J_NEWEST) $(BIN)/pytest --numprocesses $(WORKERS) tests/store

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
