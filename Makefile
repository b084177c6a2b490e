# Each target makes what it needs: a virtual environment with dependencies locked by hash.
PYTHON ?= python3
BIN := .venv/bin
PIP := $(BIN)/python -m pip --disable-pip-version-check --no-input -q

.PHONY: demo test test-engines test-compose test-kills check bench clean lock quality docs
.DELETE_ON_ERROR:

demo: .venv/runtime.stamp  ## build the example articles and ask them questions
	@$(BIN)/python examples/demo.py

test: .venv/dev.stamp  ## every test but the long ones, with coverage
	$(BIN)/pytest --cov --cov-report=term:skip-covered --cov-fail-under=90 -rs --durations=5

test-engines: .venv/dev.stamp  ## fetch both Neo4j versions; all that runs on an engine, and the long tests
	MONAZITE_REQUIRE_ENGINES=1 $(BIN)/pytest -m "engine or long" -rs --durations=5

test-compose: .venv/dev.stamp  ## docker compose up, down, kill; skipped where no Docker answers
	$(BIN)/pytest -m compose tests/compose -rs

test-kills: .venv/dev.stamp  ## kill rebuilds and databases on each engine, MONAZITE_KILLS times
	MONAZITE_REQUIRE_ENGINES=1 $(BIN)/pytest -m kills tests/kills -s

check: .venv/dev.stamp .venv/typing/monazite  ## ruff, mypy --strict, pyright
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	cd .venv/typing && ../bin/mypy --config-file monazite/pyproject.toml -p monazite
	cd .venv/typing && ../bin/pyright --project monazite/pyproject.toml --pythonpath ../bin/python

bench: .venv/dev.stamp  ## print the ratios that the documentation claims
	@for bench in benchmarks/bench_*.py; do $(BIN)/python $$bench || exit 1; done

quality: .venv/dev.stamp  ## score the extraction on the annotated examples into docs/quality.md
	$(BIN)/monazite evaluate examples/annotated/annotated.jsonl --markdown docs/quality.md

docs: .venv/dev.stamp  ## write the pages that are made from the code
	$(BIN)/python docs/make_pages.py

lock: .venv/dev.stamp  ## resolve the dependencies anew and lock them by hash
	sh requirements/lock.sh

clean:  ## remove what the other targets made, the demo's graph included
	rm -rf .venv demo build dist ./*.egg-info .pytest_cache .mypy_cache .ruff_cache .hypothesis .coverage

.venv/bin/python:
	@$(PYTHON) -m venv .venv

.venv/runtime.stamp: requirements/runtime.txt pyproject.toml | .venv/bin/python
	@echo "installing what monazite needs (once) ..."
	@$(PIP) install --require-hashes -r requirements/runtime.txt
	@$(PIP) install --no-deps --no-build-isolation -e .
	@touch $@

.venv/dev.stamp: requirements/dev.txt pyproject.toml | .venv/bin/python
	@echo "installing what the tests need (once) ..."
	@$(PIP) install --require-hashes -r requirements/dev.txt
	@$(PIP) install --no-deps --no-build-isolation -e .
	@touch $@ .venv/runtime.stamp

# Type checkers want the package under its own name, whatever the clone's folder is called.
.venv/typing/monazite: | .venv/bin/python
	mkdir -p .venv/typing
	ln -sfn ../.. $@
