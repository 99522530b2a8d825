import { clickStars, expect, knownMovies, newPerson, test } from "./person.ts";

const titles = (texts: string[]): string[] => texts.map((text) => text.trim());

test("the list has predicted stars, reasons that name rated movies, and what the person is like", async ({
  page,
  request,
}) => {
  await page.goto("/u/1");
  const cards = page.getByRole("article");
  await expect(cards).toHaveCount(20);
  await expect(cards.first().getByRole("img", { name: /Predicted \d\.\d of 5 stars/ })).toBeVisible();
  const reason = cards.first().getByRole("list", { name: "Why" }).getByRole("link").first();
  const movie = /\/movie\/(\d+)/.exec((await reason.getAttribute("href")) ?? "")?.[1];
  const prediction = await request.get(`/api/movies/${movie}/prediction?user_id=1`);
  expect(((await prediction.json()) as { rating: number | null }).rating).not.toBeNull();
  const taste = page.getByRole("region", { name: "Taste" });
  await expect(taste.getByRole("img", { name: /^Ratings by stars\./ })).toBeVisible();
  await taste.getByText("As a table").first().click();
  await expect(taste.getByRole("table", { name: "Ratings by stars" }).getByRole("row")).toHaveCount(11);
  await expect(page.getByRole("region", { name: "Top rated" }).getByRole("link").first()).toBeVisible();
  await expect(page.getByRole("region", { name: "Recent favourites" }).getByRole("link").first()).toBeVisible();
});

test("a movie that is hidden is gone until it is undone, also after a reload", async ({ page, request }) => {
  const known = await knownMovies(request, 3);
  const id = await newPerson(
    request,
    known.map((movie) => [movie.id, 4]),
  );
  await page.goto(`/u/${id}`);
  const first = page.getByRole("article").first();
  const title = (await first.getByRole("heading").textContent())?.trim() ?? "";
  await first.getByRole("button", { name: `Not interested in ${title}` }).click();
  await expect(page.getByRole("heading", { level: 3, name: title, exact: true })).toHaveCount(0);
  await page.reload();
  await expect(page.getByRole("article")).toHaveCount(20);
  await expect(page.getByRole("heading", { level: 3, name: title, exact: true })).toHaveCount(0);
  const next = page.getByRole("article").first();
  const other = (await next.getByRole("heading").textContent())?.trim() ?? "";
  await next.getByRole("button", { name: `Not interested in ${other}` }).click();
  await expect(page.getByRole("heading", { level: 3, name: other, exact: true })).toHaveCount(0);
  await page.getByRole("button", { name: "Undo" }).click();
  await expect(page.getByRole("heading", { level: 3, name: other, exact: true })).toBeVisible();
});

test("rating in place moves the movie to the ratings, and undo brings it back", async ({ page, request }) => {
  const known = await knownMovies(request, 3);
  const id = await newPerson(
    request,
    known.map((movie) => [movie.id, 4]),
  );
  await page.goto(`/u/${id}`);
  await expect(page.getByText(/^Liked on [A-Z][a-z]{2} \d+, \d{4}$/)).toBeVisible();
  const first = page.getByRole("article").first();
  const title = (await first.getByRole("heading").textContent())?.trim() ?? "";
  await clickStars(first.getByRole("slider"), 4.5);
  await expect(page.getByRole("heading", { level: 3, name: title, exact: true })).toHaveCount(0);
  await expect(page.getByRole("region", { name: "Top rated" }).getByRole("link").first()).toContainText(title);
  await page.getByRole("button", { name: "Undo" }).click();
  await expect(page.getByRole("heading", { level: 3, name: title, exact: true })).toBeVisible();
});

test("sliders change the list and the address, which leads back to the same list", async ({ page }) => {
  await page.goto("/u/1");
  const headings = page.getByRole("article").getByRole("heading");
  await expect(headings).toHaveCount(20);
  const plain = titles(await headings.allTextContents());
  const fame = page.getByRole("slider", { name: "Fame" });
  await fame.focus();
  const answered = page.waitForResponse((answer) => answer.url().includes("popularity=-0.8"));
  for (let n = 0; n < 8; n++) await page.keyboard.press("ArrowLeft");
  await expect(page).toHaveURL(/popularity=-0\.8/);
  // The lists of the places that the slider passed come and go; the last one's is drawn a frame after its answer.
  await (await answered).finished();
  await page.evaluate(() => new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn))));
  await expect.poll(async () => titles(await headings.allTextContents())).not.toEqual(plain);
  const steered = titles(await headings.allTextContents());
  await page.reload();
  await expect(headings).toHaveCount(20);
  expect(titles(await headings.allTextContents())).toEqual(steered);
  await page.getByRole("button", { name: "Reset" }).click();
  await expect.poll(async () => titles(await headings.allTextContents())).toEqual(plain);
  await expect(page).toHaveURL(/\/u\/1$/);
});

