#!/usr/bin/env bash
# How fast the server answers: bench/serve.sh MODEL... publishes it, starts it on each model's folder and asks for every user's list.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
[[ $# -gt 0 ]] || { echo "usage: bench/serve.sh MODEL..." >&2; exit 2; }
out=.build/bench/serve
dotnet publish src/Matinee.Api -c Release -o "$out" -p:PublishReadyToRun=true -v quiet --nologo
# The catalogue is read for search once; here it would only take time from what is measured.
export MATINEE_SEMANTIC_SEARCH=off
for model in "$@"; do
  dotnet run --project bench/Matinee.Bench -c Release -- serve "$out/Matinee.Api" "$model"
done
