#!/bin/sh
# Trains the models of the given languages (both by default) and writes them to models/.
#
#   train/train.sh [fr] [en]        about 15 and 20 minutes on one core; goes on where it was stopped
#
# TREEBANKS  folder of LANG.SPLIT.TREEBANK.conllu.xz   (../shared/data/ud)
# BUILD      build folder with the tools               (build)
# WORK       folder of checkpoints and logs            (train/work)
set -eu
cd "$(dirname "$0")/.."
treebanks=${TREEBANKS:-../shared/data/ud}
build=${BUILD:-build}
work=${WORK:-train/work}
python=${PYTHON:-/usr/bin/python3}
export OMP_NUM_THREADS=1 OPENBLAS_NUM_THREADS=1 PYTHONDONTWRITEBYTECODE=1
# OpenBLAS 0.3.21 takes newer processors for a Prescott; name the kernels that this one can run.
if grep -qw avx512f /proc/cpuinfo; then
  export OPENBLAS_CORETYPE=SkylakeX
elif grep -qw avx2 /proc/cpuinfo; then
  export OPENBLAS_CORETYPE=Haswell
fi

[ -d "$treebanks" ] || { echo "train: no treebanks in $treebanks (set TREEBANKS)" >&2; exit 1; }
"$python" -c 'import torch' || { echo "train: install the Debian package python3-torch" >&2; exit 1; }
cmake --build "$build" --target training_features lexicon

for language in ${*:-fr en}; do
  lexicon=""
  epochs=24
  if [ "$language" = fr ]; then
    lexicon="--lexicon $build/share/selon/lexicon.fr.bin"
    epochs=30
  fi
  # shellcheck disable=SC2086
  "$python" train/train_parser.py --language "$language" --treebanks "$treebanks" \
    --features "$build/tools/training_features" $lexicon --work "$work/$language" --epochs $epochs
  "$python" train/export_model.py --checkpoint "$work/$language/checkpoint.pt" \
    --output "models/$language.selon-model"
done
