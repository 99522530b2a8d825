import type { Page } from "@playwright/test";
import { axeFindings } from "./axe.ts";
import { expect, test } from "./person.ts";

const notice = "This product uses the TMDB API but is not endorsed or certified by TMDB.";

const theSwitch = (page: Page) => page.getByRole("switch", { name: "Show TMDB’s posters" });
const shown = (page: Page) => page.locator(".poster img.there");

/** Addresses of the posters that a page asks for. */
function asked(page: Page): string[] {
  const addresses: string[] = [];
  page.on("request", (request) => {
    const { pathname } = new URL(request.url());
    if (pathname.endsWith("/poster")) addresses.push(pathname);
  });
  return addresses;
}

const turnOn = (page: Page): Promise<unknown> =>
  page.addInitScript(() => localStorage.setItem("matinee.posters", "tmdb"));

test("nobody asks for posters before someone turns them on", async ({ page }) => {
  const addresses = asked(page);
  for (const address of ["/", "/u/1", "/search?q=love", "/welcome"]) {
    await page.goto(address);
    await page.waitForLoadState("networkidle");
    await expect(page.locator(".poster").first()).toBeVisible();
    await expect(theSwitch(page)).not.toBeChecked();
    await expect(page.getByText(notice)).toHaveCount(0);
  }
  expect(addresses).toEqual([]);
});

test("turned on they are shown with TMDB's notice, and stay on until they are turned off", async ({ page }) => {
  const addresses = asked(page);
  await page.goto("/u/1");
  await theSwitch(page).check();
  await expect(page.getByText(notice)).toBeVisible();
  await expect(page.getByRole("link", { name: "themoviedb.org" })).toHaveAttribute(
    "href",
    "https://www.themoviedb.org/",
  );
  await expect(shown(page).first()).toHaveCSS("opacity", "1");
  const picture = await shown(page)
    .first()
    .evaluate((image: HTMLImageElement) => ({
      pixels: image.naturalWidth,
      alt: image.alt,
      inPoster:
        JSON.stringify(image.getBoundingClientRect()) ===
        JSON.stringify(image.closest(".poster")?.getBoundingClientRect()),
    }));
  expect(picture).toEqual({ pixels: 16, alt: "", inPoster: true });
  expect(addresses.length).toBeGreaterThan(0);
  expect(addresses.filter((address) => !/^\/api\/movies\/\d+\/poster$/.test(address))).toEqual([]);

  await page.goto("/");
  await expect(shown(page).first()).toBeVisible();
  await expect(page.getByText(notice)).toBeVisible();
  await theSwitch(page).uncheck();
  await expect(page.locator(".poster img")).toHaveCount(0);
  await expect(page.getByText(notice)).toHaveCount(0);
  await page.reload();
  await expect(theSwitch(page)).not.toBeChecked();
});

test("a poster that can't be had leaves the drawn one where it is", async ({ page }) => {
  await turnOn(page);
  await page.route("**/api/movies/*/poster", (route) =>
    route.fulfill({ status: 503, contentType: "application/problem+json", body: "{}" }),
  );
  const failed = page.waitForResponse("**/api/movies/*/poster");
  await page.goto("/u/1");
  await failed;
  await page.waitForLoadState("networkidle");
  const poster = page.locator(".poster").first();
  await expect(poster.locator("svg path").first()).toBeVisible();
  await expect(poster.locator("img")).toHaveCSS("opacity", "0");
  await expect(shown(page)).toHaveCount(0);
  const box = await poster.boundingBox();
  expect((box?.height ?? 0) / (box?.width ?? 1)).toBeCloseTo(1.5, 2);
});

test("where the server has no key there is nothing to turn on, whatever was chosen before", async ({ page }) => {
  const addresses = asked(page);
  await turnOn(page);
  await page.route("**/api/model", async (route) => {
    const answer = await route.fetch();
    await route.fulfill({ response: answer, json: { ...((await answer.json()) as object), posters: "generated" } });
  });
  await page.goto("/u/1");
  await page.waitForLoadState("networkidle");
  await expect(page.locator(".poster").first()).toBeVisible();
  await expect(theSwitch(page)).toHaveCount(0);
  expect(addresses).toEqual([]);
});

test("nothing shifts when posters come", async ({ page }) => {
  await turnOn(page);
  await page.addInitScript(() => {
    const seen = window as unknown as { shift: number };
    seen.shift = 0;
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries() as (PerformanceEntry & { value: number })[]) seen.shift += entry.value;
    }).observe({ type: "layout-shift", buffered: true });
  });
  await page.goto("/u/1");
  await expect(shown(page).first()).toBeVisible();
  await page.waitForLoadState("networkidle");
  expect(await page.evaluate(() => (window as unknown as { shift: number }).shift)).toBeLessThanOrEqual(0.02);
});

// The colours of every page without posters: accessibility.spec.ts.
for (const [address, colorScheme] of [
  ["/u/1", "dark"],
  ["/u/1", "light"],
  ["/", "dark"],
  ["/movie/1", "light"],
] as const) {
  test(`axe finds nothing with posters: ${address}, ${colorScheme}`, async ({ page }) => {
    await turnOn(page);
    await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
    await page.goto(address);
    await expect(shown(page).first()).toBeVisible();
    await page.waitForLoadState("networkidle");
    expect(await axeFindings(page)).toEqual([]);
  });
}
