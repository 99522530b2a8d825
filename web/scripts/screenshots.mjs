// node scripts/screenshots.mjs [server] [folder] [page ...]: every page at two widths in both themes, to be looked at.
import { mkdirSync } from "node:fs";
import { chromium } from "@playwright/test";

const [server = "http://127.0.0.1:3000", folder = ".test/screenshots", ...wanted] = process.argv.slice(2);
const rated = [
  [1, 5],
  [4886, 4.5],
  [6377, 4],
  [318, 3],
  [593, 2.5],
];

const file = {
  name: "ratings.csv",
  mimeType: "text/csv",
  buffer: Buffer.from(
    "Date,Name,Year,Letterboxd URI,Rating\n2024-03-02,Toy Story,1995,https://boxd.it/1,4.5\n" +
      "2024-03-03,The Thing,1961,https://boxd.it/2,4\n2024-03-04,A Film Nobody Knows,2031,https://boxd.it/3,3\n" +
      "2024-03-05,Forrest Gump,1994,https://boxd.it/4,9\n",
  ),
};

const pages = {
  home: { path: "/" },
  welcome: { path: "/welcome" },
  "welcome-rated": { path: "/welcome", own: true },
  import: { path: "/import" },
  "import-found": { path: "/import", file: true },
  "for-you": { path: "/u/1" },
  "for-you-own": { own: true, path: (id) => `/u/${id}` },
  "for-you-steered": { path: "/u/15?diversity=0.4&popularity=-0.5&genre=Sci-Fi&genre=!Horror&from=1970" },
  movie: { path: "/movie/541", as: 1 },
  "movie-new": { path: "/movie/2571" },
  search: { path: "/search?q=slow-burn+space+film+about+grief" },
  "search-empty": { path: "/search" },
  "search-none": { path: "/search?q=zzzzqqqq" },
  together: { path: "/together?users=1,15,42" },
  "together-empty": { path: "/together" },
  model: { path: "/model" },
  "not-found": { path: "/nowhere" },
  "unknown-user": { path: "/u/99999" },
};

mkdirSync(folder, { recursive: true });
const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
  args: ["--no-sandbox"],
});
const answer = await fetch(`${server}/api/users`, {
  method: "POST",
  headers: { "Content-Type": "application/json" },
  body: JSON.stringify({ ratings: rated.map(([movieId, rating]) => ({ movieId, rating })) }),
});
const own = (await answer.json()).id;
for (const colorScheme of ["dark", "light"]) {
  for (const width of [1280, 390]) {
    for (const [name, { path, own: isOwn, as, file: given }] of Object.entries(pages)) {
      if (wanted.length > 0 && !wanted.includes(name)) continue;
      const context = await browser.newContext({
        colorScheme,
        viewport: { width, height: width > 800 ? 900 : 844 },
        reducedMotion: "reduce",
      });
      const id = isOwn ? own : as;
      if (isOwn) await context.addInitScript((me) => localStorage.setItem("matinee.own", String(me)), id);
      if (id) await context.addInitScript((me) => localStorage.setItem("matinee.person", String(me)), id);
      const page = await context.newPage();
      page.on("console", (line) => line.type() === "error" && console.log(`${name}: ${line.text()}`));
      await page.goto(server + (typeof path === "string" ? path : path(own)));
      await page.waitForLoadState("networkidle");
      if (given) {
        await page.locator("input[type=file]").setInputFiles(file);
        await page.locator("#found").waitFor();
      }
      await page.waitForTimeout(250);
      await page.screenshot({ path: `${folder}/${name}-${width}-${colorScheme}.png`, fullPage: true });
      await context.close();
    }
  }
}
await browser.close();
