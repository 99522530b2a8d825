import { svelte } from "@sveltejs/vite-plugin-svelte";
import { defineConfig } from "vite";
import { compress } from "./scripts/compress.ts";
import { preloadFonts } from "./scripts/preload.ts";

export default defineConfig({
  plugins: [svelte(), preloadFonts("league-gothic-latin-400", "instrument-sans-latin-wght"), compress()],
  build: {
    outDir: "../src/Matinee.Api/wwwroot",
    emptyOutDir: true,
    target: "es2022",
    // The server's content security policy has no data: for scripts and fonts.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    reportCompressedSize: false,
  },
  server: {
    // `./matinee serve` beside `npm run dev`.
    proxy: Object.fromEntries(
      ["/api", "/health", "/openapi", "/login"].map((path) => [
        path,
        process.env.MATINEE_SERVER ?? "http://127.0.0.1:3000",
      ]),
    ),
  },
});
