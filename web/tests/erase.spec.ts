import { axeFindings } from "./axe.ts";
import { expect, knownMovies, newPerson, test } from "./person.ts";

test("someone made here is erased from their page once they have said so", async ({ page, request }) => {
  const known = await knownMovies(request, 3);
  const id = await newPerson(
    request,
    known.map((movie) => [movie.id, 4]),
  );
  const answered = async (): Promise<number> => (await request.get(`/api/users/${id}`)).status();
  await page.emulateMedia({ reducedMotion: "reduce" });
  await page.setViewportSize({ width: 360, height: 740 });
  await page.goto("/");
  await page.evaluate((own) => {
    localStorage.setItem("matinee.person", String(own));
    localStorage.setItem("matinee.own", String(own));
  }, id);
  await page.goto(`/u/${id}`);
  const open = page.getByRole("button", { name: "Erase everything about me" });
  await open.click();
  const dialog = page.getByRole("dialog", { name: "Erase everything about you?" });
  await expect(dialog).toContainText("Your ratings");
  await expect(dialog).toContainText("Nothing brings them back.");
  await expect(dialog.getByRole("button", { name: "Keep it" })).toBeFocused();
  expect(await axeFindings(page)).toEqual([]);
  const box = await dialog.boundingBox();
  expect(box!.x).toBeGreaterThanOrEqual(0);
  expect(box!.x + box!.width).toBeLessThanOrEqual(360);
  await page.emulateMedia({ colorScheme: "light" });
  expect(await axeFindings(page, "colours")).toEqual([]);
  await page.keyboard.press("Escape");
  await expect(dialog).toBeHidden();
  await expect(open).toBeFocused();
  expect(await answered()).toBe(200);

  await page.keyboard.press("Enter");
  await page.keyboard.press("Tab");
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL("/");
  await expect(page.getByRole("status").filter({ hasText: "Everything about you is erased." })).toBeVisible();
  await expect(page.getByRole("link", { name: "Rate a few movies" })).toBeVisible();
  expect(await answered()).toBe(404);
  expect(
    await page.evaluate(() => ["matinee.person", "matinee.own"].map((name) => localStorage.getItem(name))),
  ).toEqual([null, null]);
});

test("where it fails the dialog says so, and the person is remembered", async ({ page, request }) => {
  const [first] = await knownMovies(request, 1);
  const id = await newPerson(request, [[first!.id, 4]]);
  await page.goto(`/u/${id}`);
  await page.route(`**/api/users/${id}`, (route) =>
    route.request().method() === "DELETE" ? route.abort() : route.continue(),
  );
  await page.getByRole("button", { name: `Erase everything about user ${id}` }).click();
  await page.getByRole("button", { name: "Erase for good" }).click();
  await expect(page.getByRole("dialog").getByRole("alert")).toContainText("The server does not answer.");
  await page.getByRole("button", { name: "Keep it" }).click();
  await expect(page).toHaveURL(`/u/${id}`);
  await expect(page.getByRole("link", { name: "For you" })).toHaveAttribute("href", `/u/${id}`);
});

test("people of the ratings data are not offered to be erased", async ({ page }) => {
  const told = page.waitForResponse((answer) => new URL(answer.url()).pathname === "/api/users/1");
  await page.goto("/u/1");
  await (await told).finished();
  await expect(page.getByRole("region", { name: "Take it with you" }).getByRole("link").first()).toBeVisible();
  await expect(page.getByRole("article")).toHaveCount(20);
  await expect(page.getByRole("button", { name: /^Erase/ })).toHaveCount(0);
});
