#!/usr/bin/env bash
# tests/postgres.sh start FOLDER [initdb's options]   makes a PostgreSQL of its own in FOLDER and prints where it is
# tests/postgres.sh stop FOLDER                       stops it
set -euo pipefail

bin="$(ls -d /usr/lib/postgresql/*/bin 2>/dev/null | sort -V | tail -n 1 || true)"
[[ -n "$bin" ]] || bin="$(dirname "$(command -v postgres)")" || { echo "There is no PostgreSQL." >&2; exit 1; }

# It refuses to run as root.
as() {
  if [[ $EUID -ne 0 ]]; then
    "$@"
  else
    setpriv --reuid "$owner" --regid "$(id -g "$owner")" --clear-groups "$@"
  fi
}
owner="$(id -u postgres >/dev/null 2>&1 && echo postgres || echo nobody)"

start() {
  local folder="$1" port
  mkdir -p "$folder"
  if [[ $EUID -eq 0 ]]; then chown "$owner" "$folder"; fi
  # Scram, as in earnest: a wrong password must be refused.
  printf 'matinee-tests' >"$folder/password"
  if [[ $EUID -eq 0 ]]; then chown "$owner" "$folder/password"; fi
  chmod 600 "$folder/password"
  (cd "$folder" && as "$bin/initdb" -D "$folder/data" -U matinee --pwfile "$folder/password" -A scram-sha-256 \
    -E UTF8 --no-locale --no-sync >"$folder/initdb.log" 2>&1) || { cat "$folder/initdb.log" >&2; exit 1; }
  for _ in 1 2 3 4 5; do
    port=$((20000 + RANDOM % 20000))
    # Nothing here outlives the machine, so nothing waits for its disk; PGSYNC=on for figures.
    if (cd "$folder" && as "$bin/pg_ctl" -D "$folder/data" -l "$folder/log" -w -t 30 start -o \
      "-p $port -c listen_addresses=127.0.0.1 -c unix_socket_directories= -c fsync=${PGSYNC:-off} -c max_connections=200" >/dev/null); then
      echo "Host=127.0.0.1;Port=$port;Username=matinee;Password=matinee-tests;Database=postgres"
      return
    fi
  done
  cat "$folder/log" >&2
  exit 1
}

case "${1:-} ${2:-}" in
  "start "?*) start "$2" ;;
  "stop "?*) (cd "$2" && as "$bin/pg_ctl" -D "$2/data" -m immediate -w stop >/dev/null) ;;
  *) sed -n 2,3p "$0" >&2; exit 2 ;;
esac
