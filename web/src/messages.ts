// Every text that a person reads or hears, in one place: another language is another folder of this shape.

import { chart, footer, nav, state } from "./messages/frame.ts";
import { importing } from "./messages/import.ts";
import { erase, exports, forYou, profile, rating, reasons, steer } from "./messages/list.ts";
import { model } from "./messages/model.ts";
import { movie, search } from "./messages/movies.ts";
import { home, welcome } from "./messages/starting.ts";
import { together } from "./messages/together.ts";

export { format } from "./messages/writing.ts";

export const t = {
  brand: "Matinee",
  skipToContent: "Skip to the content",
  title: (page: string): string => `${page} · Matinee`,
  genre: (name: string): string => (name === "(no genres listed)" ? "No genre" : name),

  nav,
  footer,
  home,
  welcome,
  rating,
  forYou,
  exports,
  erase,
  import: importing,
  steer,
  profile,
  reasons,
  movie,
  search,
  together,
  model,
  chart,
  state,
};
