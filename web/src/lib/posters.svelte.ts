import { call } from "../api/client.ts";
import { store, stored } from "./storage.ts";

const storageKey = "matinee.posters";

/** Posters from TMDB over the drawn ones: where the server may ask for them, and once the person wants them. */
class PosterChoice {
  offered = $state(false);
  #wanted = $state(stored(storageKey) === "tmdb");

  constructor() {
    call("get", "/api/model").then(
      ({ posters }) => (this.offered = posters === "tmdb"),
      // Drawn ones do.
      () => undefined,
    );
  }

  get shown(): boolean {
    return this.offered && this.#wanted;
  }

  set shown(wanted: boolean) {
    this.#wanted = wanted;
    store(storageKey, wanted ? "tmdb" : null);
  }
}

export const posters = new PosterChoice();
