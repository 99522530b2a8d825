import { expect, test } from "./person.ts";

test("people are added, each one's wish is shown, and the address holds them all", async ({ page }) => {
  await page.goto("/together");
  await expect(page.getByText("Two people or more make it interesting. Add someone.")).toBeVisible();
  for (const id of ["1", "2", "3"]) {
    await page.getByLabel("User number").fill(id);
    await page.getByRole("button", { name: "Add", exact: true }).click();
    await expect(page.getByRole("link", { name: `User ${id}`, exact: true })).toBeVisible();
  }
  await expect(page).toHaveURL("/together?users=1%2C2%2C3");
  const first = page.getByRole("article").first();
  await expect(first.getByRole("list", { name: "How much each wants it" }).getByRole("img")).toHaveCount(3);
  await expect(first.getByRole("img", { name: /^User 2: wants it \d+%, would give \d\.\d stars$/ })).toBeVisible();
  const average = await page.getByRole("article").getByRole("heading").allTextContents();
  await page.getByRole("radio", { name: /Nobody is miserable/ }).check();
  await expect(page).toHaveURL("/together?users=1%2C2%2C3&strategy=least-misery");
  await expect.poll(() => page.getByRole("article").getByRole("heading").allTextContents()).not.toEqual(average);
  await page.getByRole("button", { name: "Remove User 2" }).click();
  await expect(first.getByRole("list").getByRole("img")).toHaveCount(2);
  await page.goBack();
  await expect(first.getByRole("list").getByRole("img")).toHaveCount(3);
});

test("least misery never puts first what someone wants least of all", async ({ page }) => {
  await page.goto("/together?users=1,2&strategy=least-misery");
  const wishes = await page
    .getByRole("article")
    .first()
    .getByRole("img", { name: /wants it/ })
    .evaluateAll((bars) =>
      bars.map((bar) => Number(/wants it (\d+)%/.exec(bar.getAttribute("aria-label") ?? "")?.[1])),
    );
  const last = await page
    .getByRole("article")
    .last()
    .getByRole("img", { name: /wants it/ })
    .evaluateAll((bars) =>
      bars.map((bar) => Number(/wants it (\d+)%/.exec(bar.getAttribute("aria-label") ?? "")?.[1])),
    );
  expect(Math.min(...wishes)).toBeGreaterThanOrEqual(Math.min(...last));
});

test("someone unknown, twice or not a number is said so", async ({ page }) => {
  await page.goto("/together?users=1");
  const field = page.getByLabel("User number");
  const complaint = page.getByRole("alert");
  for (const [typed, said] of [
    ["987654", "There is no user 987654 here."],
    ["1", "User 1 is on the sofa already."],
    ["me", "A user number is a whole number above 0."],
  ] as const) {
    await field.fill(typed);
    await field.press("Enter");
    await expect(complaint).toHaveText(said);
  }
  await expect(page).toHaveURL("/together?users=1");
});
