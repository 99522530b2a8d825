#!/usr/bin/env bash
# A blend on MovieLens latest-small's fixed splits: the four rankings, compared with single models, and new people.
#   bench/blend.sh [config]     default: configs/quickstart.yaml, what everyone gets; about 15 minutes on two cores.
#                               configs/blend.yaml takes 50, and 10 once its models are kept.
# Needs the folder that MATINEE_TEST_DATA names (ml-latest-small/, splits/). One configuration for every row.
set -euo pipefail
home="$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)"
data="${MATINEE_TEST_DATA:-$home/../shared/data}"
config="${1:-configs/quickstart.yaml}"
work="$home/.build/bench/blend"
[[ -d "$data/splits/topn" ]] || { echo "error: no splits in $data; set MATINEE_TEST_DATA." >&2; exit 1; }
mkdir -p "$work"

quietly() { "$@" >"$work/log" 2>&1 || { cat "$work/log" >&2; exit 1; }; }

value() { # file metric k: the first model's figure
  awk -v metric="\"$2\"" -v k="$3" '
    /"metric":/ { name = $2; sub(/,$/, "", name); cutoff = "" }
    /"k":/      { cutoff = $2; sub(/,$/, "", cutoff) }
    /"value":/  { number = $2; sub(/,$/, "", number); if (name == metric && cutoff == k) { print number; exit } }' "$1"
}

prepared() { # name, preprocess flags
  local name="$1"
  shift
  quietly "$home/matinee" preprocess --data-dir "$data/ml-latest-small" --output-dir "$work/$name" \
    --min-user-ratings 1 --min-movie-ratings 1 --min-tags-per-item 1 "$@"
}

trained() { # name, model name, configuration
  quietly "$home/matinee" train --data-dir "$work/$1" --config-path "$3" --output-dir "$work/$1-$2"
}

evaluated() { # name, model name, evaluate flags
  local name="$1" model="$2"
  shift 2
  quietly "$home/matinee" evaluate --data-dir "$work/$name" --model-path "$work/$name-$model" --output-dir "$work/$name-$model-report" "$@"
}

printf '| split | model | NDCG@10 | Recall@10 |\n|---|---|---|---|\n'
splits="$data/splits"
for split in all-random ge4-random all-temporal ge4-temporal; do
  files="$splits/topn/mls-$split"
  prepared "$split" --train-file "$files/train.csv" --valid-file "$files/valid.csv" --test-file "$files/test.csv"
  for model in blend ease als ease-metadata als-metadata; do
    [[ $model == blend ]] && file="$config" || file="configs/$model.yaml"
    trained "$split" "$model" "$file"
    evaluated "$split" "$model"
    report="$work/$split-$model-report/metrics.json"
    printf '| %s | %s | %.4f | %.4f |\n' "$split" "$model" "$(value "$report" ndcg 10)" "$(value "$report" recall 10)"
  done
  for model in ease als ease-metadata als-metadata; do
    "$home/matinee" compare "$work/$split-blend-report" "$work/$split-$model-report" 2>/dev/null |
      awk -v split="$split" -v model="$model" '/ ndcg / { print "  " split ", blend against " model ": " $0; exit }' >&2
  done
done
for model in ease als ease-metadata als-metadata; do
  also=()
  for split in ge4-random all-temporal ge4-temporal; do
    also+=(--also "$work/$split-blend-report,$work/$split-$model-report")
  done
  "$home/matinee" compare "$work/all-random-blend-report" "$work/all-random-$model-report" "${also[@]}" 2>/dev/null |
    awk -v model="$model" '/ ndcg / { last = $0 } END { print "  all four, blend against " model ": " last }' >&2
done
for seed in 0 1 2; do
  files="$splits/cold-user/seed$seed"
  prepared "cold-user$seed" --split random --train-file "$files/train.csv"
  trained "cold-user$seed" blend "$config"
  evaluated "cold-user$seed" blend --support-file "$files/support.csv" --test-file "$files/test.csv" --min-rating 4
  printf '| new people, seed %s | blend, ten ratings | %.4f | |\n' "$seed" "$(value "$work/cold-user$seed-blend-report/metrics.json" ndcg 10)"
done
