#!/usr/bin/env bash
# How often reasons hold, over every user's top 10, on MovieLens latest-small's fixed splits: the table of
# docs/explanations.md.
#   bench/explanations.sh [split ...]     default: all-random ge4-temporal
# Needs the folder that MATINEE_TEST_DATA names (ml-latest-small/, splits/topn/).
set -euo pipefail
home="$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)"
data="${MATINEE_TEST_DATA:-$home/../shared/data}"
work="$home/.build/bench/explanations"
splits=("$@")
[[ ${#splits[@]} -gt 0 ]] || splits=(all-random ge4-temporal)
[[ -d "$data/splits/topn" ]] || { echo "error: no splits in $data; set MATINEE_TEST_DATA." >&2; exit 1; }
mkdir -p "$work"

run() { # command arguments...: quiet unless it fails
  "$home/matinee" "$@" >"$work/log" 2>&1 || { cat "$work/log" >&2; exit 1; }
}

row() { # split name config
  run train --data-dir "$work/$1" --config-path "$3" --output-dir "$work/$1-$2"
  cp "$work/log" "$work/$1-$2.log"
  run evaluate --data-dir "$work/$1" --model-path "$work/$1-$2" --output-dir "$work/$1-$2-report" --faithfulness-cases 1000000
  awk -v split_="$1" -v name="$2" '
    /"faithfulness"/ { inside = 1 }
    inside { gsub(/[",:]/, " "); figure[$1] = $2 }
    END { printf "| %s | %s | %d | %.4f | [%.4f, %.4f] |\n", split_, name, figure["cases"], figure["rate"], figure["low"], figure["high"] }
  ' "$work/$1-$2-report/metrics.json"
}

printf '| split | model | cases | rate | 95%% interval |\n|---|---|---|---|---|\n'
for split in "${splits[@]}"; do
  files="$data/splits/topn/mls-$split"
  run preprocess --data-dir "$data/ml-latest-small" --output-dir "$work/$split" \
    --train-file "$files/train.csv" --valid-file "$files/valid.csv" --test-file "$files/test.csv" \
    --min-user-ratings 1 --min-movie-ratings 1 --min-tags-per-item 1
  row "$split" ease-users "configs/ease.yaml"
  # The other form of the same model: what validation chose, solved on the items' side.
  regularization=$(sed -n 's/^options *regularization \([0-9.]*\),.*/\1/p' "$work/$split-ease-users.log")
  printf 'model: ease\nmodel_params:\n  side: items\n  regularization: %s\n' "$regularization" >"$work/ease-items.yaml"
  row "$split" ease-items "$work/ease-items.yaml"
  row "$split" bm25 "configs/bm25.yaml"
  row "$split" als "configs/als.yaml"
done
