import { readFileSync } from "node:fs";
import type { APIRequestContext, Locator, Page } from "@playwright/test";
import { axeFindings } from "./axe.ts";
import { expect, knownMovies, newPerson, test, type Listed } from "./person.ts";
import { zipOf } from "./zip.ts";

const lonely = "A Film That Nobody Here Knows";

interface Named extends Listed {
  name: string;
  year: number;
}

/** Movies of this server whose titles are as plain as people write them. */
async function plainMovies(request: APIRequestContext, count: number): Promise<Named[]> {
  const named = (await knownMovies(request, 100)).flatMap((movie) => {
    const [, name, year] = /^([A-Za-z' ]{5,}) \((\d{4})\)$/.exec(movie.title) ?? [];
    return name && year ? [{ ...movie, name, year: Number(year) }] : [];
  });
  const names = named.map((movie) => movie.name);
  const plain = named.filter((movie) => names.filter((name) => name === movie.name).length === 1);
  expect(plain.length).toBeGreaterThanOrEqual(count);
  return plain.slice(0, count);
}

/**
 * A Letterboxd export: the movies with stars but the last, which is wanted; the first with a year far off; a film from nowhere; a row with too
 * many stars.
 */
function letterboxd(movies: readonly Named[]): Buffer {
  const [doubtful, ...others] = movies;
  const clear = others.slice(0, -1);
  const wanted = movies.at(-1)!;
  const rows = [
    ...clear.map(({ name, year }, n) => [name, year, n % 2 ? 5 : 4.5]),
    [doubtful!.name, doubtful!.year - 25, 5],
    [lonely, 2031, 3],
    ["Seven Stars", 1999, 7],
  ].map(([name, year, stars], n) => `2024-03-${10 + n},${name},${year},https://boxd.it/${n},${stars}`);
  return zipOf({
    "ratings.csv": ["Date,Name,Year,Letterboxd URI,Rating", ...rows, ""].join("\n"),
    "watchlist.csv": `Date,Name,Year,Letterboxd URI\n2024-04-01,${wanted.name},${wanted.year},https://boxd.it/w\n`,
  });
}

/** Drops a file, or more of them, onto the page; false where the browser would have left to show it. */
async function drop(page: Page, name: string, content: Buffer, ...more: string[]): Promise<boolean> {
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
  return page.evaluate(
    ([name, bytes, more]) => {
      const dataTransfer = new DataTransfer();
      dataTransfer.items.add(new File([Uint8Array.from(bytes)], name));
      for (const other of more) dataTransfer.items.add(new File(["Title"], other));
      return !document.body.dispatchEvent(new DragEvent("drop", { dataTransfer, bubbles: true, cancelable: true }));
    },
    [name, [...content], more] as const,
  );
}

async function ratingOf(request: APIRequestContext, user: number, movie: number): Promise<number | undefined> {
  const answer = await request.get(`/api/users/${user}/ratings?limit=100`);
  const { ratings } = (await answer.json()) as { ratings: { id: number; rating: number }[] };
  return ratings.find((one) => one.id === movie)?.rating;
}

const programme = (page: Page): Promise<string[]> =>
  page.getByRole("article").getByRole("heading", { level: 3 }).allInnerTexts();

test("a dropped export is shown first, mended, and saved only then: the list is another", async ({ page, request }) => {
  const movies = await plainMovies(request, 13);
  const [doubtful, clear] = movies as [Named, Named];
  const own = await newPerson(
    request,
    (await knownMovies(request, 100))
      .filter((known) => movies.every((movie) => movie.id !== known.id))
      .slice(-3)
      .map((movie) => [movie.id, 3]),
  );
  await page.addInitScript((id) => {
    localStorage.setItem("matinee.person", String(id));
    localStorage.setItem("matinee.own", String(id));
  }, own);
  await page.goto(`/u/${own}`);
  await expect(page.getByRole("article")).toHaveCount(20);
  const before = await programme(page);

  await page.getByRole("link", { name: "Bring ratings from elsewhere" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Bring your ratings" })).toBeVisible();
  expect(await drop(page, "letterboxd.zip", letterboxd(movies))).toBe(true);
  await expect(page.getByRole("heading", { level: 2, name: "From Letterboxd" })).toBeFocused();
  await expect(page.getByText("Nothing is saved yet.").first()).toBeVisible();
  await expect(page.getByText("15 rows in the file")).toBeVisible();
  await expect(page.getByText("They are added to your list.")).toBeVisible();

  await page.locator("summary", { hasText: "Recognised" }).click();
  await expect(page.getByRole("heading", { level: 3, name: `${clear.name} (${clear.year})` })).toBeVisible();
  await page.locator("summary", { hasText: "Not in this catalogue" }).click();
  await expect(page.getByRole("heading", { level: 3, name: lonely })).toBeVisible();
  await page.locator("summary", { hasText: "Skipped" }).click();
  await expect(page.getByText(/^ratings\.csv:15 · /)).toBeVisible();

  await expect(page.getByText("1 film is undecided and would be left out.")).toBeVisible();
  await page.getByRole("radio", { name: `${doubtful.name} (${doubtful.year})` }).check();
  await expect(page.getByText("would be left out")).toHaveCount(0);
  expect(await ratingOf(request, own, clear.id)).toBeUndefined();

  await page.getByRole("checkbox", { name: "Leave the one film of my watchlist out" }).check();
  await page.getByRole("button", { name: "Add 13 films" }).click();
  const told = page.getByRole("status").filter({ hasText: "Added 12 ratings" });
  await expect(told).toContainText("1 film is kept out of your list.");
  await expect(page.getByRole("heading", { level: 1, name: "For you" })).toBeVisible();
  await expect(page.getByRole("article")).toHaveCount(20);
  expect(await programme(page)).not.toEqual(before);
  expect(await ratingOf(request, own, doubtful.id)).toBe(5);
  expect(await ratingOf(request, own, clear.id)).toBe(4.5);
});

test("a choice that makes two films one movie is marked, said and counted once", async ({ page, request }) => {
  const movies = await plainMovies(request, 3);
  const [doubtful, clear] = movies as [Named, Named];
  await page.goto("/import");
  await drop(page, "letterboxd.zip", letterboxd(movies));
  await expect(page.getByRole("button", { name: "Add 2 films" })).toBeVisible();
  const row = page.getByRole("listitem").filter({
    has: page.getByRole("heading", { name: `${doubtful.name} (${doubtful.year - 25})` }),
  });
  await expect(row).toContainText("another year");
  await row.getByRole("searchbox").fill(clear.name);
  const same = row.getByRole("radio", { name: `${clear.name} (${clear.year}) already in your file, ★ 4.5` });
  await same.check();
  await expect(row).toContainText(`Merged with ${clear.name} (${clear.year})`);
  await expect(page.getByRole("button", { name: "Add 2 films" })).toBeVisible();
  await row.getByRole("radio", { name: `${doubtful.name} (${doubtful.year})` }).check();
  await expect(row).not.toContainText("Merged with");
  await expect(page.getByRole("button", { name: "Add 3 films" })).toBeVisible();
});

test("films that keep a later rating are counted", async ({ page, request }) => {
  const movies = await plainMovies(request, 3);
  const own = await newPerson(request, [[movies[1]!.id, 1]]);
  await page.addInitScript((id) => localStorage.setItem("matinee.own", String(id)), own);
  await page.addInitScript((id) => localStorage.setItem("matinee.person", String(id)), own);
  await page.goto("/import");
  await drop(page, "letterboxd.zip", letterboxd(movies));
  await page.getByRole("button", { name: "Add 2 films" }).click();
  await expect(page.getByRole("status").filter({ hasText: "Added" })).toContainText(
    "1 film keeps a later rating that was here already.",
  );
  expect(await ratingOf(request, own, movies[1]!.id)).toBe(1);
});

test("a small library warns of a short list", async ({ page, request }) => {
  const owned = (await plainMovies(request, 3)).map(({ name, year }) => ({
    ...{ Name: name, ProductionYear: year, Type: "Movie" },
    ...{ ProviderIds: {}, UserData: { Played: false } },
  }));
  await page.goto("/import");
  await drop(page, "jellyfin.json", Buffer.from(JSON.stringify({ Items: owned, TotalRecordCount: 3, StartIndex: 0 })));
  await expect(page.getByRole("checkbox", { name: "Recommend only the 3 films that I own" })).toBeVisible();
  await expect(page.getByText("Your list would have 3 films at most")).toBeVisible();
});

test("what can't be read is named where it was dropped, and another file may follow", async ({ page, request }) => {
  await page.goto("/import");
  await drop(page, "holiday.jpg", Buffer.from([0xff, 0xd8, 0xff, 0xe0, 0, 16, 74, 70, 73, 70]));
  await expect(page.locator(".zone").getByRole("alert")).toContainText("holiday.jpg");
  await drop(page, "letterboxd.zip", letterboxd(await plainMovies(request, 3)));
  await expect(page.getByRole("heading", { level: 2, name: "From Letterboxd" })).toBeVisible();
  await expect(page.getByRole("alert")).toHaveCount(0);
  // Elsewhere the browser does with files as it always does.
  await page.goto("/search");
  expect(await drop(page, "letterboxd.zip", Buffer.from("x"))).toBe(false);
});

test("a newcomer brings ratings by keyboard alone, and is nobody before", async ({ page, request }) => {
  const movies = await plainMovies(request, 4);
  const asked: string[] = [];
  page.on("request", (one) => one.method() === "POST" && asked.push(new URL(one.url()).pathname));
  const focus = async (target: Locator): Promise<void> => {
    await expect(target).toBeVisible();
    for (let n = 0; n < 60 && !(await target.evaluate((one) => one === document.activeElement)); n++) {
      await page.keyboard.press("Tab");
    }
    await expect(target).toBeFocused();
  };
  // Asked for early: the browser takes a moment to hand its dialog over.
  const opened = page.waitForEvent("filechooser");
  await page.goto("/");
  await focus(page.getByRole("link", { name: "Bring your ratings" }));
  await page.keyboard.press("Enter");
  // A page that is gone to takes the focus first.
  await expect(page.getByRole("heading", { level: 1, name: "Bring your ratings" })).toBeFocused();
  await focus(page.getByRole("button", { name: "Choose a file" }));
  await page.keyboard.press("Enter");
  await (await opened).setFiles({ name: "mine.zip", mimeType: "application/zip", buffer: letterboxd(movies) });
  await expect(page.getByRole("heading", { level: 2, name: "From Letterboxd" })).toBeFocused();
  expect(asked).toEqual(["/api/imports"]);

  // The first candidate is wrong: what is looked for is right.
  const search = page.getByRole("searchbox", { name: /^Search the catalogue for/ });
  await focus(search);
  await page.keyboard.type(movies[1]!.name);
  const wanted = page.getByRole("radio", { name: `${movies[1]!.name} (${movies[1]!.year})` });
  await expect(wanted).toBeVisible();
  await page.keyboard.press("ArrowDown");
  for (let n = 0; n < 5 && !(await wanted.evaluate((one) => one === document.activeElement)); n++) {
    await page.keyboard.press("ArrowDown");
  }
  await page.keyboard.press("Space");
  await expect(wanted).toBeChecked();
  await focus(page.getByRole("button", { name: /^Add \d films$/ }));
  await page.keyboard.press("Enter");
  await expect(page.getByRole("heading", { level: 1, name: "For you" })).toBeVisible();
  expect(asked.slice(0, 3)).toEqual([
    "/api/imports",
    "/api/users",
    new URL(page.url()).pathname.replace("/u/", "/api/users/") + "/imports",
  ]);
});

test("ratings and lists are there as files for elsewhere", async ({ page, request }) => {
  const own = await newPerson(
    request,
    (await knownMovies(request, 6)).map((movie) => [movie.id, 4]),
  );
  await page.goto(`/u/${own}?genre=Comedy`);
  const files = page.getByRole("region", { name: "Take it with you" });
  await expect(files.getByRole("link", { name: / as / })).toHaveCount(6);
  await expect(files.getByText("as a list or watchlist")).toBeVisible();
  for (const what of ["The ratings", "The list, its first fifty"]) {
    for (const format of ["Letterboxd CSV", "IMDb ids", "JSON"]) {
      const coming = page.waitForEvent("download");
      await files.getByRole("link", { name: `${what} as ${format}` }).click();
      const file = await coming;
      const text = readFileSync(await file.path(), "utf8");
      if (format === "JSON") {
        const { films } = JSON.parse(text) as { films: { title: string; rating: number | null }[] };
        expect(films.length).toBeGreaterThan(what === "The ratings" ? 5 : 0);
      } else if (format === "Letterboxd CSV") {
        expect(text).toContain("Title,Year");
      }
    }
  }
});

test("a file that can't be read leaves what was decided about the one before", async ({ page, request }) => {
  const movies = await plainMovies(request, 3);
  await page.setViewportSize({ width: 390, height: 800 });
  await page.goto("/import");
  await drop(page, "letterboxd.zip", letterboxd(movies));
  await page.getByRole("radio", { name: `${movies[0]!.name} (${movies[0]!.year})` }).check();
  const add = page.getByRole("button", { name: "Add 3 films" });
  await add.scrollIntoViewIfNeeded();
  await drop(page, "holiday.jpg", Buffer.from([0xff, 0xd8, 0xff, 0xe0, 0, 16, 74, 70, 73, 70]));
  const problem = page.getByRole("alert");
  await expect(problem).toContainText("holiday.jpg");
  await expect(problem).toContainText("What letterboxd.zip holds is still below.");
  await expect(problem).toBeFocused();
  await expect(problem).toBeInViewport({ ratio: 1 });
  await expect(page.getByRole("heading", { level: 2, name: "From Letterboxd" })).toBeVisible();
  await expect(add).toBeEnabled();
  await drop(page, "other.csv", Buffer.from("Date,Name,Year,Letterboxd URI,Rating\n2024-03-10,Nothing,1901,u,4\n"));
  await expect(page.getByText("1 row in the file")).toBeVisible();
  await expect(page.getByRole("button", { name: "Add 0 films" })).toBeDisabled();
});

test("too large a file is named, with its size", async ({ page }) => {
  await page.goto("/import");
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
  await page.evaluate(() => {
    const dataTransfer = new DataTransfer();
    dataTransfer.items.add(new File([new Uint8Array(18.5 * 2 ** 20)], "everything.csv"));
    document.body.dispatchEvent(new DragEvent("drop", { dataTransfer, bubbles: true, cancelable: true }));
  });
  await expect(page.locator(".zone").getByRole("alert")).toHaveText(
    /^everything\.csv has 18\.5 MiB\. A file may have 16 MiB/,
  );
});

test("of several files the one that was read is named", async ({ page, request }) => {
  const zip = letterboxd(await plainMovies(request, 3));
  await page.goto("/import");
  await drop(page, "letterboxd.zip", zip, "plex.csv");
  await expect(page.getByRole("heading", { level: 2, name: "From Letterboxd" })).toBeVisible();
  const told = page.getByText("Only letterboxd.zip was read: bring the others one by one.");
  await expect(told).toBeInViewport({ ratio: 1 });
  await drop(page, "letterboxd.zip", zip);
  await expect(told).toHaveCount(0);
});

test("a film is found by keyboard, and a choice is undone", async ({ page, request }) => {
  const movies = await plainMovies(request, 3);
  const { name, year } = movies[1]!;
  await page.goto("/import");
  await drop(page, "letterboxd.zip", letterboxd(movies));
  await page.locator("summary", { hasText: "Not in this catalogue" }).click();
  const find = page.getByRole("button", { name: `Find it: ${lonely}` });
  await find.focus();
  await page.keyboard.press("Enter");
  const field = page.getByRole("searchbox", { name: `Search the catalogue for ${lonely}` });
  await expect(field).toBeFocused();
  await page.keyboard.type(`${name} `);
  await expect(field).toHaveValue(`${name} `);
  const result = page
    .getByRole("group", { name: `Found for ${lonely}` })
    .getByRole("radio")
    .first();
  await expect(result).toHaveAccessibleName(new RegExp(`^${name} \\(${year}\\) already in your file`));
  await page.keyboard.press("Tab");
  await expect(result).toBeFocused();
  await page.keyboard.press("Space");
  const row = page.getByRole("listitem").filter({ has: page.getByRole("heading", { name: lonely }) });
  await expect(row).toContainText(`Merged with ${name} (${year})`);
  await page.getByRole("button", { name: `Undo the choice: ${lonely}` }).press("Enter");
  await expect(result).not.toBeChecked();
  await expect(field).toBeFocused();
  await expect(page.getByText("Merged with")).toHaveCount(0);

  const doubtful = page.getByRole("radio", { name: `${movies[0]!.name} (${movies[0]!.year})` });
  await doubtful.check();
  await expect(page.getByText("would be left out")).toHaveCount(0);
  await page.getByRole("button", { name: "Undo the choice" }).click();
  await expect(doubtful).not.toBeChecked();
  await expect(page.getByText("1 film is undecided and would be left out.")).toBeVisible();
});

for (const colorScheme of ["dark", "light"] as const) {
  test(`axe finds nothing against a file's films: ${colorScheme}`, async ({ page, request }) => {
    await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
    await page.goto("/import");
    await drop(page, "letterboxd.zip", letterboxd(await plainMovies(request, 4)));
    for (const heading of ["Recognised", "Not in this catalogue", "Skipped"]) {
      await page.locator("summary", { hasText: heading }).click();
    }
    await page
      .getByRole("button", { name: /^Change/ })
      .first()
      .click();
    // What lies under the header is no target.
    await page.evaluate(() => scrollTo(0, 0));
    expect(await axeFindings(page)).toEqual([]);
  });
}
