# `make run` and `make test` each do everything by themselves on a fresh system.

.PHONY: help run test lint unit long format bench screenshots translations lock setup clean distclean
.DEFAULT_GOAL := help

export PYTHON
BIN := .venv/bin

help: ## list these commands
	@echo "make run    opens vmgui, make test tests it; both first install what is missing. All commands:"
	@sed -n 's/^\([a-z]*\):.*## \(.*\)/  make \1\t\2/p' $(MAKEFILE_LIST) | expand -t 18

run: ## open the window; without a screen, run the demonstration
	@sh packaging/setup.sh run
	@if [ -n "$$DISPLAY$$WAYLAND_DISPLAY" ] || [ "$$(uname)" = Darwin ]; then \
		exec $(BIN)/vmgui gui; \
	else \
		echo "no screen: running vmgui demo instead"; \
		exec $(BIN)/vmgui demo; \
	fi

test: lint ## run linters and all tests
	$(BIN)/pytest

lint: setup ## check style and types
	$(BIN)/ruff check
	$(BIN)/ruff format --check
	$(BIN)/mypy

unit: setup ## run the tests that start no other process
	$(BIN)/pytest tests/unit

long: setup ## cut the power 150,000 times, and let guests talk nonsense (about an hour)
	VMGUI_LONG=1 $(BIN)/pytest tests/unit/disk/integrity/test_power_cut.py \
		tests/unit/backend/vhost/test_fuzz.py

format: setup ## put the code into its usual form
	$(BIN)/ruff check --fix
	$(BIN)/ruff format

bench: setup ## measure our disks beside QEMU's own, and write docs/benchmarks.md (a quarter of an hour)
	$(BIN)/python -m benchmarks

screenshots: setup ## take the pictures of every screen for docs/
	$(BIN)/python -m screenshots

translations: setup ## bring the translation files to what the sources say
	sh packaging/translations.sh

lock: setup ## renew the pinned dependencies
	sh packaging/lock.sh

setup: ## install what the tests need and what is missing
	@sh packaging/setup.sh test

clean: ## remove caches
	rm -rf .mypy_cache .ruff_cache .pytest_cache .hypothesis build dist *.egg-info plugins/*/*.egg-info
	find . -name __pycache__ -not -path "./.venv/*" -prune -exec rm -rf {} +

distclean: clean ## remove the virtual environment as well
	rm -rf .venv
