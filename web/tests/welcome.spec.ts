import { asked, clickStars, expect, listIds, listTexts, test } from "./person.ts";

test("a new person's list changes after each rating, and the person is remembered", async ({ page }) => {
  await page.goto("/welcome");
  await expect.poll(() => listIds(page)).toHaveLength(8);
  const everyones = await listIds(page);
  const { name, stars } = asked(page);
  for (let n = 1; n <= 5; n++) {
    const before = await listIds(page);
    const title = await name.textContent();
    await clickStars(stars, n === 2 ? 4.5 : 5);
    await expect(page.getByRole("slider", { name: `Your rating of ${title}` }).last()).toHaveAttribute(
      "aria-valuetext",
      n === 2 ? "4.5 of 5 stars" : "5 of 5 stars",
    );
    await expect(name).not.toHaveText(title ?? "");
    await expect.poll(() => listTexts(page)).not.toEqual(before);
  }
  expect(await listIds(page)).not.toEqual(everyones);
  await expect(page.locator(".bulbs .on")).toHaveCount(5);
  await page.getByRole("link", { name: "See your list" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "For you" })).toBeVisible();
  const address = page.url();
  await page.reload();
  await expect(page.getByRole("heading", { level: 1, name: "For you" })).toBeVisible();
  await page.goto("/welcome");
  await expect(page.getByText("5 ratings. The more, the better it knows you.")).toBeVisible();
  await expect(page.getByRole("link", { name: "For you" })).toHaveAttribute("href", new URL(address).pathname);
});

test("the movie that is asked about stays while better ones to ask about arrive", async ({ page }) => {
  await page.goto("/welcome");
  const { name, stars } = asked(page);
  await expect.poll(() => listIds(page)).toHaveLength(8);
  const first = await name.textContent();
  const arrived = page.waitForResponse((answer) => answer.url().includes("/api/onboarding/movies"));
  await page.route("**/api/onboarding/movies**", async (route) => {
    const answer = await route.fetch();
    const asking = (await answer.json()) as { movies: unknown[] };
    await route.fulfill({ response: answer, json: { ...asking, movies: asking.movies.reverse() } });
  });
  await clickStars(stars, 4);
  await expect(name).not.toHaveText(first ?? "");
  const second = await name.textContent();
  await arrived;
  await page.waitForLoadState("networkidle");
  await page.unrouteAll({ behavior: "wait" });
  await expect(name).toHaveText(second ?? "");
});

test("nobody is made before the first rating, and a skipped movie does not come back", async ({ page }) => {
  const made: string[] = [];
  page.on("request", (request) => request.method() === "POST" && made.push(new URL(request.url()).pathname));
  await page.goto("/welcome");
  const { name } = asked(page);
  const skipped = new Set<string>();
  for (let n = 0; n < 4; n++) {
    const title = (await name.textContent()) ?? "";
    expect(skipped.has(title)).toBe(false);
    skipped.add(title);
    await page.getByRole("button", { name: "Haven’t seen it" }).click();
    await expect(name).not.toHaveText(title);
  }
  expect(made).not.toContain("/api/users");
});

test("a rating given can be changed and taken back", async ({ page }) => {
  await page.goto("/welcome");
  const { name, stars } = asked(page);
  const title = (await name.textContent()) ?? "";
  await clickStars(stars, 2);
  const given = page.locator(".given").getByRole("slider", { name: `Your rating of ${title}` });
  await expect(given).toHaveAttribute("aria-valuenow", "2");
  await clickStars(given, 3.5);
  await expect(given).toHaveAttribute("aria-valuenow", "3.5");
  await page.reload();
  await expect(given).toHaveAttribute("aria-valuenow", "3.5");
  await page.getByRole("button", { name: `Remove rating: ${title}` }).click();
  await expect(given).toHaveCount(0);
});

test("a rating that is not saved is not shown as if it were", async ({ page }) => {
  await page.goto("/welcome");
  const { name, stars } = asked(page);
  const title = (await name.textContent()) ?? "";
  await page.route("**/api/users", (route) => route.abort());
  await clickStars(stars, 4);
  await expect(page.getByRole("status").filter({ hasText: "The rating was not saved." })).toBeVisible();
  await expect(name).toHaveText(title);
  await expect(page.locator(".given")).toHaveCount(0);
});
