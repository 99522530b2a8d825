#!/usr/bin/env bash
# deploy/publish.sh serve|full FOLDER: what the images run, for this machine's kind of system; it needs no .NET there. The Dockerfile calls it.
# serve: the server alone, compiled ahead of time together with .NET, for a quick start. full: the command line, which trains, too.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1
case "${1:-} $#" in
  "serve 2") project=Api composite=true ;;
  "full 2") project=Cli composite=false ;;
  *)
    echo "usage: deploy/publish.sh serve|full FOLDER" >&2
    exit 2
    ;;
esac
# Apart from what people build: it is for another kind of run. MATINEE_WEB: true builds the pages, which takes npm; built takes those that are there; false leaves them.
exec dotnet publish "src/Matinee.$project" -c Release -o "$2" -v quiet --self-contained \
  -p:ArtifactsPath="$PWD/.build/publish" -p:PublishReadyToRun=true -p:PublishReadyToRunComposite="$composite" -p:MatineeWeb="${MATINEE_WEB:-true}"
