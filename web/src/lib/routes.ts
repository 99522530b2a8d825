import type { Component } from "svelte";
import ForYou from "../pages/ForYou.svelte";
import Home from "../pages/Home.svelte";
import Import from "../pages/Import.svelte";
import Model from "../pages/Model.svelte";
import Movie from "../pages/Movie.svelte";
import NotFound from "../pages/NotFound.svelte";
import Search from "../pages/Search.svelte";
import Together from "../pages/Together.svelte";
import Welcome from "../pages/Welcome.svelte";

/** A page. It gets the address's id, where it has one. */
export type Page = Component<{ id?: number }>;

export interface Match {
  page: Page;
  /** In /u/{id} and /movie/{id}. */
  id?: number;
}

// What a page without an id does not take it does not miss.
const page = (view: unknown): Page => view as Page;

const plain: Record<string, Page> = {
  "/": page(Home),
  "/welcome": page(Welcome),
  "/search": page(Search),
  "/together": page(Together),
  "/model": page(Model),
  "/import": page(Import),
};
const withId: Record<string, Page> = { u: page(ForYou), movie: page(Movie) };

export function match(path: string): Match {
  const trimmed = path.length > 1 ? path.replace(/\/$/, "") : path;
  const found = plain[trimmed];
  if (found) return { page: found };
  const parts = /^\/(u|movie)\/(\d{1,10})$/.exec(trimmed);
  const withThis = parts && withId[parts[1] ?? ""];
  return withThis ? { page: withThis, id: Number(parts[2]) } : { page: page(NotFound) };
}
