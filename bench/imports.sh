#!/usr/bin/env bash
# How well films are recognised under other sites' spellings, and how fast: bench/imports.sh. Without MovieLens the demo catalogue alone is asked.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
data="${MATINEE_TEST_DATA:-}"
dotnet run --project bench/Matinee.Bench -c Release -- imports ${data:+"$data/ml-latest-small"}
