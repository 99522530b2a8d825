import { devices, type Locator } from "@playwright/test";
import { asked, expect, knownMovies, listIds, newPerson, test } from "./person.ts";

test("a newcomer rates, halves, adjusts and skips without a mouse", async ({ page }) => {
  await page.goto("/welcome");
  const { name, stars } = asked(page);
  await expect(stars).toBeFocused();
  const first = (await name.textContent()) ?? "";
  await page.keyboard.press("4");
  await page.keyboard.press(".");
  await expect(stars).toHaveAttribute("aria-valuetext", "4.5 of 5 stars");
  await page.keyboard.press("Enter");
  const given = page.locator(".given").getByRole("slider", { name: `Your rating of ${first}` });
  await expect(given).toHaveAttribute("aria-valuenow", "4.5");
  await expect(name).not.toHaveText(first);
  await expect(stars).toBeFocused();
  const before = await listIds(page);
  const second = (await name.textContent()) ?? "";
  for (const key of ["3", "ArrowRight", "ArrowRight", "ArrowLeft"]) await page.keyboard.press(key);
  await expect(stars).toHaveAttribute("aria-valuetext", "3.5 of 5 stars");
  // Without Enter it counts after a moment.
  await expect(name).not.toHaveText(second);
  await expect.poll(() => listIds(page)).not.toEqual(before);
  const third = (await name.textContent()) ?? "";
  await page.keyboard.press("s");
  await expect(name).not.toHaveText(third);
});

test("the keys work after a click that led to the questions, and after one that skips", async ({ page }) => {
  await page.goto("/");
  await page.getByRole("link", { name: "Rate a few movies" }).click();
  const { name, stars } = asked(page);
  await expect(stars).toBeFocused();
  await expect(stars).toHaveAccessibleDescription(/^Keys: 1–5/);
  const skip = page.getByRole("button", { name: "Haven’t seen it" });
  const first = (await name.textContent()) ?? "";
  await skip.click();
  await expect(name).not.toHaveText(first);
  await expect(stars).toBeFocused();
  // Who skips by key goes on skipping.
  const second = (await name.textContent()) ?? "";
  await skip.press("Enter");
  await expect(name).not.toHaveText(second);
  await expect(skip).toBeFocused();
});

test("the stars do not take the focus from someone who is elsewhere, nor where there are no keys", async ({
  page,
  browser,
  baseURL,
}) => {
  let answer = (): void => undefined;
  const held = new Promise<void>((done) => (answer = done));
  await page.route("**/api/onboarding/movies**", async (route) => {
    await held;
    await route.continue();
  });
  await page.goto("/welcome");
  const search = page.getByRole("link", { name: "Search", exact: true });
  await search.focus();
  answer();
  await expect(asked(page).name).toBeVisible();
  await expect(search).toBeFocused();

  const context = await browser.newContext({ ...devices["Pixel 7"], baseURL: baseURL ?? "" });
  const phone = await context.newPage();
  await phone.goto("/welcome");
  await expect(asked(phone).name).toBeVisible();
  await expect(asked(phone).stars).not.toBeFocused();
  await context.close();
});

test("Escape takes back what keys have set but not given", async ({ page, request }) => {
  const [first, second] = await knownMovies(request, 2);
  const id = await newPerson(request, [[first!.id, 4]]);
  await page.goto(`/u/${id}`);
  await expect(page.getByRole("article").first()).toBeVisible();
  await page.goto(`/movie/${second!.id}`);
  const stars = page.getByRole("slider", { name: /^Your rating/ });
  await stars.focus();
  await page.keyboard.press("2");
  await expect(stars).toHaveAttribute("aria-valuenow", "2");
  await page.keyboard.press("Escape");
  await expect(stars).toHaveAttribute("aria-valuetext", "Not rated");
  await page.keyboard.press("5");
  await page.keyboard.press("Enter");
  await expect(page.getByRole("button", { name: "Remove rating" })).toBeVisible();
  await page.keyboard.press("Delete");
  await expect(stars).toHaveAttribute("aria-valuetext", "Not rated");
});

test("focus stays in the list when the movie under it is rated or hidden", async ({ page, request }) => {
  const known = await knownMovies(request, 2);
  const id = await newPerson(
    request,
    known.map((movie) => [movie.id, 4]),
  );
  await page.goto(`/u/${id}`);
  const cards = page.getByRole("article");
  await cards.nth(1).getByRole("slider").focus();
  const titleOf = async (card: Locator): Promise<string> =>
    (await card.getByRole("heading").textContent())?.trim() ?? "";
  const gone = (title: string): Promise<void> =>
    expect(page.getByRole("heading", { level: 3, name: title, exact: true })).toHaveCount(0);
  const rated = await titleOf(cards.nth(1));
  await page.keyboard.press("4");
  await page.keyboard.press("Enter");
  await gone(rated);
  await expect(cards.nth(1).getByRole("slider")).toBeFocused();
  await cards
    .first()
    .getByRole("button", { name: /^Not interested/ })
    .focus();
  const hidden = await titleOf(cards.first());
  await page.keyboard.press("Enter");
  await gone(hidden);
  await expect(cards.first().getByRole("button", { name: /^Not interested/ })).toBeFocused();
});

test("the first stop of every page leads past the way around", async ({ page }) => {
  await page.goto("/model");
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
  await page.keyboard.press("Tab");
  const skip = page.getByRole("link", { name: "Skip to the content" });
  await expect(skip).toBeFocused();
  await expect(skip).toBeInViewport();
  await page.keyboard.press("Enter");
  await expect(page.locator("main")).toBeFocused();
});
