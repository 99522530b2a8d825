import type { Component } from "svelte";

/** A page, loaded when someone goes there. It gets the address's id, where it has one. */
export type Page = Component<{ id?: number }>;

export interface Match {
  load: () => Promise<{ default: Page }>;
  /** In /u/{id} and /movie/{id}. */
  id?: number;
}

const page = (load: () => Promise<unknown>): (() => Promise<{ default: Page }>) =>
  load as () => Promise<{ default: Page }>;

const home = page(() => import("../pages/Home.svelte"));
const welcome = page(() => import("../pages/Welcome.svelte"));
const forYou = page(() => import("../pages/ForYou.svelte"));
const movie = page(() => import("../pages/Movie.svelte"));
const search = page(() => import("../pages/Search.svelte"));
const together = page(() => import("../pages/Together.svelte"));
const model = page(() => import("../pages/Model.svelte"));
const notFound = page(() => import("../pages/NotFound.svelte"));

const plain: Record<string, Match["load"]> = {
  "/": home,
  "/welcome": welcome,
  "/search": search,
  "/together": together,
  "/model": model,
};
const withId: Record<string, Match["load"]> = { u: forYou, movie };

export function match(path: string): Match {
  const trimmed = path.length > 1 ? path.replace(/\/$/, "") : path;
  const load = plain[trimmed];
  if (load) return { load };
  const parts = /^\/(u|movie)\/(\d{1,10})$/.exec(trimmed);
  const found = parts && withId[parts[1] ?? ""];
  return found ? { load: found, id: Number(parts[2]) } : { load: notFound };
}
