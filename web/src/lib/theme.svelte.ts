import { store } from "./storage.ts";

export type Theme = "dark" | "light";

const storageKey = "matinee.theme";
const systemIsLight = matchMedia("(prefers-color-scheme: light)");

class ThemeChoice {
  #chosen = $state<Theme | null>((document.documentElement.dataset.theme as Theme | undefined) ?? null);
  #system = $state<Theme>(systemIsLight.matches ? "light" : "dark");

  constructor() {
    systemIsLight.addEventListener("change", (event) => (this.#system = event.matches ? "light" : "dark"));
  }

  get current(): Theme {
    return this.#chosen ?? this.#system;
  }

  toggle(): void {
    this.#chosen = this.current === "dark" ? "light" : "dark";
    document.documentElement.dataset.theme = this.#chosen;
    store(storageKey, this.#chosen);
  }
}

export const theme = new ThemeChoice();
