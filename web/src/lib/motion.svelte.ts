import { MediaQuery } from "svelte/reactivity";

export const stillness = new MediaQuery("prefers-reduced-motion: reduce");

/** Milliseconds that a movement takes: none for people who asked for none. */
export function lasting(milliseconds: number): number {
  return stillness.current ? 0 : milliseconds;
}
