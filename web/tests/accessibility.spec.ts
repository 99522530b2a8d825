import type { Page } from "@playwright/test";
import { axeFindings } from "./axe.ts";
import { expect, knownMovies, newPerson, test } from "./person.ts";

const pages: [name: string, address: (own: number, movie: number) => string][] = [
  ["start", () => "/"],
  ["rate a few movies", () => "/welcome"],
  ["bring ratings", () => "/import"],
  ["list", (own) => `/u/${own}`],
  ["steered list", () => "/u/1?diversity=0.3&popularity=-0.4&genre=Comedy&genre=!Drama"],
  ["unknown user", () => "/u/987654"],
  ["movie", (_, movie) => `/movie/${movie}`],
  ["search", () => "/search"],
  ["search results", () => "/search?q=love"],
  ["watch together", (own) => `/together?users=1,2,${own}`],
  ["model", () => "/model"],
  ["no such page", () => "/nowhere"],
];

for (const [name, address] of pages) {
  test(`axe finds nothing, and nothing sticks out: ${name}`, async ({ page, request }) => {
    const known = await knownMovies(request, 6);
    const own = await newPerson(
      request,
      known.slice(0, 5).map((movie) => [movie.id, 4]),
    );
    await page.emulateMedia({ colorScheme: "dark", reducedMotion: "reduce" });
    await page.addInitScript((id) => localStorage.setItem("matinee.person", String(id)), own);
    await page.goto(address(own, known[5]!.id));
    await page.waitForLoadState("networkidle");
    await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
    expect(await axeFindings(page)).toEqual([]);

    // The other theme differs in its colours alone.
    await page.emulateMedia({ colorScheme: "light" });
    expect(await axeFindings(page, "colours")).toEqual([]);

    for (const width of [1920, 1280, 768, 390, 360]) {
      await page.setViewportSize({ width, height: 800 });
      await expect.poll(() => tooWide(page), { message: `at ${width} px` }).toEqual([]);
    }
  });
}

/** What reaches beyond the window's right edge; what may be scrolled sideways scrolls within its own box. */
function tooWide(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const { scrollWidth, clientWidth } = document.documentElement;
    const boxes = document.querySelectorAll<HTMLElement>(
      "main, main > *, main section, h1, h2, .panel, header, footer, nav",
    );
    const wide = [...boxes].filter((one) => one.getBoundingClientRect().right > clientWidth + 1);
    return [
      ...(scrollWidth > clientWidth ? [`the page: ${scrollWidth} px`] : []),
      ...wide.map((one) => one.outerHTML.slice(0, 120)),
    ];
  });
}

test("a chosen theme holds after a reload and wins over the system's", async ({ page }) => {
  await page.emulateMedia({ colorScheme: "dark" });
  await page.goto("/");
  const ground = (): Promise<string> => page.evaluate(() => getComputedStyle(document.body).backgroundColor);
  const dark = await ground();
  await page.getByRole("button", { name: "Switch to the light theme" }).click();
  const light = await ground();
  expect(light).not.toBe(dark);
  await page.reload();
  expect(await ground()).toBe(light);
  await expect(page.getByRole("button", { name: "Switch to the dark theme" })).toBeVisible();
});

test("nothing moves for people who asked for no motion", async ({ page }) => {
  await page.emulateMedia({ reducedMotion: "reduce" });
  await page.goto("/u/1");
  const cards = page.getByRole("article");
  await expect(cards).toHaveCount(20);
  await page.getByRole("button", { name: "Comedy: either way" }).click();
  await expect(page.getByRole("region", { name: "Tonight’s programme" })).toHaveAttribute("aria-busy", "false");
  const moving = await page.evaluate(
    () => document.getAnimations().filter((one) => Number(one.effect?.getComputedTiming().duration) > 1).length,
  );
  expect(moving).toBe(0);
});
