#!/bin/sh
# Pin all dependencies, those of development too, with the hashes of their files, for every platform, into
# requirements.lock. No address of an index stands in the file.
set -eu
cd "$(dirname "$0")/.."
. scripts/tools.sh

find_uv
[ -n "$uv" ] || bring_uv
[ -n "$uv" ] || fail "uv is missing. Install it."
UV_CUSTOM_COMPILE_COMMAND="make lock" "$uv" pip compile pyproject.toml --group dev --universal --python-version 3.12 \
  --generate-hashes --no-annotate --no-emit-index-url --no-emit-find-links --quiet --output-file requirements.lock "$@"
if grep -nE '://|file:|(^|[ =])/' requirements.lock; then
  fail "requirements.lock names an address or a path, see above."
fi
