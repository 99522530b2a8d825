// Installs what the lock names, once: npm keeps a copy of the lock that it has installed.
import { spawnSync } from "node:child_process";
import { existsSync, statSync } from "node:fs";

const lock = new URL("../package-lock.json", import.meta.url);
const installed = new URL("../node_modules/.package-lock.json", import.meta.url);
if (existsSync(installed) && statSync(installed).mtimeMs >= statSync(lock).mtimeMs) process.exit(0);
const { status } = spawnSync("npm", ["ci", "--no-audit", "--no-fund", "--loglevel=error"], {
  cwd: new URL("..", import.meta.url),
  stdio: "inherit",
  shell: process.platform === "win32",
  env: { ...process.env, PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD: "1" },
});
process.exit(status ?? 1);
