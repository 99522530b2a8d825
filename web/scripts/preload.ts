import type { Plugin } from "vite";

/** Preloads the fonts that the first paint needs: text then never jumps from one face to another. */
export function preloadFonts(...names: string[]): Plugin {
  return {
    name: "matinee-preload-fonts",
    apply: "build",
    transformIndexHtml: {
      order: "post",
      handler(_html, { bundle }) {
        const files = Object.keys(bundle ?? {});
        return names.map((name) => {
          const href = files.find((file) => file.endsWith(".woff2") && file.includes(name));
          if (!href) throw new Error(`No font ${name} in the build.`);
          return {
            tag: "link",
            attrs: { rel: "preload", href: `/${href}`, as: "font", type: "font/woff2", crossorigin: "" },
            injectTo: "head",
          };
        });
      },
    },
  };
}
