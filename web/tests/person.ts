import { expect, test as base, type APIRequestContext, type Locator, type Page } from "@playwright/test";

/** A page that must not ask any other host for anything, nor write an error. */
export const test = base.extend<{ strict: void }>({
  strict: [
    async ({ page, baseURL }, use) => {
      const faults: string[] = [];
      page.on("request", (request) => {
        if (!request.url().startsWith(baseURL ?? "") && !request.url().startsWith("blob:")) faults.push(request.url());
      });
      page.on("pageerror", (error) => faults.push(error.message));
      page.on("console", (line) => {
        if (line.type() === "error" && !line.text().startsWith("Failed to load resource")) faults.push(line.text());
      });
      await use();
      expect(faults).toEqual([]);
    },
    { auto: true },
  ],
});

export { expect };

export interface Listed {
  id: number;
  title: string;
  genres: string[];
}

/** A new person with these ratings, made behind the page's back. */
export async function newPerson(
  request: APIRequestContext,
  ratings: [movieId: number, rating: number][],
): Promise<number> {
  const answer = await request.post("/api/users", {
    data: { ratings: ratings.map(([movieId, rating]) => ({ movieId, rating })) },
  });
  expect(answer.status()).toBe(201);
  return ((await answer.json()) as { id: number }).id;
}

/** Movies that many know, of this server's catalogue. */
export async function knownMovies(request: APIRequestContext, count: number): Promise<Listed[]> {
  const answer = await request.get(`/api/movies?sort=popularity&limit=${count}`);
  return ((await answer.json()) as { movies: Listed[] }).movies;
}

/** Clicks where a rating has so many stars. */
export async function clickStars(slider: Locator, stars: number): Promise<void> {
  const box = await slider.boundingBox();
  if (!box) throw new Error("The stars are not there.");
  const inset = 4;
  await slider.click({ position: { x: inset + ((box.width - 2 * inset) * (stars - 0.25)) / 5, y: box.height / 2 } });
}

/** The movie that the page for newcomers asks for, and its stars. */
export function asked(page: Page): { name: Locator; stars: Locator } {
  const stage = page.locator(".stage");
  return { name: stage.locator("h2"), stars: stage.getByRole("slider") };
}

/** Ids of the list beside the question, best first. */
export function listIds(page: Page): Promise<string[]> {
  return page
    .locator('[data-testid="list"] [data-id]')
    .evaluateAll((rows) => rows.map((row) => row.getAttribute("data-id") ?? ""));
}

/** The same list as people read it: titles and predicted stars. */
export function listTexts(page: Page): Promise<string[]> {
  return page.locator('[data-testid="list"] [data-id]').allInnerTexts();
}
