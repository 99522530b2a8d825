import { randomFrom } from "../lib/random.ts";
import type { Face } from "./glyphs.ts";
import type { Layer } from "./layers.ts";
import { motifsOf } from "./motifs.ts";
import { mainGenre, palettesOf, type Palette } from "./palettes.ts";
import { setTitle, type Line } from "./typesetting.ts";

export interface Design {
  ink: Palette;
  face: Face;
  layers: Layer[];
  lines: Line[];
  /** Where the title's first capitals begin, from the poster's top. */
  titleTop: number;
  /** Y of the year's baseline and of the picture's edge. */
  yearBaseline: number;
  yearAtRight: boolean;
  picture: { top: number; height: number };
  /** Degrees by which all inks turn on the colour wheel: two prints of one palette differ. */
  hue: number;
}

const margin = 14;
const serifGenres = new Set(["Drama", "Romance", "Documentary", "Fantasy", "Musical", "Mystery"]);

/** A poster that is always the same for a movie: its genre picks inks and motifs, its id picks among them. */
export function designOf(id: number, title: string, genres: readonly string[]): Design {
  const random = randomFrom(id);
  const genre = mainGenre(genres);
  const pick = <T>(list: T[]): T => list[Math.floor(random() * list.length)] as T;
  const ink = pick(palettesOf(genre));
  const motif = pick(motifsOf(genre));
  const face: Face = genre && serifGenres.has(genre) && random() < 0.55 ? "serif" : "gothic";
  const atTop = random() < 0.4;
  const block = setTitle(short(face === "gothic" ? title.toUpperCase() : title), face, 200 - 2 * margin, 118);
  const band = block.height + 2 * margin + 18;
  const picture = atTop ? { top: band, height: 300 - band } : { top: 0, height: 300 - band };
  const titleTop = atTop ? margin + 18 : 300 - margin - block.height;
  return {
    ink,
    face,
    layers: motif(picture, ink, random),
    lines: block.lines,
    titleTop,
    yearBaseline: titleTop - 7,
    yearAtRight: random() < 0.5,
    picture,
    hue: Math.round((random() - 0.5) * 44),
  };
}

/** What fits on a poster of a title that goes on and on. */
function short(title: string): string {
  if (title.length <= 46) return title;
  const cut = title.search(/[:;(]|,? or[ :,]|\s[-–]\s/i);
  const main = cut > 5 ? title.slice(0, cut).trim() : title;
  return main.length <= 60 ? main : `${main.slice(0, 56).trim()}…`;
}
