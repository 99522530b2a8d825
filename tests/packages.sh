#!/usr/bin/env bash
# tests/packages.sh: does with the packages of ./build.sh pack what docs/packages.md and their READMEs say: adds their folder as a source, installs
# the tool, trains and serves with it, adds both libraries to projects of their own and runs their examples. Everything but Matinee comes out of this
# machine's package cache, which stands for nuget.org.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1
repository="$PWD"
work="$(mktemp -d /tmp/matinee-packages-XXXXXX)"
server=
clean_up() {
  if [[ -n "$server" ]]; then kill "$server" 2>/dev/null || true; wait "$server" 2>/dev/null || true; fi
  rm -rf "$work"
}
trap clean_up EXIT
fail() {
  echo "packages: $1" >&2
  exit 1
}

cache="$(dotnet nuget locals global-packages --list | sed 's/^[^:]*: *//')"
cd "$work"
# Packages of their own: what an earlier run installed must not be what this one tries.
export NUGET_PACKAGES="$work/packages"
cat >NuGet.config <<EOF
<configuration>
  <packageSources>
    <clear />
    <add key="cache" value="$cache" />
  </packageSources>
  <packageSourceMapping>
    <packageSource key="matinee"><package pattern="Matinee*" /></packageSource>
    <packageSource key="cache"><package pattern="*" /></packageSource>
  </packageSourceMapping>
</configuration>
EOF
# Of this folder alone: the user's own configuration is left as it is.
dotnet nuget add source "$repository/.build/packages" --name matinee --configfile NuGet.config >source.log || { cat source.log >&2; fail "the source can't be added"; }

example() { # PACKAGE FOLDER: the README's program as a project to which only the package is added
  mkdir "$2"
  cat >"$2/$2.csproj" <<EOF
<Project Sdk="Microsoft.NET.Sdk">
  <PropertyGroup>
    <OutputType>Exe</OutputType>
    <TargetFramework>net10.0</TargetFramework>
    <ImplicitUsings>enable</ImplicitUsings>
    <Nullable>enable</Nullable>
    <NuGetAudit>false</NuGetAudit>
    <TreatWarningsAsErrors>true</TreatWarningsAsErrors>
  </PropertyGroup>
</Project>
EOF
  (cd "$2" && dotnet add package "$1") >"$2.log" || { cat "$2.log" >&2; fail "$1 can't be added to a project"; }
  unzip -p "$repository/.build/packages/$1."[0-9]*.nupkg README.md | awk '/^```csharp/ { on = 1; next } /^```/ { on = 0 } on' >"$2/Program.cs"
}

dotnet tool install Matinee.Tool --tool-path tool --configfile NuGet.config >tool.log || { cat tool.log >&2; fail "the tool does not install"; }
matinee="$work/tool/matinee"
"$matinee" --version
"$matinee" demo --users 300 --ratings 40000 --output-dir raw >demo.log
"$matinee" preprocess --data-dir raw --output-dir data >preprocess.log
"$matinee" train --data-dir data --config-path configs/ease.yaml --fit-on all --output-dir models/default >train.log
printf 'movieId,rating\n260,5\n1,4.5\n' >ratings.csv
"$matinee" recommend --model-path models/default --ratings ratings.csv --n-recommendations 5 --format csv >list.csv
"$matinee" train --data-dir data --config-path configs/hybrid.yaml --output-dir models/hybrid >hybrid.log 2>&1 &&
  fail "the tool trains networks: is libtorch in it?"
grep -q 'libtorch' hybrid.log || { cat hybrid.log >&2; fail "the tool does not say that it has no libtorch"; }

example Matinee library
dotnet build library -c Release -v quiet --nologo -o library/out
library/out/library | tee library.log
# The same model, the same ratings: the same movies, in the same order.
diff <(sed -n '2,$ s/^[0-9]*,[0-9]*,"\{0,1\}\(.*([0-9]*)\).*/\1/p' list.csv) <(sed 's/^★[0-9.]* \(.*([0-9]*)\): .*/\1/' library.log) ||
  fail "the library recommends other movies than the tool"
[[ "$(find library/out -name '*.so' -o -name '*.dylib' | wc -l)" == 0 ]] || fail "the library brings native libraries along"

example Matinee.Client client
for port in 3401 3402 3403; do
  "$matinee" serve --model-path models/default --port "$port" >serve.log 2>&1 &
  server=$!
  for _ in $(seq 100); do
    curl -fsS "localhost:$port/health/live" >/dev/null 2>&1 && break 2
    kill -0 "$server" 2>/dev/null || break
    sleep 0.2
  done
done
sed -i "s/localhost:3000/localhost:$port/" client/Program.cs
dotnet build client -c Release -v quiet --nologo -o client/out
client/out/client | tee client.log
[[ "$(wc -l <client.log)" == 5 ]] || { cat serve.log >&2; fail "the client's list has not five movies"; }
if compgen -G "tool/.store/*/*/*/*/tools/*/*/wwwroot/index.html" >/dev/null; then
  curl -fsS "localhost:$port/" | grep -q '<html' || fail "the tool has pages and does not serve them"
fi
echo "The packages install and do what their READMEs say."
