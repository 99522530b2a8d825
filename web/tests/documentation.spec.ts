import { expect, test } from "./person.ts";

test("the documentation shows the API and offers nothing of its maker's", async ({ page }) => {
  await page.goto("/docs");
  await expect(page.getByRole("heading", { name: "Recommendations", exact: true }).first()).toBeVisible({
    timeout: 20_000,
  });
  for (const offer of [
    /Developer Tools/i,
    /Generate SDK/i,
    /Deploy/i,
    /Ask AI/i,
    /\bMCP\b.*(Cursor|VS Code)/i,
    /^Share$/,
  ])
    await expect(page.getByText(offer)).toHaveCount(0);
});
