#!/usr/bin/env bash
# What people notice of a model that is exchanged: bench/swap.sh MODEL_A MODEL_B publishes the server and lets it go from one to the other.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
[[ $# -ge 2 ]] || { echo "usage: bench/swap.sh MODEL_A MODEL_B [connections]" >&2; exit 2; }
out=.build/bench/serve
deploy/publish.sh serve "$out"
# The catalogue is read for search once; here it would only take time from what is measured.
export MATINEE_SEMANTIC_SEARCH=off
dotnet run --project bench/Matinee.Bench -c Release -- swap "$out/Matinee.Api" "$@"
