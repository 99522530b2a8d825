import { expect, test } from "./person.ts";

test("a user number leads to that user's list", async ({ page }) => {
  await page.goto("/");
  await page.getByLabel("User number").fill("2");
  await page.getByRole("button", { name: "Show their list" }).click();
  await expect(page).toHaveURL(/\/u\/2$/);
  await expect(page.getByRole("heading", { level: 1, name: "For user 2" })).toBeVisible();
  await expect(page).toHaveTitle("List of user 2 · Matinee");
});

test("what is no number is said so and leads nowhere", async ({ page }) => {
  await page.goto("/");
  await page.getByLabel("User number").fill("two");
  await page.getByRole("button", { name: "Show their list" }).click();
  await expect(page.getByRole("alert")).toHaveText("A user number is a whole number above 0.");
  await expect(page).toHaveURL(/\/$/);
});

test("an example user is a click away and is remembered", async ({ page }) => {
  await page.goto("/");
  const example = page.getByRole("link", { name: /^User \d+/ }).first();
  const address = (await example.getAttribute("href")) ?? "";
  expect(address).toMatch(/^\/u\/\d+$/);
  await example.click();
  await expect(page).toHaveURL(new RegExp(`${address}$`));
  await expect(page.getByRole("article").first()).toBeVisible();
  await page.goto("/");
  await expect(page.getByRole("link", { name: "Go on with your list" })).toHaveAttribute("href", address);
});

test("someone new begins from the start page though another was here before", async ({ page }) => {
  await page.goto("/u/1");
  await expect(page.getByRole("article").first()).toBeVisible();
  await page.goto("/");
  await page.getByRole("button", { name: "Start as someone new" }).click();
  await expect(page).toHaveURL(/\/welcome$/);
  await expect(page.getByText("Before your first rating these are everyone’s favourites.")).toBeVisible();
});

test("an address that is none says so with status 404, and a program gets a problem", async ({ page, request }) => {
  const answer = await page.goto("/nowhere");
  expect(answer?.status()).toBe(404);
  await expect(page.getByRole("heading", { level: 1, name: "No such page" })).toBeVisible();
  const problem = await request.get("/nowhere", { headers: { Accept: "application/json" } });
  expect(problem.status()).toBe(404);
  expect(problem.headers()["content-type"]).toContain("application/problem+json");
});

test("hashed files are cached for good, compressed, and the page is asked for again", async ({ request }) => {
  const page = await request.get("/");
  expect(page.headers()["cache-control"]).toBe("no-cache");
  expect(page.headers()["content-security-policy"]).toContain("default-src 'none'");
  const script = /\/assets\/index-[^"]+\.js/.exec(await page.text())?.[0] ?? "";
  const file = await request.get(script, { headers: { "Accept-Encoding": "br" } });
  expect(file.headers()["content-encoding"]).toBe("br");
  expect(file.headers()["cache-control"]).toContain("immutable");
  const again = await request.get(script, { headers: { "If-None-Match": file.headers()["etag"] ?? "" } });
  expect(again.status()).toBe(304);
});
