#!/usr/bin/env bash
# Random against Bayesian search on MovieLens latest-small's fixed all-random split: the best validation NDCG@10 by number of trials.
#   [SEEDS="1 2 3"] [TRIALS=20] bench/tuning.sh [config ...]     default: bm25 als, of bench/tuning/
# Needs the folder that MATINEE_TEST_DATA names (ml-latest-small/, splits/topn/). Prints a table; never asks the test part.
set -euo pipefail
home="$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)"
data="${MATINEE_TEST_DATA:-$home/../shared/data}"
work="$home/.build/bench/tuning"
trials="${TRIALS:-20}"
configs=("$@")
[[ ${#configs[@]} -gt 0 ]] || configs=(bm25 als)
files="$data/splits/topn/mls-all-random"
[[ -d "$files" ]] || { echo "error: no splits in $data; set MATINEE_TEST_DATA." >&2; exit 1; }
mkdir -p "$work"
"$home/matinee" preprocess --data-dir "$data/ml-latest-small" --output-dir "$work/all-random" \
  --train-file "$files/train.csv" --valid-file "$files/valid.csv" --test-file "$files/test.csv" \
  --min-user-ratings 1 --min-movie-ratings 1 --min-tags-per-item 1 >"$work/log" 2>&1 || { cat "$work/log" >&2; exit 1; }

best() { # file n: the best value of the first n trials
  sed -n 's/.*"value":\([0-9.eE-]*\).*/\1/p' "$1" | head -n "$2" | sort -g | tail -n 1
}

printf '| configuration | search | after 5 | 10 | %s | each after %s | s per search |\n|---|---|---|---|---|---|---|\n' "$trials" "$trials"
for config in "${configs[@]}"; do
  for search in random bayesian; do
    start=$(date +%s.%N)
    for seed in ${SEEDS:-1 2 3}; do
      out="$work/$config-$search-$seed"
      "$home/matinee" tune --data-dir "$work/all-random" --config-path "$home/bench/tuning/$config.yaml" --output-dir "$out" \
        --search "$search" --seed "$seed" --trials "$trials" --no-resume >"$work/log" 2>&1 || { cat "$work/log" >&2; exit 1; }
      echo "$(best "$out/trials.jsonl" 5) $(best "$out/trials.jsonl" 10) $(best "$out/trials.jsonl" "$trials")"
    done >"$work/$config-$search.txt"
    awk -v name="| $config | $search" -v a="$start" -v b="$(date +%s.%N)" '
      { five += $1; ten += $2; all += $3; each = each (NR > 1 ? ", " : "") sprintf("%.4f", $3) }
      END { printf "%s | %.4f | %.4f | %.4f | %s | %.0f |\n", name, five / NR, ten / NR, all / NR, each, (b - a) / NR }
    ' "$work/$config-$search.txt"
  done
done
