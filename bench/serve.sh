#!/usr/bin/env bash
# How fast the server answers: bench/serve.sh [--postgres] MODEL... publishes it, starts it on each model's folder and asks for every
# user's list. With --postgres the store is a PostgreSQL on the same cores, which waits for its disk as in earnest.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
if [[ "${1:-}" == --postgres ]]; then
  shift
  folder="$(mktemp -d /tmp/matinee-postgres-XXXXXX)"
  trap 'tests/postgres.sh stop "$folder"; rm -rf "$folder"' EXIT
  MATINEE_BENCH_STORE="$(PGSYNC=on tests/postgres.sh start "$folder")"
  export MATINEE_BENCH_STORE
fi
[[ $# -gt 0 ]] || { echo "usage: bench/serve.sh [--postgres] MODEL..." >&2; exit 2; }
out=.build/bench/serve
deploy/publish.sh serve "$out"
# The catalogue is read for search once; here it would only take time from what is measured.
export MATINEE_SEMANTIC_SEARCH=off
for model in "$@"; do
  dotnet run --project bench/Matinee.Bench -c Release -- serve "$out/Matinee.Api" "$model"
done
