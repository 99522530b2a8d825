#!/usr/bin/env bash
# The factorization machine on MovieLens latest-small's fixed random 90/10 split: RMSE of single chains with seeds 0 to 4, of
# four chains averaged, and of other groups of features.
#   bench/fm.sh     about 30 minutes on two cores
# Needs the folder that MATINEE_TEST_DATA names (ml-latest-small/, splits/rating/).
set -euo pipefail
home="$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)"
data="${MATINEE_TEST_DATA:-$home/../shared/data}"
work="$home/.build/bench/fm"
[[ -d "$data/splits/rating" ]] || { echo "error: no splits in $data; set MATINEE_TEST_DATA." >&2; exit 1; }
mkdir -p "$work"

quietly() { "$@" >"$work/log" 2>&1 || { cat "$work/log" >&2; exit 1; }; }

value() { # file metric: the first model's figure
  awk -v metric="\"$2\"" '
    /"metric":/ { name = $2; sub(/,$/, "", name) }
    /"value":/  { number = $2; sub(/,$/, "", number); if (name == metric) { print number; exit } }' "$1"
}

row() { # name, seed, likelihood, chains, more keys ...
  local name="$1" seed="$2" likelihood="$3" chains="$4"
  shift 4
  {
    printf 'model: fm\nrandom_seed: %s\nmodel_params:\n  likelihood: %s\n  chains: %s\n' "$seed" "$likelihood" "$chains"
    printf '  %s\n' "$@"
    printf 'metrics:\n  select_by: rmse\n'
  } >"$work/config.yaml"
  local start=$SECONDS
  quietly "$home/matinee" train --data-dir "$work/rand90" --config-path "$work/config.yaml" --output-dir "$work/model" --no-resume
  local seconds=$((SECONDS - start))
  quietly "$home/matinee" evaluate --data-dir "$work/rand90" --model-path "$work/model" --output-dir "$work/report"
  printf '| %s | %s | %s | %.4f | %.4f | %s | %s |\n' "$name" "$chains" "$seed" "$(value "$work/report/metrics.json" rmse_timed)" \
    "$(value "$work/report/metrics.json" rmse)" "$seconds" "$(du -m "$work/model/components/fm" | cut -f1)"
}

quietly "$home/matinee" preprocess --data-dir "$data/ml-latest-small" --output-dir "$work/rand90" --split random \
  --train-file "$data/splits/rating/mls-rand90-train.csv" --test-file "$data/splits/rating/mls-rand90-test.csv" \
  --validation-fraction 0 --min-user-ratings 1 --min-movie-ratings 1

printf '| features | chains | seed | RMSE knowing the day | not knowing it | train (s) | MB |\n|---|---|---|---|---|---|---|\n'
for likelihood in gaussian probit; do
  for seed in 0 1 2 3 4; do
    row "all, $likelihood" "$seed" "$likelihood" 1 "use_day: true"
  done
done
for likelihood in gaussian probit; do
  row "all, $likelihood, every sweep kept" 0 "$likelihood" 1 "kept_samples: 512"
done
row "all, probit" 42 probit 4 "use_day: true"
row "all, gaussian" 42 gaussian 4 "use_day: true"
row "without the day, probit" 42 probit 4 "use_day: false"
row "ids only, gaussian" 0 gaussian 1 "use_day: false" "use_rated_movies: false" "use_rating_users: false" "use_year: false" \
  "use_genres: false" "use_tags: false" "use_user_attributes: false"
