import type { APIRequestContext, Page } from "@playwright/test";
import { clickStars, expect, test, type Listed } from "./person.ts";

interface Described extends Listed {
  tags: string[];
}

interface Taste {
  /** Searched for and rated five stars, each on its page. */
  titles: string[];
  genres: string[];
}

const tastes: Record<string, Taste> = {
  animation: {
    titles: ["Toy Story", "Monsters, Inc.", "Finding Nemo", "Antz", "Ice Age"],
    genres: ["Animation", "Children"],
  },
  noir: {
    titles: ["The Maltese Falcon", "Double Indemnity", "The Big Sleep", "Chinatown", "Touch of Evil"],
    genres: ["Film-Noir", "Mystery", "Crime"],
  },
  space: {
    titles: ["Alien", "2001: A Space Odyssey", "Interstellar", "Contact", "Star Trek: First Contact"],
    genres: ["Sci-Fi"],
  },
};

for (const [name, { titles, genres }] of Object.entries(tastes)) {
  test(`${name}: five ratings lead to a list that fits better than everyone's favourites`, async ({
    page,
    request,
  }) => {
    const model = (await (await request.get("/api/model")).json()) as { dataset: { simulated: boolean } };
    test.skip(model.dataset.simulated, "Made-up people have no taste in real films: this needs MovieLens.");
    const rated = [];
    for (const title of titles) rated.push(await rateByPage(page, title));
    await page.getByRole("link", { name: "For you" }).click();
    await expect(page.getByRole("article")).toHaveCount(20);
    const ids = await page
      .getByRole("article")
      .getByRole("heading")
      .getByRole("link")
      .evaluateAll((links) => links.map((link) => Number(link.getAttribute("href")?.split("/").pop())));
    const list = await described(request, ids);
    const everyones = await popular(request, rated, ids.length);
    const taste = profile(await described(request, rated));
    const figures = {
      genres: [share(list, genres), share(everyones, genres)],
      words: [likeness(list, taste), likeness(everyones, taste)],
    };
    console.log(`${name}: ${JSON.stringify(figures)}`);
    // Two of twenty.
    expect(Math.round(20 * (figures.genres[0]! - figures.genres[1]!))).toBeGreaterThanOrEqual(2);
    expect(figures.words[0]).toBeGreaterThan(figures.words[1]! * 1.1);
  });
}

async function rateByPage(page: Page, title: string): Promise<number> {
  await page.goto(`/search?q=${encodeURIComponent(title)}`);
  await page.locator("ol").getByRole("link").filter({ hasText: title }).first().click();
  await expect(page.getByRole("heading", { level: 1 })).toContainText(title);
  const stars = page.getByRole("slider", { name: /^Your rating of / });
  await clickStars(stars, 5);
  await expect(stars).toHaveAttribute("aria-valuenow", "5");
  return Number(new URL(page.url()).pathname.split("/").pop());
}

function described(request: APIRequestContext, ids: number[]): Promise<Described[]> {
  return Promise.all(ids.map(async (id) => (await (await request.get(`/api/movies/${id}`)).json()) as Described));
}

/** What anyone gets who has rated nothing, less what these five films are. */
async function popular(request: APIRequestContext, rated: number[], count: number): Promise<Described[]> {
  const answer = await request.post(`/api/recommendations?limit=${count}&explain=false`, { data: { hidden: rated } });
  const { recommendations } = (await answer.json()) as { recommendations: Listed[] };
  return described(
    request,
    recommendations.map((movie) => movie.id),
  );
}

function share(list: Described[], genres: string[]): number {
  return list.filter((movie) => movie.genres.some((genre) => genres.includes(genre))).length / list.length;
}

const words = ({ genres, tags }: Described): string[] => [...genres, ...tags].map((word) => word.toLowerCase());

/** How often the rated films' genres and tags occur in them. */
function profile(rated: Described[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const word of rated.flatMap(words)) counts.set(word, (counts.get(word) ?? 0) + 1);
  return counts;
}

/** The mean cosine between a list's movies and a profile. */
function likeness(list: Described[], taste: Map<string, number>): number {
  const length = Math.hypot(...taste.values());
  const cosines = list.map((movie) => {
    const own = [...new Set(words(movie))];
    return own.reduce((sum, word) => sum + (taste.get(word) ?? 0), 0) / (length * Math.sqrt(own.length || 1));
  });
  return cosines.reduce((sum, one) => sum + one, 0) / list.length;
}
