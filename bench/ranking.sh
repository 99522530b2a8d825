#!/usr/bin/env bash
# Ranking on MovieLens latest-small's fixed splits: preprocess (thresholds 1/1), train, evaluate, for each configuration.
#   bench/ranking.sh [config ...]     default: popularity cosine bm25 ease
# Needs the folder that MATINEE_TEST_DATA names (ml-latest-small/, splits/topn/). Prints a table; with python3 and the
# independent scorer beside the data, every metrics.json is checked against its topn.csv as well.
set -euo pipefail
home="$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)"
data="${MATINEE_TEST_DATA:-$home/../shared/data}"
scorer="$data/../checks/score_topn.py"
work="$home/.build/bench/ranking"
configs=("$@")
[[ ${#configs[@]} -gt 0 ]] || configs=(popularity cosine bm25 ease)
[[ -d "$data/splits/topn" ]] || { echo "error: no splits in $data; set MATINEE_TEST_DATA." >&2; exit 1; }
mkdir -p "$work"

value() { # file metric k: the first model's figure
  awk -v metric="\"$2\"" -v k="$3" '
    /"metric":/ { name = $2; sub(/,$/, "", name) }
    /"k":/      { cutoff = $2; sub(/,$/, "", cutoff) }
    /"value":/  { number = $2; sub(/,$/, "", number); if (name == metric && cutoff == k) { print number; exit } }' "$1"
}

printf '| split | configuration | NDCG@10 | Recall@10 | chosen | train (s) |\n|---|---|---|---|---|---|\n'
for split in all-random ge4-random all-temporal ge4-temporal; do
  files="$data/splits/topn/mls-$split"
  "$home/matinee" preprocess --data-dir "$data/ml-latest-small" --output-dir "$work/$split" \
    --train-file "$files/train.csv" --valid-file "$files/valid.csv" --test-file "$files/test.csv" \
    --min-user-ratings 1 --min-movie-ratings 1 --min-tags-per-item 1 >"$work/log" 2>&1 || { cat "$work/log" >&2; exit 1; }
  for config in "${configs[@]}"; do
    model="$work/$split-$config" report="$work/$split-$config-report"
    start=$(date +%s.%N)
    "$home/matinee" train --data-dir "$work/$split" --config-path "configs/$config.yaml" --output-dir "$model" >"$work/train.log" 2>&1 ||
      { cat "$work/train.log" >&2; exit 1; }
    seconds=$(awk -v a="$start" -v b="$(date +%s.%N)" 'BEGIN { printf "%.1f", b - a }')
    "$home/matinee" evaluate --data-dir "$work/$split" --model-path "$model" --output-dir "$report" >"$work/log" 2>&1 ||
      { cat "$work/log" >&2; exit 1; }
    chosen=$(sed -n 's/^options *//p' "$work/train.log" | sed 's/ *$//')
    ndcg=$(value "$report/metrics.json" ndcg 10) recall=$(value "$report/metrics.json" recall 10)
    printf '| %s | %s | %.4f | %.4f | %s | %s |\n' "$split" "$config" "$ndcg" "$recall" "$chosen" "$seconds"
    if [[ -f "$scorer" ]] && command -v python3 >/dev/null; then
      again=$(python3 "$scorer" --topn "$report/topn.csv" --train "$files/train.csv" --test "$files/test.csv" | awk '$1 == "ndcg@10" { print $2 }')
      awk -v a="$ndcg" -v b="$again" 'BEGIN { exit !(a - b < 1e-6 && b - a < 1e-6) }' ||
        { echo "error: $report: NDCG@10 is $ndcg, the independent scorer says $again." >&2; exit 1; }
    fi
  done
done
