import { tick } from "svelte";

/** Where the person is: the address bar is the only memory of it. */
class Location {
  path = $state(location.pathname);
  query = $state.raw(new URLSearchParams(location.search));
  /** Counts arrivals at another page; a change of its query alone is none. */
  arrivals = $state(0);
}

export const here = new Location();

const positions = new Map<string, number>();
let key: string = history.state?.key ?? newKey();

interface Going {
  /** Instead of a new entry in the history. */
  replace?: boolean;
}

/** Goes to an address of this site. */
export function go(address: string, { replace = false }: Going = {}): void {
  const url = new URL(address, location.origin);
  if (url.href === location.href) return;
  remember();
  const samePage = url.pathname === location.pathname;
  if (!replace) key = newKey();
  history[replace ? "replaceState" : "pushState"]({ key }, "", url);
  arrive(samePage ? null : 0);
}

/** The present address with another query; empty values are left out. */
export function withQuery(changes: Record<string, string | readonly string[] | null>): string {
  const query = new URLSearchParams(here.query);
  for (const [name, value] of Object.entries(changes)) {
    query.delete(name);
    for (const one of typeof value === "string" ? [value] : (value ?? [])) if (one !== "") query.append(name, one);
  }
  const text = query.toString();
  return text ? `${here.path}?${text}` : here.path;
}

/** Starts listening to links, back and forward. */
export function startRouter(): void {
  history.scrollRestoration = "manual";
  history.replaceState({ ...history.state, key }, "");
  addEventListener("popstate", (event) => {
    remember();
    key = (event.state as { key?: string } | null)?.key ?? newKey();
    arrive(positions.get(key) ?? 0);
  });
  document.addEventListener("click", (event) => {
    if (
      event.defaultPrevented ||
      event.button !== 0 ||
      event.metaKey ||
      event.ctrlKey ||
      event.shiftKey ||
      event.altKey
    )
      return;
    const link = (event.target as Element).closest("a");
    if (!link || link.target || link.hasAttribute("download") || link.origin !== location.origin) return;
    if (link.hash || /^\/(api|docs|openapi|health|login)\b/.test(link.pathname)) return;
    event.preventDefault();
    if (link.href === location.href) scrollTo({ top: 0 });
    else go(link.href);
  });
}

function arrive(scroll: number | null): void {
  if (here.path !== location.pathname) {
    here.path = location.pathname;
    here.arrivals++;
  }
  if (here.query.toString() !== location.search.slice(1)) here.query = new URLSearchParams(location.search);
  if (scroll !== null) void settle(scroll);
}

// What was seen before is asked for again: the page grows to its height only once the answers are there.
async function settle(top: number): Promise<void> {
  await tick();
  for (let attempt = 0; attempt < 20; attempt++) {
    scrollTo({ top, behavior: "instant" });
    if (Math.abs(scrollY - top) < 2) return;
    await new Promise((resolve) => setTimeout(resolve, 25));
  }
}

function remember(): void {
  positions.set(key, scrollY);
}

function newKey(): string {
  return Math.random().toString(36).slice(2);
}