test("genres wanted and left out and years hold for every movie listed, and back takes them away again", async ({
  page,
}) => {
  await page.goto("/u/1");
  await expect(page.getByRole("article")).toHaveCount(20);
  await page.getByRole("button", { name: "Comedy: either way" }).click();
  await page.getByRole("button", { name: "Drama: either way" }).click();
  await page.getByRole("button", { name: "Drama: wanted" }).click();
  await expect(page.getByRole("button", { name: "Drama: left out" })).toBeVisible();
  await page.getByLabel("From").fill("1980");
  await page.getByLabel("From").blur();
  await expect(page).toHaveURL("/u/1?genre=Comedy&genre=%21Drama&from=1980");
  await expect(page.getByRole("region", { name: "Tonight’s programme" })).toHaveAttribute("aria-busy", "false");
  const facts = await page.getByTestId("facts").allTextContents();
  expect(facts.length).toBeGreaterThan(0);
  for (const text of facts) {
    expect(Number(text.slice(0, 4))).toBeGreaterThanOrEqual(1980);
    expect(text).not.toContain("Drama");
  }
  await page.goBack();
  await expect(page).toHaveURL("/u/1?genre=Comedy&genre=%21Drama");
  await expect(page.getByLabel("From")).toHaveValue("");
  await page.goBack();
  await page.goBack();
  await expect(page.getByRole("button", { name: "Drama: either way" })).toBeVisible();
  await page.goForward();
  await expect(page.getByRole("button", { name: "Drama: wanted" })).toBeVisible();
});

test("filters that nothing fits say so and can be reset", async ({ page }) => {
  await page.goto("/u/1?from=2199&to=2200");
  await expect(page.getByText("No movie fits all of this. Loosen a filter.")).toBeVisible();
  await page.getByRole("region", { name: "Tonight’s programme" }).getByRole("button", { name: "Reset" }).click();
  await expect(page.getByRole("article")).toHaveCount(20);
});

test("a list that keeps to a library says so, and any film may be recommended again", async ({ page, request }) => {
  const known = await knownMovies(request, 8);
  const id = await newPerson(
    request,
    known.slice(0, 5).map((movie) => [movie.id, 4]),
  );
  const keepTo = async (movies: { id: number }[]): Promise<void> => {
    const answer = await request.put(`/api/users/${id}/allow-list`, {
      data: { movieIds: movies.map((movie) => movie.id) },
    });
    expect(answer.ok()).toBe(true);
  };
  await keepTo(known.slice(5));
  await page.goto(`/u/${id}`);
  await expect(page.getByRole("article")).toHaveCount(3);
  const line = page.getByText("Only the 3 films of your library are recommended.");
  const free = page.getByRole("button", { name: "Recommend any film" });
  await expect(line).toBeVisible();
  await free.click();
  await expect(page.getByRole("article")).toHaveCount(20);
  await expect(free).toHaveCount(0);
  await page.getByRole("button", { name: "Undo" }).click();
  await expect(page.getByRole("article")).toHaveCount(3);

  await keepTo(known.slice(0, 1));
  await page.reload();
  await expect(page.getByText("Nothing of your library is left to recommend.")).toBeVisible();
  await free.click();
  await expect(page.getByRole("article")).toHaveCount(20);
  await expect(page.getByRole("heading", { name: "Tonight’s programme" })).toBeFocused();
});

test("more of the list follows at the press of a button", async ({ page }) => {
  await page.goto("/u/1");
  await expect(page.getByRole("article")).toHaveCount(20);
  await page.getByRole("button", { name: "Show more" }).click();
  await expect(page.getByRole("article")).toHaveCount(40);
});

test("from a number that nobody has someone new begins, not whoever was seen before", async ({ page }) => {
  await page.goto("/u/1");
  await expect(page.getByRole("article").first()).toBeVisible();
  await page.goto("/u/987654");
  await expect(page.getByRole("heading", { level: 1, name: "Nobody has this number" })).toBeVisible();
  await page.getByRole("button", { name: "Start as someone new" }).click();
  await expect(page).toHaveURL("/welcome");
  await expect(page.getByText("Before your first rating these are everyone’s favourites.")).toBeVisible();
  expect(await page.evaluate(() => localStorage.getItem("matinee.person"))).toBeNull();
});

test("a server that is gone is said so, and a second try works", async ({ page }) => {
  await page.route("**/api/recommendations/**", (route) => route.abort());
  await page.goto("/u/1");
  await expect(page.getByRole("alert")).toContainText("The server does not answer.");
  await page.unroute("**/api/recommendations/**");
  await page.getByRole("button", { name: "Try again" }).click();
  await expect(page.getByRole("article")).toHaveCount(20);
});
