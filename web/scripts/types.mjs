// node scripts/types.mjs [server] [--check]: the API's types from the OpenAPI document that the server writes.
import { readFileSync, writeFileSync } from "node:fs";
import openapiTS, { astToString } from "openapi-typescript";

const file = new URL("../src/api/schema.d.ts", import.meta.url);
const check = process.argv.includes("--check");
const server = process.argv.slice(2).find((word) => !word.startsWith("--")) ?? "http://127.0.0.1:3000";
const document = await (await fetch(`${server}/openapi/v1.json`)).json();
const types = `// Made by "npm run types" from the server's OpenAPI document; do not edit.\n${astToString(await openapiTS(document))}`;
if (!check) writeFileSync(file, types);
else if (readFileSync(file, "utf8") !== types) {
  console.error("src/api/schema.d.ts is not what the server says. Run: npm run types");
  process.exit(1);
}
