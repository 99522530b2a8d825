import type { APIRequestContext, Page } from "@playwright/test";
import { axeFindings } from "./axe.ts";
import { clickStars, expect, knownMovies, newPerson, test as base } from "./person.ts";

const address = process.env.MATINEE_KEYED_ADDRESS;

/** A server that asks for keys, and requests with the admin's. */
const test = base.extend<{ admin: APIRequestContext }>({
  baseURL: address ?? "",
  admin: async ({ playwright }, use) => {
    const admin = await playwright.request.newContext({
      baseURL: address ?? "",
      extraHTTPHeaders: { Authorization: `Bearer ${process.env.MATINEE_KEYED_ADMIN}` },
    });
    await use(admin);
    await admin.dispose();
  },
});

test.skip(!address, "npm test starts the server with keys.");

interface Key {
  secret: string;
  key: { id: string };
}

async function newKey(admin: APIRequestContext, scope: "read" | "write", userId?: number): Promise<Key> {
  const answer = await admin.post("/api/admin/keys", { data: { name: "a browser", scope, userId: userId ?? null } });
  expect(answer.status()).toBe(201);
  return (await answer.json()) as Key;
}

async function signIn(page: Page, key: string): Promise<void> {
  await page.getByLabel("Key").fill(key);
  await page.getByRole("button", { name: "Sign in" }).click();
}

interface Outcome {
  lists: number;
  clicked: number;
  rated: number;
  meanStars: number | null;
}

// The first on this server: nobody has done anything there before.
test("a movie followed and one rated from the list count once each for the model", async ({ page, admin }) => {
  test.setTimeout(60_000);
  const known = await knownMovies(admin, 5);
  const own = await newPerson(
    admin,
    known.map((movie) => [movie.id, 4]),
  );
  await page.goto(`/u/${own}`);
  await signIn(page, (await newKey(admin, "write", own)).secret);
  const cards = page.getByRole("article");
  await expect(cards).toHaveCount(20);
  const link = cards.first().getByRole("heading").getByRole("link");
  for (let n = 0; n < 2; n++) {
    const told = page.waitForResponse((answer) => answer.url().endsWith(`/api/users/${own}/events`));
    // Into a tab of its own, so that the list stays the same one.
    await link.click({ modifiers: ["ControlOrMeta"] });
    expect((await told).ok()).toBe(true);
  }
  await clickStars(cards.nth(2).getByRole("slider"), 4.5);
  await expect(page.getByText(/rated 4\.5\. Your list is new\./)).toBeVisible();
  const outcomes = async (): Promise<Partial<Outcome>> => {
    const { online } = (await (await admin.get("/api/model")).json()) as { online: Outcome[] };
    return online[0] ?? {};
  };
  // Written every second, read at most every ten.
  await expect.poll(outcomes, { timeout: 20_000 }).toMatchObject({ clicked: 1, rated: 1, meanStars: 4.5 });
  const { lists } = await outcomes();
  expect(lists).toBeGreaterThanOrEqual(2);
  await page.goto("/model");
  const quality = page.getByRole("region", { name: "How good" });
  await expect(quality.getByRole("heading", { level: 3 })).toContainText("Its lists");
  await expect(quality).toContainText(/Shown\s*\d+ lists, \d+ movies in all/);
  await expect(quality).toContainText(/Clicked\s*1: \d\.?\d?% \(\d\.?\d?%–\d+\.?\d?%\)/);
  await expect(quality).toContainText(/Rated\s*1, 4\.5 stars on average/);
});

test("a wrong key is said so; a right one leads to where one wanted to go", async ({ page, admin }) => {
  await page.goto("/u/1?genre=Comedy");
  await expect(page).toHaveURL(/\/login\?next=/);
  await signIn(page, "matinee_0123456789abcdef_wrong");
  await expect(page.getByRole("alert")).toContainText("This is no key of this server");
  await signIn(page, (await newKey(admin, "read")).secret);
  await expect(page).toHaveURL(`${address}/u/1?genre=Comedy`);
  await expect(page.getByRole("article")).toHaveCount(20);
  await page.getByRole("link", { name: "Sign out" }).click();
  await page.getByRole("button", { name: "Sign out" }).click();
  await expect(page.getByLabel("Key")).toBeVisible();
  await page.goto("/u/1");
  await expect(page).toHaveURL(/\/login\?next=/);
});

