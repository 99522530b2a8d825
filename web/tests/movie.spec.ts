import { clickStars, expect, knownMovies, newPerson, test } from "./person.ts";

test("a movie's page shows it, rates it, predicts it, and leads to movies like it", async ({ page, request }) => {
  const [first, second, third] = await knownMovies(request, 3);
  const id = await newPerson(request, [
    [first!.id, 5],
    [second!.id, 2],
  ]);
  await page.goto(`/u/${id}`);
  await expect(page.getByRole("article").first()).toBeVisible();
  await page.goto(`/movie/${third!.id}`);
  const stars = page.getByRole("slider", { name: /^Your rating of / });
  await expect(stars).toHaveAttribute("aria-valuetext", "Not rated");
  const predicted = page.getByRole("img", { name: /Predicted \d\.\d of 5 stars/ });
  await expect(predicted).toBeVisible();
  await clickStars(stars, 3.5);
  await expect(stars).toHaveAttribute("aria-valuetext", "3.5 of 5 stars");
  await expect(predicted).toHaveCount(0);
  await page.reload();
  await expect(stars).toHaveAttribute("aria-valuetext", "3.5 of 5 stars");
  await expect(page.getByRole("heading", { name: /would give it/ })).toHaveCount(0);
  await page.getByRole("button", { name: "Remove rating" }).click();
  await expect(stars).toHaveAttribute("aria-valuetext", "Not rated");
  await expect(predicted).toBeVisible();
  const likeIt = page.getByRole("region", { name: "More like this" }).getByRole("link");
  const href = await likeIt.first().getAttribute("href");
  await likeIt.first().click();
  await expect(page).toHaveURL(href ?? "");
  await expect(page.getByRole("heading", { level: 1 })).toBeFocused();
});

test("someone who comes to a movie first becomes a person by rating it", async ({ page, request }) => {
  const [first] = await knownMovies(request, 1);
  await page.goto(`/movie/${first!.id}`);
  await clickStars(page.getByRole("slider"), 4);
  await expect(page.getByRole("slider")).toHaveAttribute("aria-valuetext", "4 of 5 stars");
  await expect(page.getByRole("link", { name: "For you" })).toHaveAttribute("href", /\/u\/\d{7}/);
});

test("the chance of every number of stars is drawn and told where the model knows it", async ({ page, request }) => {
  const [first, second] = await knownMovies(request, 2);
  const id = await newPerson(request, [[first!.id, 5]]);
  const levels = [0.01, 0.01, 0.02, 0.04, 0.07, 0.15, 0.2, 0.3, 0.12, 0.08];
  // The model of these tests knows none: only this one answer is made up.
  await page.route("**/prediction?*", (route) =>
    route.fulfill({
      json: {
        ...{
          movieId: second!.id,
          userId: id,
          predictedRating: 3.7,
          standardDeviation: 0.9,
          confidence: 0.73,
          rating: null,
        },
        levels: levels.map((probability, n) => ({ stars: (n + 1) / 2, probability })),
      },
    }),
  );
  await page.goto(`/u/${id}`);
  await expect(page.getByRole("article").first()).toBeVisible();
  await page.goto(`/movie/${second!.id}`);
  await expect(page.getByText("73% sure within a star")).toBeVisible();
  await expect(page.getByRole("img", { name: /4 stars: 30%/ })).toBeVisible();
  await page.getByText("As a table").click();
  await expect(page.getByRole("row", { name: "4.5 12%" })).toBeVisible();
});

test("a movie that is not there leads to the search", async ({ page }) => {
  await page.goto("/movie/2000000000");
  await expect(page.getByRole("heading", { level: 1, name: "No such movie" })).toBeVisible();
  await page.getByRole("link", { name: "Search for it" }).click();
  await expect(page).toHaveURL(/\/search$/);
});
