#!/usr/bin/env bash
# The hybrid network on MovieLens latest-small's fixed splits: rating error, ranking, new movies, new people.
#   bench/hybrid.sh [config]     default: configs/hybrid.yaml; about 40 minutes on two cores
# Needs the folder that MATINEE_TEST_DATA names (ml-latest-small/, splits/). One configuration for every row.
set -euo pipefail
home="$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)"
data="${MATINEE_TEST_DATA:-$home/../shared/data}"
config="${1:-configs/hybrid.yaml}"
work="$home/.build/bench/hybrid"
[[ -d "$data/splits/topn" ]] || { echo "error: no splits in $data; set MATINEE_TEST_DATA." >&2; exit 1; }
mkdir -p "$work"

quietly() { "$@" >"$work/log" 2>&1 || { cat "$work/log" >&2; exit 1; }; }

value() { # file metric [k]: the first model's figure
  awk -v metric="\"$2\"" -v k="${3:-}" '
    /"metric":/ { name = $2; sub(/,$/, "", name); cutoff = "" }
    /"k":/      { cutoff = $2; sub(/,$/, "", cutoff) }
    /"value":/  { number = $2; sub(/,$/, "", number); if (name == metric && cutoff == k) { print number; exit } }' "$1"
}

trained() { # name, preprocess flags
  local name="$1"
  shift
  quietly "$home/matinee" preprocess --data-dir "$data/ml-latest-small" --output-dir "$work/$name" \
    --min-user-ratings 1 --min-movie-ratings 1 --min-tags-per-item 1 "$@"
  local start=$SECONDS
  quietly "$home/matinee" train --data-dir "$work/$name" --config-path "$config" --output-dir "$work/$name-model"
  seconds=$((SECONDS - start))
}

evaluated() { # name, evaluate flags
  local name="$1"
  shift
  quietly "$home/matinee" evaluate --data-dir "$work/$name" --model-path "$work/$name-model" --output-dir "$work/$name-report" "$@"
}

printf '| task | figures | train (s) |\n|---|---|---|\n'
splits="$data/splits"
trained rand90 --split random --train-file "$splits/rating/mls-rand90-train.csv" --test-file "$splits/rating/mls-rand90-test.csv"
evaluated rand90
printf '| rating, rand90 | RMSE %.4f | %s |\n' "$(value "$work/rand90-report/metrics.json" rmse)" "$seconds"
for split in all-random ge4-temporal; do
  files="$splits/topn/mls-$split"
  trained "$split" --train-file "$files/train.csv" --valid-file "$files/valid.csv" --test-file "$files/test.csv"
  evaluated "$split"
  printf '| ranking, %s | NDCG@10 %.4f | %s |\n' "$split" "$(value "$work/$split-report/metrics.json" ndcg 10)" "$seconds"
done
for seed in 0 1 2; do
  files="$splits/cold-item/seed$seed"
  trained "cold-item$seed" --split random --train-file "$files/train.csv"
  evaluated "cold-item$seed" --candidates-file "$files/cold_movies.csv" --test-file "$files/test.csv" --min-rating 4
  report="$work/cold-item$seed-report/metrics.json"
  printf '| new movies, seed %s | AUC %.4f, NDCG@10 %.4f | %s |\n' "$seed" "$(value "$report" auc)" "$(value "$report" ndcg 10)" "$seconds"
done
for seed in 0 1 2; do
  files="$splits/cold-user/seed$seed"
  trained "cold-user$seed" --split random --train-file "$files/train.csv"
  evaluated "cold-user$seed" --support-file "$files/support.csv" --test-file "$files/test.csv" --min-rating 4
  printf '| new people, seed %s | NDCG@10 after ten ratings %.4f | %s |\n' "$seed" \
    "$(value "$work/cold-user$seed-report/metrics.json" ndcg 10)" "$seconds"
done
