#!/usr/bin/env bash
# deploy/publish.sh serve|full FOLDER: what the images run. serve: the server alone. full: the command line, which trains, too. The Dockerfile
# calls it. MATINEE_WEB: true (the default) builds the pages, which takes npm; built takes those that are there; false leaves them.
# MATINEE_TORCH: cpu (the default) or cuda, for full.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1
case "${1:-} $#" in
  "serve 2") project=Api ;;
  "full 2") project=Cli ;;
  *)
    echo "usage: deploy/publish.sh serve|full FOLDER" >&2
    exit 2
    ;;
esac
exec dotnet publish "src/Matinee.$project" -c Release -o "$2" -v quiet -p:PublishReadyToRun=true -p:MatineeWeb="${MATINEE_WEB:-true}" \
  -p:MatineeTorch="${MATINEE_TORCH:-cpu}"
