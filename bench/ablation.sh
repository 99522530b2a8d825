#!/usr/bin/env bash
# What each part of the hybrid network buys, on MovieLens latest-small's fixed splits: 66 trainings.
#   bench/ablation.sh [processes]   default: one per core, a thread each; about 40 minutes on two cores
# Needs the folder that MATINEE_TEST_DATA names (ml-latest-small/, splits/). Cut off, it goes on where it was.
# MATINEE_ABLATION_DEVICE=cuda trains on a GPU.
set -euo pipefail
home="$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)"
data="${MATINEE_TEST_DATA:-$home/../shared/data}"
processes="${1:-$(nproc)}"
work="$home/.build/bench/hybrid"
splits="$data/splits"
[[ -d "$splits/topn" ]] || { echo "error: no splits in $data; set MATINEE_TEST_DATA." >&2; exit 1; }
mkdir -p "$work"

prepared() { # name, preprocess flags
  local name="$1"
  shift
  [[ -e "$work/$name/manifest.json" ]] || "$home/matinee" preprocess --data-dir "$data/ml-latest-small" \
    --output-dir "$work/$name" --min-user-ratings 1 --min-movie-ratings 1 --min-tags-per-item 1 "$@" >&2
}

files="$splits/topn/mls-all-random"
prepared all-random --train-file "$files/train.csv" --valid-file "$files/valid.csv" --test-file "$files/test.csv"
for seed in 0 1 2; do
  prepared "cold-item$seed" --split random --train-file "$splits/cold-item/seed$seed/train.csv"
done

dotnet build "$home/bench/Matinee.Bench" -c Release -v quiet --nologo >&2
bench=("$home"/.build/bin/Matinee.Bench/release*/Matinee.Bench)
rm -f "$work"/ablation/*.claim
run() { OMP_WAIT_POLICY=passive "${bench[0]}" ablation "$work" "$splits" "${MATINEE_ABLATION_DEVICE:-cpu}" 1; }
for ((n = 1; n < processes; n++)); do
  run >/dev/null &
done
run >/dev/null
wait
run
