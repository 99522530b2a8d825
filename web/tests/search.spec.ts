import { expect, knownMovies, test } from "./person.ts";

test("a misspelt title is found while it is typed, and its page is a click away", async ({ page, request }) => {
  const known = await knownMovies(request, 50);
  const movie = known.find((one) => /^[A-Za-z]{6,} \(/.test(one.title));
  const word = movie!.title.split(" ")[0]!;
  const misspelt = word.slice(0, 3) + word.slice(4);
  await page.goto("/search");
  await page.getByRole("searchbox").pressSequentially(misspelt);
  await expect(page).toHaveURL(new RegExp(`q=${misspelt}$`));
  const result = page.getByRole("listitem").getByRole("link").filter({ hasText: word });
  await expect(result.first()).toBeVisible();
  await result.first().click();
  await expect(page).toHaveURL(/\/movie\/\d+$/);
  await page.goBack();
  await expect(page.getByRole("searchbox")).toHaveValue(misspelt);
  await expect(result.first()).toBeVisible();
});

test("a sentence finds movies, says how it searched, and an address alone brings the same", async ({ page }) => {
  await page.goto("/search?q=funny+animated+movie+about+toys+or+animals");
  await expect(page.getByText(/\d+ movies? for “funny animated movie/)).toBeVisible();
  await expect(page.locator("ol").getByRole("link").first()).toBeVisible();
  // The test's server reads no meanings, and says so.
  await expect(page.getByRole("status").filter({ hasText: /words/ })).toBeVisible();
});

test("where meaning alone finds something, the page does not call it what was asked for", async ({ page, request }) => {
  const [movie] = await knownMovies(request, 1);
  let isTitle = false;
  // The test's server reads no meanings: only this answer is made up.
  await page.route("**/api/search?*", (route) =>
    route.fulfill({ json: { mode: "hybrid", note: null, results: [{ score: 0.5, isTitle, movie }] } }),
  );
  await page.goto("/search?q=zzqqxx");
  const summary = page.getByRole("status").filter({ hasText: "zzqqxx" });
  await expect(summary).toContainText("1 movie nearest to “zzqqxx”");
  await expect(summary).toContainText("Nothing is called just that");
  isTitle = true;
  await page.reload();
  await expect(summary).toContainText("1 movie for “zzqqxx”");
  await expect(summary).toContainText("By title, words and meaning");
});

test("an example is a link, and what is not found is said so", async ({ page }) => {
  await page.goto("/search");
  await page.getByRole("link", { name: "matrix" }).click();
  await expect(page).toHaveURL("/search?q=matrix");
  await expect(page.getByRole("searchbox")).toHaveValue("matrix");
  await page.getByRole("searchbox").fill("xqzvkj wqxzy");
  await page.getByRole("button", { name: "Search" }).click();
  await expect(page.getByText("Nothing found for “xqzvkj wqxzy”. Try fewer or other words.")).toBeVisible();
  await page.goBack();
  await expect(page.getByRole("searchbox")).toHaveValue("matrix");
});
