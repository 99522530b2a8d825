// npm test [-- playwright's arguments]: builds the pages, trains a model, starts the server, and runs the tests in a browser.
import { spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";

const web = dirname(dirname(fileURLToPath(import.meta.url)));
const home = dirname(web);
const work = join(web, ".test");
const program = process.env.MATINEE_PROGRAM ?? built() ?? join(home, "matinee");
const chromium = process.env.CHROMIUM ?? "/usr/bin/chromium";

/** The newest build there is: the launcher would compile ahead, which takes minutes. */
function built() {
  const bin = join(home, ".build/bin/Matinee.Cli");
  return (existsSync(bin) ? readdirSync(bin) : [])
    .map((name) => join(bin, name, "matinee"))
    .filter((file) => existsSync(file))
    .sort((left, right) => statSync(right).mtimeMs - statSync(left).mtimeMs)[0];
}

function run(command, args, options = {}) {
  const { status, stdout, stderr } = spawnSync(command, args, { cwd: web, encoding: "utf8", ...options });
  if (status !== 0) {
    console.error(`${command} ${args.join(" ")} failed:\n${stdout ?? ""}${stderr ?? ""}`);
    process.exit(1);
  }
}

/** MovieLens where it is, else the demo's catalogue with simulated ratings and, since it has none, made-up TMDB ids. */
function rawData() {
  const movieLens = process.env.MATINEE_TEST_DATA && join(process.env.MATINEE_TEST_DATA, "ml-latest-small");
  if (movieLens && existsSync(movieLens)) return resolve(movieLens);
  const demo = join(work, "demo");
  rmSync(demo, { recursive: true, force: true });
  run(program, ["demo", "--output-dir", demo]);
  const links = join(demo, "links.csv");
  writeFileSync(links, readFileSync(links, "utf8").replace(/^(\d+),,\r?$/gm, "$1,,$1"));
  return demo;
}

/** Trained once for a program and its data. */
function model() {
  const raw = rawData();
  const folder = join(work, "model");
  const key = `${raw} ${statSync(program).mtimeMs}`;
  const keyFile = join(work, "model.key");
  if (existsSync(folder) && existsSync(keyFile) && readFileSync(keyFile, "utf8") === key) return folder;
  for (const old of [folder, join(work, "dataset")]) rmSync(old, { recursive: true, force: true });
  run(program, ["preprocess", "--data-dir", raw, "--output-dir", join(work, "dataset")]);
  run(program, [
    ...["train", "--data-dir", join(work, "dataset"), "--config-path", join(web, "tests/model.yaml")],
    ...["--fit-on", "all", "--output-dir", folder],
  ]);
  writeFileSync(keyFile, key);
  return folder;
}

/** What a program says first that matches; the run fails if it ends before. */
function said(child, pattern) {
  return new Promise((done) => {
    let text = "";
    child.stdout.on("data", (chunk) => {
      text += chunk;
      const found = pattern.exec(text);
      if (found) done(found[1]);
    });
    child.on("exit", (code) => {
      console.error(`${child.spawnargs.join(" ")} ended with ${code}: ${text}`);
      process.exit(1);
    });
    process.on("exit", () => {
      child.removeAllListeners("exit");
      child.kill("SIGTERM");
    });
  });
}

/** An empty folder for a store. */
function emptyStore(name) {
  const store = join(work, name);
  rmSync(store, { recursive: true, force: true });
  mkdirSync(store);
  return join(store, "matinee.db");
}

function serve(folder, store, tmdb, ...flags) {
  return spawn(
    program,
    [
      ...["serve", "--model-path", folder, "--store", store, "--port", "0"],
      ...["--web-path", join(home, "src/Matinee.Api/wwwroot"), "--semantic-search", "off", ...flags],
    ],
    {
      stdio: ["ignore", "pipe", "inherit"],
      env: {
        ...process.env,
        MATINEE_TMDB_KEY: "0123456789abcdef0123456789abcdef",
        MATINEE_TMDB_API_URL: tmdb,
        MATINEE_TMDB_IMAGE_URL: `${tmdb}t/p/`,
      },
    },
  );
}

const listening = /at (http:\S+)/;

/** A server that asks for keys, and the admin's that was made before. */
async function serveWithKeys(folder, tmdb) {
  const store = emptyStore("store-with-keys");
  const before = serve(folder, store, tmdb, "--keys", "off");
  const address = await said(before, listening);
  const answer = await fetch(`${address}/api/admin/keys`, {
    method: "POST",
    headers: { "Content-Type": "application/json" },
    body: JSON.stringify({ name: "tests", scope: "admin" }),
  });
  const { secret } = await answer.json();
  before.removeAllListeners("exit");
  const ended = once(before, "exit");
  before.kill("SIGTERM");
  await ended;
  return { address: await said(serve(folder, store, tmdb, "--keys", "on"), listening), key: secret };
}

if (!existsSync(chromium)) {
  console.error(`There is no ${chromium}. Install it (apt-get install chromium), or name another in CHROMIUM.`);
  process.exit(1);
}
mkdirSync(work, { recursive: true });
run("npm", ["run", "--silent", "check"]);
run("npm", ["run", "--silent", "build", "--", "--logLevel", "warn"]);
const folder = model();
const tmdb = await said(
  spawn("node", ["tests/tmdb.mjs"], { cwd: web, stdio: ["ignore", "pipe", "inherit"] }),
  /(http:\S+)/,
);
const address = await said(serve(folder, emptyStore("store"), tmdb), listening);
const keyed = await serveWithKeys(folder, tmdb);
run("node", ["scripts/types.mjs", address, "--check"]);
const { status } = spawnSync("npx", ["playwright", "test", ...process.argv.slice(2)], {
  cwd: web,
  stdio: "inherit",
  env: {
    ...process.env,
    MATINEE_ADDRESS: address,
    MATINEE_KEYED_ADDRESS: keyed.address,
    MATINEE_KEYED_ADMIN: keyed.key,
    CHROMIUM: chromium,
  },
});
process.exit(status ?? 1);
