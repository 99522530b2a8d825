import { expect, test } from "./person.ts";

test("the model's page says what it is made of and learned from", async ({ page, request }) => {
  const model = (await (await request.get("/api/model")).json()) as {
    dataset: { users: number; catalogMovies: number; simulated: boolean };
  };
  await page.goto("/model");
  const data = page.getByRole("region", { name: "What it learned from" });
  await expect(data).toContainText(model.dataset.users.toLocaleString("en"));
  await expect(data).toContainText(model.dataset.catalogMovies.toLocaleString("en"));
  await expect(data.getByText("These ratings are simulated: no person gave them.")).toHaveCount(
    model.dataset.simulated ? 1 : 0,
  );
  const made = page.getByRole("region", { name: "What it is made of" });
  await expect(page.getByText("A blend: several models")).toHaveCount(1);
  await expect(made).toContainText("ease, als, fm");
  await expect(made).toContainText(/weights\s*ease -?\d\.\d\d, als -?\d\.\d\d/);
});

test("without an evaluation the page says how one is made for a model of any folder", async ({ page }) => {
  await page.goto("/model");
  const quality = page.getByRole("region", { name: "How good" });
  // The tests' model has learned from all ratings.
  await expect(quality).toContainText("none are left to measure it on");
  await expect(quality).toContainText("./matinee serve --report-path REPORT");
  await page.route("**/api/model", async (route) => {
    const answer = await route.fetch();
    const model = (await answer.json()) as object;
    await route.fulfill({ response: answer, json: { ...model, fittedOn: "train+validation" } });
  });
  await page.reload();
  await expect(quality).toContainText("./matinee evaluate --model-path MODEL --output-dir REPORT");
});

test("figures are drawn with their intervals beside the baselines', and told as a table", async ({ page }) => {
  const figure = (value: number) => [{ metric: "ndcg", k: 10, value, low: value - 0.01, high: value + 0.01 }];
  const evaluation = {
    ...{ split: "user-temporal", users: 610, testRatings: 9_900 },
    models: [
      { model: "ease", figures: figure(0.128) },
      { model: "popularity", figures: figure(0.086) },
    ],
  };
  await page.route("**/api/model", async (route) => {
    const answer = await route.fetch();
    await route.fulfill({ response: answer, json: { ...((await answer.json()) as object), evaluation } });
  });
  await page.goto("/model");
  const quality = page.getByRole("region", { name: "How good" });
  await expect(quality).toContainText("On 9,900 ratings of 610 people held out (user-temporal), with 95% intervals.");
  await expect(quality.getByRole("img", { name: "popularity: .0860 (.0760–.0960)" })).toBeVisible();
  await quality.getByText("As a table").click();
  await expect(quality.getByRole("row", { name: "ease .1280 .1180–.1380" })).toBeVisible();
});
