#!/usr/bin/env bash
# ./build.sh [lint|build|test|docs]   check the format | compile everything | build and run every test (default) | the site in .build/docs
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")"
export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1

lint() {
  dotnet tool restore --verbosity quiet >/dev/null
  dotnet csharpier check .
}

build() {
  dotnet build Matinee.slnx -c Release -v quiet --nologo
}

site() { # docs/ as a site to be read in a browser; a link that leads nowhere is an error
  dotnet tool restore --verbosity quiet >/dev/null
  dotnet docfx build docs/docfx.json --warningsAsErrors --logLevel warning
  echo "Open .build/docs/index.html, or: dotnet docfx serve .build/docs"
}

web_tests() {
  if ! command -v npm >/dev/null; then
    echo "The web interface's tests are left out: npm is not on the PATH."
    return
  fi
  if [[ ! -x "${CHROMIUM:-/usr/bin/chromium}" ]] && ! install_package Chromium "the web interface's tests" chromium; then
    echo "The web interface's tests are left out: there is no Chromium. Install it, or name one in CHROMIUM."
    return
  fi
  npm test --prefix web --silent
}

postgres() { # starts one for the store's tests, and says where in MATINEE_TEST_POSTGRES
  [[ -z "${MATINEE_TEST_POSTGRES:-}" ]] || return 0
  if ! compgen -G '/usr/lib/postgresql/*/bin/initdb' >/dev/null && ! command -v initdb >/dev/null; then
    install_package PostgreSQL "the tests of the store on it" postgresql || true
  fi
  postgres_folder="$(mktemp -d /tmp/matinee-postgres-XXXXXX)"
  if MATINEE_TEST_POSTGRES="$(tests/postgres.sh start "$postgres_folder")"; then
    export MATINEE_TEST_POSTGRES
  else
    echo "The tests of the store on PostgreSQL are left out: none could be started. Install it, or name one in MATINEE_TEST_POSTGRES."
    stop_postgres
  fi
}

stop_postgres() {
  [[ -n "${postgres_folder:-}" ]] || return 0
  tests/postgres.sh stop "$postgres_folder" 2>/dev/null || true
  rm -rf "$postgres_folder"
  postgres_folder=
}

install_package() { # NAME WHAT-FOR PACKAGE: Debian's, where that may be done
  command -v apt-get >/dev/null && [[ $EUID -eq 0 ]] || return
  echo "Installing $1 for $2 ..."
  { apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq "$3"; } >/dev/null 2>&1
}

tests() {
  local log status=0
  log="$(mktemp)"
  trap stop_postgres EXIT
  postgres
  dotnet test --solution Matinee.slnx -c Release --no-build --no-progress 2>&1 | tee "$log" || status=$?
  web_tests 2>&1 | tee -a "$log" || status=$?
  # The runners' summaries, in the one plain line that people and CI look for.
  awk -v status="$status" '
    /^web: [0-9]+ passed/  { passed += $2; failed += $4; skipped += $6 }
    /^ *failed: [0-9]+/    { failed += $2 }
    /^ *succeeded: [0-9]+/ { passed += $2 }
    /^ *skipped: [0-9]+/   { skipped += $2 }
    END {
      if (status != 0 && failed == 0) failed = 1
      if (passed + failed == 0) { print "no test ran"; failed = 1 }
      printf "%d passed, %d failed%s\n", passed, failed, skipped ? ", " skipped " skipped" : ""
      exit failed > 0
    }' "$log" || status=1
  rm -f "$log"
  return "$status"
}

case "${1:-test}" in
  lint) lint ;;
  build) lint && build ;;
  test) lint && build && tests ;;
  docs) site ;;
  *) echo "usage: ./build.sh [lint|build|test|docs]" >&2; exit 2 ;;
esac
