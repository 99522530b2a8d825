#!/usr/bin/env bash
# ./build.sh [lint|build|test|docs]   check the format | compile everything | build and run the tests (default) | the site in .build/docs
# ./build.sh thorough                 test, with those that take minutes: every bar on MovieLens, up to twenty kills instead of three, more fuzzing
# ./build.sh [licences|commands|api]  write docs/licences.md | write docs/commands.md | write src/*/PublicAPI.txt
# ./build.sh [sbom|audit]             write .build/sbom/*.json | look for known vulnerabilities
# ./build.sh [pack|packages]          write .build/packages/*.nupkg (pack RID...: the tool for these systems) | that, then install and try them
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

tests() { # OPTION...: of dotnet test
  local log status=0
  log="$(mktemp)"
  trap stop_postgres EXIT
  postgres
  dotnet test --solution Matinee.slnx -c Release --no-build --no-progress "$@" 2>&1 | tee "$log" || status=$?
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

licences() {
  dotnet build tests/Matinee.Cli.Tests -c Release -v quiet --nologo
  MATINEE_WRITE_LICENCES=1 dotnet test --project tests/Matinee.Cli.Tests -c Release --no-build --no-progress \
    --filter-class Matinee.Cli.Tests.Documentation.LicenceTests
}

commands() { # docs/commands.md: every command's help
  dotnet build tests/Matinee.Cli.Tests -c Release -v quiet --nologo
  MATINEE_WRITE_COMMANDS=1 dotnet test --project tests/Matinee.Cli.Tests -c Release --no-build --no-progress \
    --filter-class Matinee.Cli.Tests.Documentation.CommandGuideTests
}

api() { # what the libraries offer, as their PublicAPI.txt
  local project
  for project in Matinee Matinee.Client; do
    dotnet build "tests/$project.Tests" -c Release -v quiet --nologo
    MATINEE_WRITE_API=1 dotnet test --project "tests/$project.Tests" -c Release --no-build --no-progress --filter-class "$project.Tests.PublicApiTests"
  done
}

sbom() { # CycloneDX, of the packages that the last build restored
  dotnet tool restore --verbosity quiet >/dev/null
  local project version
  version="$(sed -n 's:.*<Version>\(.*\)</Version>.*:\1:p' Directory.Build.props)"
  for project in Matinee.Cli Matinee.Api; do
    dotnet restore "src/$project" -v quiet
    dotnet CycloneDX "src/$project/$project.csproj" --disable-package-restore --output-format Json \
      --output .build/sbom --filename "$project.json" --set-name "$project" --set-version "$version"
  done
  ls -l .build/sbom/*.json
}

knows_vulnerabilities() { # whether the package source has heard of one that everyone knows: mirrors often have not
  local folder found=1
  folder="$(mktemp -d)"
  # Props beside it, so that ours don't count.
  echo '<Project />' | tee "$folder/Directory.Build.props" "$folder/Directory.Packages.props" >"$folder/Directory.Build.targets"
  cat >"$folder/known.csproj" <<'EOF'
<Project Sdk="Microsoft.NET.Sdk">
  <PropertyGroup><TargetFramework>net10.0</TargetFramework><NuGetAudit>false</NuGetAudit></PropertyGroup>
  <ItemGroup><PackageReference Include="Newtonsoft.Json" Version="12.0.1" /></ItemGroup>
</Project>
EOF
  if dotnet list "$folder/known.csproj" package --vulnerable 2>/dev/null | grep -q 'has the following vulnerable packages'; then
    found=0
  fi
  rm -rf "$folder"
  return "$found"
}

audit() { # every restore looks at the direct packages (NuGetAudit); this looks at theirs, too
  local log status=0
  log="$(dotnet list Matinee.slnx package --vulnerable --include-transitive 2>&1)" || status=$?
  if grep -q 'has the following vulnerable packages' <<<"$log"; then
    echo "$log"
    echo "There are packages with known vulnerabilities, see above: take newer versions in Directory.Packages.props." >&2
    return 1
  fi
  if [[ $status -ne 0 ]] || ! grep -q 'has no vulnerable packages' <<<"$log"; then
    echo "$log"
    echo "Nothing is known: the package source could not be asked. Check the network and 'dotnet nuget list source'." >&2
    return 1
  fi
  if ! knows_vulnerabilities; then
    echo "Nothing is known: the package source has no list of vulnerabilities. Ask nuget.org itself, not a mirror." >&2
    return 1
  fi
  echo "No package of NuGet's, direct or not, has a vulnerability that the package source knows of."
  if command -v npm >/dev/null; then
    npm audit --prefix web --omit=optional ||
      { echo "npm's packages: see above. They build the pages; docs/licences.md names the few that ship." >&2; return 1; }
  fi
}

pack() { # RID...: packages in .build/packages, the tool for these systems; default: this machine's
  # A place of their own: what they are built with (no libtorch, paths of no machine) must not become that of every build.
  local rid common=(-c Release -v quiet --nologo -p:ArtifactsPath="$PWD/.build/pack" -o "$PWD/.build/packages")
  if git rev-parse --git-dir >/dev/null 2>&1; then common+=(-p:ContinuousIntegrationBuild=true); fi
  [[ $# -gt 0 ]] || set -- "$(dotnet msbuild src/Matinee.Cli -getProperty:NETCoreSdkRuntimeIdentifier)"
  command -v npm >/dev/null || echo "npm is not on the PATH: the tool is packed without its pages."
  rm -rf .build/packages
  dotnet pack src/Matinee.Client "${common[@]}"
  dotnet pack src/Matinee "${common[@]}"
  for rid in "$@"; do
    dotnet pack src/Matinee.Cli "${common[@]}" -r "$rid" -p:MatineeTool=true -p:MatineeTorch=none -p:MatineeWeb="${MATINEE_WEB:-true}"
  done
  local index=(-p:MatineeTool=index -p:MatineeTorch=none -p:ToolPackageRuntimeIdentifiers="$(IFS=';' && echo "\"$*\"")")
  dotnet restore src/Matinee.Cli -v quiet -p:ArtifactsPath="$PWD/.build/pack" "${index[@]}"
  dotnet pack src/Matinee.Cli "${common[@]}" --no-build "${index[@]}"
  ls -l .build/packages
}

case "${1:-test}" in
  lint) lint ;;
  build) lint && build ;;
  test) lint && build && tests ;;
  thorough) lint && build && MATINEE_FUZZ_CASES=2000 tests --explicit on ;;
  docs) site ;;
  licences | commands | api | sbom | audit) "$1" ;;
  pack) pack "${@:2}" ;;
  packages) pack && tests/packages.sh ;;
  *) echo "usage: ./build.sh [lint|build|test|thorough|docs|licences|commands|api|sbom|audit|pack|packages]" >&2; exit 2 ;;
esac
