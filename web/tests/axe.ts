import { readFileSync } from "node:fs";
import type { Page } from "@playwright/test";
import type { AxeResults, RunOptions } from "axe-core";

declare global {
  interface Window {
    axe: { run: (options: RunOptions) => Promise<AxeResults> };
  }
}

const axe = readFileSync(new URL("../node_modules/axe-core/axe.min.js", import.meta.url), "utf8");

const everything = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];
const colours = ["color-contrast", "link-in-text-block"];

/** What axe has against a page as it is, with the elements meant; empty where it finds nothing. */
export async function axeFindings(page: Page, of: "everything" | "colours" = "everything"): Promise<string[]> {
  await page.evaluate(axe);
  const { violations } = await page.evaluate(
    (options) => window.axe.run(options),
    (of === "everything" ? { runOnly: everything } : { runOnly: { type: "rule", values: colours } }) as RunOptions,
  );
  return violations.map((one) => `${one.id}: ${one.nodes.map((node) => node.html).join("\n")}`);
}
