# make demo   install, read the bundled reports, show their claims
# make test   install, run all checks and tests
# make lock   pin the dependencies anew       make docs     write the made pages of docs anew
# make format tidy the code                   make clean    remove what was installed and built

PY = .venv/bin/python
READY = .venv/.ready

.PHONY: demo test install lock docs format clean

demo: $(READY)
	@mkdir -p out
	.venv/bin/sayso read corpus/dnipropetrovsk-2025/reports.jsonl --format table -o - -o out/demo.html
	@echo "The same with every claim marked in its report: out/demo.html"

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

lock:
	@sh scripts/lock.sh

docs: $(READY)
	$(PY) scripts/docs.py

format: $(READY)
	.venv/bin/ruff check --fix src tests scripts
	.venv/bin/ruff format src tests scripts

clean:
	rm -rf .venv out build dist .mypy_cache .ruff_cache .pytest_cache .hypothesis
