#!/usr/bin/env bash
# deploy/rehearse.sh [serve|full] [FOLDER]: an image's steps without an engine, for machines that have none: the build context as .dockerignore
# leaves it, the Dockerfile's stages one after the other in folders of their own, and the program as the image runs it (as root: as user 1654,
# without capabilities) on the demo's model, until deploy/ready.sh says that it is ready. FOLDER (default .build/rehearsal) is emptied.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
root="$PWD"
target="${1:-serve}"
case "$target" in serve | full) ;; *) echo "usage: deploy/rehearse.sh [serve|full] [FOLDER]" >&2; exit 2 ;; esac
folder="$(realpath -m "${2:-.build/rehearsal}")"
rm -rf "$folder"
mkdir -p "$folder"/{context,web,src,matinee/{data,models,reports}}

echo "context: what .dockerignore leaves of the files under Git"
kept="$(sed -n 's/^!//p' .dockerignore)"
# shellcheck disable=SC2086
git ls-files -z -- $kept ':!web/tests' | tar --null --files-from=- --create | tar --extract --directory "$folder/context"

echo "stage web"
cp -r "$folder/context/web" "$folder/web/web"
mkdir -p "$folder/web/src/Matinee.Api"
(cd "$folder/web/web" && npm run --silent release)

echo "stage publish-$target"
cp -r "$folder/context/." "$folder/src/"
rm -rf "$folder/src/web"
cp -r "$folder/web/src/Matinee.Api/wwwroot" "$folder/src/src/Matinee.Api/wwwroot"
# The .NET stages have no npm.
mkdir "$folder/path"
for program in /usr/bin/* /bin/*; do
  name="$(basename "$program")"
  [[ "$name" == npm || "$name" == node || -e "$folder/path/$name" ]] || ln -s "$program" "$folder/path/$name"
done
ln -sf "$(command -v dotnet)" "$folder/path/dotnet"
(cd "$folder/src" && PATH="$folder/path" MATINEE_WEB=built deploy/publish.sh "$target" "$folder/app")

echo "run"
cp -r models/demo "$folder/matinee/models/demo"
cp deploy/ready.sh "$folder/matinee-ready"
program=(./Matinee.Api)
[[ "$target" == serve ]] || program=(./matinee serve)
as=()
if [[ $EUID -eq 0 ]]; then
  chown -R 1654:1654 "$folder/matinee"
  as=(setpriv --reuid=1654 --regid=1654 --clear-groups --no-new-privs --bounding-set=-all --inh-caps=-all)
fi
cd "$folder/matinee"
program[0]="$folder/app/${program[0]#./}"
MATINEE_HOST=127.0.0.1 MATINEE_PORT="${MATINEE_PORT:-3555}" MATINEE_CACHE="$PWD/data/cache" MATINEE_MODEL_PATH=models/demo MATINEE_STORE=data/matinee.db \
  ORT_DISABLE_TELEMETRY=1 DOTNET_ROOT="$(dirname "$(realpath "$(command -v dotnet)")")" "${as[@]}" "${program[@]}" &
server=$!
trap 'kill "$server" 2>/dev/null || true' EXIT
for _ in $(seq 60); do
  if MATINEE_PORT="${MATINEE_PORT:-3555}" bash "$folder/matinee-ready" 2>/dev/null; then
    kill "$server"
    wait "$server" && echo "$target: ready, and ended in order ($(du -sh "$folder/app" | cut -f1), $(find "$folder/context" -type f | wc -l) files of context)"
    exit
  fi
  sleep 1
done
echo "error: the server was not ready within a minute." >&2
exit 1
