#!/usr/bin/env bash
# How long a person waits: each command on MovieLens latest-small from process start, five runs, median.
# Needs the folder that MATINEE_TEST_DATA names.
set -euo pipefail
home="$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)"
data="${MATINEE_TEST_DATA:-$home/../shared/data}"
work="$home/.build/bench/speed"
cli="$home/.build/launcher/matinee"
[[ -d "$data/ml-latest-small" ]] || { echo "error: no ml-latest-small in $data; set MATINEE_TEST_DATA." >&2; exit 1; }
"$home/matinee" --version >/dev/null
mkdir -p "$work"
printf 'model: ease\nmodel_params:\n  regularization: 200\n  side: users\n' >"$work/users.yaml"
printf 'model: ease\nmodel_params:\n  regularization: 200\n  side: items\n' >"$work/items.yaml"

median() { # label command...: median wall seconds of five runs
  local label="$1" times=()
  shift
  for _ in 1 2 3 4 5; do
    local start end
    start=$(date +%s.%N)
    "$@" >"$work/log" 2>&1 || { cat "$work/log" >&2; exit 1; }
    end=$(date +%s.%N)
    times+=("$(awk -v a="$start" -v b="$end" 'BEGIN { printf "%.3f", b - a }')")
  done
  printf '| %s | %s |\n' "$label" "$(printf '%s\n' "${times[@]}" | sort -n | sed -n 3p)"
}

printf '| command | median of 5 (s) |\n|---|---|\n'
median "matinee --version (built program)" "$cli" --version
median "./matinee --version (launcher)" "$home/matinee" --version
median "preprocess, thresholds 1/1" "$cli" preprocess --data-dir "$data/ml-latest-small" --output-dir "$work/data" \
  --min-user-ratings 1 --min-movie-ratings 1 --validation-fraction 0
median "train EASE, users side (610 × 610)" "$cli" train --data-dir "$work/data" --config-path "$work/users.yaml" --output-dir "$work/model"
median "evaluate EASE, 610 users × 9 724 movies" "$cli" evaluate --data-dir "$work/data" --model-path "$work/model" --output-dir "$work/report"
median "recommend --user-id 1" "$cli" recommend --model-path "$work/model" --user-id 1
start=$(date +%s.%N)
if command -v /usr/bin/time >/dev/null; then
  /usr/bin/time -f 'peak %M KB' -o "$work/peak" "$cli" train --data-dir "$work/data" --config-path "$work/items.yaml" --output-dir "$work/items" >/dev/null
  peak=" ($(cat "$work/peak"))"
else
  "$cli" train --data-dir "$work/data" --config-path "$work/items.yaml" --output-dir "$work/items" >/dev/null
  peak=""
fi
printf '| train EASE, items side (9 724 × 9 724), one run%s | %s |\n' "$peak" "$(awk -v a="$start" -v b="$(date +%s.%N)" 'BEGIN { printf "%.1f", b - a }')"
