import { defineConfig } from "@playwright/test";

export default defineConfig({
  testDir: "tests",
  outputDir: ".test/results",
  workers: 2,
  timeout: 30_000,
  expect: { timeout: 7_000 },
  forbidOnly: true,
  projects: [
    { name: "pages", testIgnore: /budget/ },
    // Times are measured last, when no other browser runs.
    { name: "budget", testMatch: /budget/, dependencies: ["pages"] },
  ],
  reporter: [["list"], ["./tests/plain-reporter.ts"]],
  use: {
    baseURL: process.env.MATINEE_ADDRESS ?? "http://127.0.0.1:3000",
    viewport: { width: 1280, height: 900 },
    launchOptions: { executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium", args: ["--no-sandbox"] },
    screenshot: "only-on-failure",
  },
});
