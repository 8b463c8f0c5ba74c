# make demo   install, add the bundled reports to a ledger, tell a story from it
# make test   install, run all checks and tests
# make train  train the reader anew on corpus/ (an hour or two)    make train-small   the same in minutes, to try it
# make lock   pin the dependencies anew       make docs     write the made pages of docs anew
# make format tidy the code                   make clean    remove what was installed and built

PY = .venv/bin/python
READY = .venv/.ready

.PHONY: demo test install lock docs format clean train train-small

SAYSO = .venv/bin/sayso
DEMO = --ledger out/demo.ledger

demo: $(READY)
	@mkdir -p out
	@rm -f out/demo.ledger*
	$(SAYSO) add corpus/dnipropetrovsk-2025/reports.jsonl $(DEMO)
	@printf '\nThe summer of 2025 in Dnipropetrovsk region: the entry, as it was claimed, denied and conceded.\n\n'
	$(SAYSO) event --place UA-12 --type advance --until 2025-06-30 --status conceded --format text $(DEMO)
	@printf '\nWhat else one side claimed there and the other denied:\n'
	$(SAYSO) disputes --place UA-12 --type capture --type control --format table $(DEMO)
	@printf '\nWho was said to hold what on 31 August, on whose word:\n'
	$(SAYSO) territory --at 2025-08-31 --place UA-12 --format table $(DEMO)
	@$(SAYSO) claims -o out/demo.html $(DEMO)
	@echo "Every claim marked in its report: out/demo.html. Ask more: .venv/bin/sayso --help, with $(DEMO)"

test: $(READY)
	.venv/bin/ruff check src tests scripts
	.venv/bin/ruff format --check src tests scripts
	.venv/bin/mypy
	$(PY) scripts/check_corpus.py
	$(PY) scripts/docs.py --check
	.venv/bin/pytest

install: $(READY)

$(READY): requirements.lock pyproject.toml scripts/setup.sh
	@sh scripts/setup.sh
	@touch $@

train: $(READY)
	@sh scripts/train.sh

train-small: $(READY)
	@sh scripts/train.sh --small

lock:
	@sh scripts/lock.sh

docs: $(READY)
	$(PY) scripts/docs.py

format: $(READY)
	.venv/bin/ruff check --fix src tests scripts
	.venv/bin/ruff format src tests scripts

clean:
	rm -rf .venv .venv-train out build dist .mypy_cache .ruff_cache .pytest_cache .hypothesis
