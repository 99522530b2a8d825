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
  await expect(page.getByRole("region", { name: "What it is made of" })).toContainText("EASE");
  await expect(page.getByRole("region", { name: "What it is made of" })).toContainText("200");
});
