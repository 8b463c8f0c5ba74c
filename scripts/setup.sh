#!/bin/sh
# Install Sayso and all that it needs into .venv, from hashed pins. Called by make; safe to run again.
set -eu
cd "$(dirname "$0")/.."
. scripts/tools.sh

HELP="Install uv, or Python 3.12 or later with venv (Debian, Ubuntu: apt-get install python3 python3-venv python3-pip)."

make_venv() {
  if [ -x .venv/bin/python ] && recent .venv/bin/python; then
    return
  fi
  rm -rf .venv
  find_python
  if [ -z "$uv" ] && [ -n "$python" ] && "$python" -m venv .venv >/dev/null 2>&1; then
    return
  fi
  rm -rf .venv # half made where ensurepip is missing
  [ -n "$uv" ] || bring_uv
  [ -n "$uv" ] || fail "nothing here can install Python packages. $HELP"
  "$uv" venv --quiet --no-project --python "${python:-3.12}" .venv ||
    fail "no Python 3.12 or later was found, and uv could not bring one. $HELP"
}

install() {
  if [ -n "$uv" ]; then
    "$uv" pip install --quiet --python .venv/bin/python "$@"
  else
    .venv/bin/python -m pip install --quiet --disable-pip-version-check "$@"
  fi
}

find_uv
make_venv
if [ -z "$uv" ] && ! .venv/bin/python -m pip --version >/dev/null 2>&1; then
  bring_uv
  [ -n "$uv" ] || fail "the Python in .venv has no pip, and uv is missing. $HELP"
fi
echo "Installing into .venv ..."
install --require-hashes --only-binary :all: -r requirements.lock || fail "a package could not be installed; see the lines above."
install --no-deps --no-build-isolation --editable . || fail "Sayso itself could not be installed; see the lines above."