test("a key that is one person's opens their own page, and nobody else's", async ({ page, admin }) => {
  const known = await knownMovies(admin, 5);
  const own = await newPerson(
    admin,
    known.map((movie) => [movie.id, 5]),
  );
  // Whom this browser showed before does not matter.
  await page.addInitScript(() => localStorage.setItem("matinee.person", "2"));
  await page.goto("/");
  await signIn(page, (await newKey(admin, "write", own)).secret);
  await expect(page).toHaveURL(`${address}/u/${own}`);
  await expect(page.getByRole("heading", { level: 1, name: "For you" })).toBeVisible();
  await expect(page.getByRole("article")).toHaveCount(20);
  await page.goto("/welcome");
  await expect(page.getByText(/^5 ratings\./)).toBeVisible();
  await page.goto("/");
  await expect(page.getByRole("link", { name: "Go on with your list" })).toHaveAttribute("href", `/u/${own}`);
  await expect(page.getByRole("button", { name: "Start as someone new" })).toHaveCount(0);
  await page.goto("/u/1");
  await expect(page.getByRole("alert")).toContainText("Your key does not open this.");
});

test("someone who erases themselves is signed out with the key that opened them alone", async ({ page, admin }) => {
  const [first] = await knownMovies(admin, 1);
  const own = await newPerson(admin, [[first!.id, 5]]);
  await page.goto("/");
  await signIn(page, (await newKey(admin, "write", own)).secret);
  await page.goto(`/u/${own}`);
  await page.getByRole("button", { name: "Erase everything about me" }).click();
  await page.getByRole("button", { name: "Erase for good" }).click();
  await expect(page).toHaveURL(`${address}/login`);
  await expect(page.getByLabel("Key")).toBeVisible();
  expect((await admin.get(`/api/users/${own}`)).status()).toBe(404);
});

test("where a key is revoked, the next thing asked for leads to the sign-in page, and from there back", async ({
  page,
  admin,
}) => {
  const { secret, key } = await newKey(admin, "write");
  await page.goto("/u/1");
  await signIn(page, secret);
  await expect(page.getByRole("article")).toHaveCount(20);
  expect((await admin.delete(`/api/admin/keys/${key.id}`)).ok()).toBe(true);
  await page.getByRole("button", { name: "Comedy: either way" }).click();
  await expect(page).toHaveURL(`${address}/login?next=%2Fu%2F1%3Fgenre%3DComedy`);
  await expect(page.getByLabel("Key")).toBeVisible();
  await signIn(page, (await newKey(admin, "write")).secret);
  await expect(page).toHaveURL(`${address}/u/1?genre=Comedy`);
  await expect(page.getByRole("article")).toHaveCount(20);
});

for (const colorScheme of ["dark", "light"] as const) {
  test(`axe finds nothing at the sign-in page, and nothing sticks out: ${colorScheme}`, async ({ page, admin }) => {
    await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
    await page.setViewportSize({ width: 360, height: 740 });
    await page.goto("/login");
    expect(await axeFindings(page)).toEqual([]);
    await signIn(page, "wrong");
    await expect(page.getByRole("alert")).toBeVisible();
    expect(await axeFindings(page)).toEqual([]);
    await signIn(page, (await newKey(admin, "read")).secret);
    await page.goto("/login");
    await expect(page.getByRole("heading", { name: "Signed in" })).toBeVisible();
    expect(await axeFindings(page)).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);
    // In the house's fonts, which its policy lets in.
    expect(await page.evaluate(() => [...document.fonts].filter((font) => font.status === "loaded").length)).toBe(2);
  });
}
