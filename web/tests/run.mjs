// npm test [-- playwright's arguments]: builds the pages, trains a model, starts the server, and runs the tests in a browser.
import { spawn, spawnSync } from "node:child_process";
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

/** MovieLens where it is, else the demo's catalogue with simulated ratings. */
function rawData() {
  const movieLens = process.env.MATINEE_TEST_DATA && join(process.env.MATINEE_TEST_DATA, "ml-latest-small");
  if (movieLens && existsSync(movieLens)) return resolve(movieLens);
  const demo = join(work, "demo");
  if (!existsSync(demo)) run(program, ["demo", "--output-dir", demo]);
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

function serve(folder) {
  const store = join(work, "store");
  rmSync(store, { recursive: true, force: true });
  mkdirSync(store);
  const server = spawn(
    program,
    [
      ...["serve", "--model-path", folder, "--store", join(store, "matinee.db"), "--port", "0"],
      ...["--web-path", join(home, "src/Matinee.Api/wwwroot"), "--semantic-search", "off"],
    ],
    { stdio: ["ignore", "pipe", "inherit"] },
  );
  return new Promise((done) => {
    let said = "";
    server.stdout.on("data", (chunk) => {
      said += chunk;
      const address = /at (http:\S+)/.exec(said);
      if (address) done({ server, address: address[1] });
    });
    server.on("exit", (code) => {
      console.error(`The server ended with ${code}: ${said}`);
      process.exit(1);
    });
  });
}

if (!existsSync(chromium)) {
  console.error(`There is no ${chromium}. Install it (apt-get install chromium), or name another in CHROMIUM.`);
  process.exit(1);
}
mkdirSync(work, { recursive: true });
run("npm", ["run", "--silent", "check"]);
run("npm", ["run", "--silent", "build", "--", "--logLevel", "warn"]);
const { server, address } = await serve(model());
server.removeAllListeners("exit");
process.on("exit", () => server.kill("SIGTERM"));
run("node", ["scripts/types.mjs", address, "--check"]);
const { status } = spawnSync("npx", ["playwright", "test", ...process.argv.slice(2)], {
  cwd: web,
  stdio: "inherit",
  env: { ...process.env, MATINEE_ADDRESS: address, CHROMIUM: chromium },
});
process.exit(status ?? 1);
