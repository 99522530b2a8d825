#!/usr/bin/env bash
# The whole pipeline on made-up data of growing size, up to that of MovieLens 32M: time, processor time and peak memory of each stage,
# and how the time grows. bench/growth.sh [100k|1m|8m|32m]... (all of them unless told; about 10 minutes and 6 GB of disk).
# Lines are added to bench/results/<processor>.csv, and the table and the chart of docs/benchmarks.md are made from them.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
work="${MATINEE_BENCH_WORK:-.build/bench/growth}"
cli=.build/bench/growth-cli
mkdir -p "$work" bench/results .build/bench
command -v /usr/bin/time >/dev/null || { echo "error: GNU time is needed for peak memory: apt-get install time." >&2; exit 1; }
dotnet build src/Matinee.Cli -c Release -v quiet --nologo
rm -rf "$cli"; cp -r .build/bin/Matinee.Cli/release_* "$cli"
dotnet build bench/Matinee.Bench -c Release -v quiet --nologo
bench="$(echo .build/bin/Matinee.Bench/release_*/Matinee.Bench)"
processor="$(awk -F': ' '/model name/ { print $2; exit }' /proc/cpuinfo) family $(awk -F': ' '/cpu family/ { print $2; exit }' /proc/cpuinfo), $(nproc) cores"
results="bench/results/$(tr -cs 'A-Za-z0-9\n' '-' <<<"$processor" | tr 'A-Z' 'a-z' | sed 's/-*$//').csv"
[[ -f "$results" ]] || echo "date,stage,ratings,seconds,processor_seconds,peak_mb" >"$results"

printf 'model: als\nmodel_params: { factors: 64, iterations: 8 }\n' >"$work/als64.yaml"
printf 'model: als\nmodel_params: { factors: 128, iterations: 8 }\n' >"$work/als128.yaml"

stage() { # name ratings command...
  local name="$1" ratings="$2"
  shift 2
  /usr/bin/time -f '%e %U %S %M' -o "$work/time" "$@" >"$work/log" 2>&1 || { cat "$work/log" >&2; exit 1; }
  awk -v d="$(date +%F)" -v s="$name" -v r="$ratings" '{ printf "%s,%s,%s,%.2f,%.2f,%.0f\n", d, s, r, $1, $2 + $3, $4 / 1024 }' "$work/time" |
    tee -a "$results"
}

run() { # label users movies ratings tags
  local raw="$work/raw-$1" data="$work/data-$1" model="$work/model-$1" ratings="$4"
  stage synthesize "$ratings" "$cli/matinee" synthesize --users "$2" --movies "$3" --ratings "$4" --tags "$5" --output-dir "$raw"
  stage preprocess "$ratings" "$cli/matinee" preprocess --data-dir "$raw" --output-dir "$data"
  stage "train ALS 64 factors" "$ratings" "$cli/matinee" train --data-dir "$data" --config-path "$work/als64.yaml" --output-dir "$model-64"
  stage "train ALS 128 factors" "$ratings" "$cli/matinee" train --data-dir "$data" --config-path "$work/als128.yaml" --output-dir "$model"
  stage "evaluate – 20 000 users at most" "$ratings" "$cli/matinee" evaluate --data-dir "$data" --model-path "$model" --output-dir "$work/report" --sampled-users 20000
  stage "evaluate – all users" "$ratings" "$cli/matinee" evaluate --data-dir "$data" --model-path "$model" --output-dir "$work/report"
  stage "recommend to one user" "$ratings" "$cli/matinee" recommend --model-path "$model" --user-id 1
}

for size in "${@:-100k 1m 8m 32m}"; do
  for label in $size; do
    case "$label" in
      100k) run 100k 628 1500 100000 6000 ;;
      1m) run 1m 6280 4500 1000000 60000 ;;
      8m) run 8m 50240 30000 8000000 500000 ;;
      32m) run 32m 200948 87585 32000204 2000072 ;;
      *) echo "usage: bench/growth.sh [100k|1m|8m|32m]..." >&2; exit 2 ;;
    esac
  done
done
"$bench" growth "$results" docs/images/growth.svg
