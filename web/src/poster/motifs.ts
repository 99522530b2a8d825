import type { Motif } from "./layers.ts";
import { blinds, burst, chevrons, confetti, eye, record, spiral, tiles } from "./patterns.ts";
import { arches, beams, columns, horizon, lovers, orbits, peaks, skyline, stripedSun, waves } from "./scenes.ts";

const byGenre: Record<string, Motif[]> = {
  Action: [burst, chevrons, skyline, horizon, stripedSun, beams],
  Adventure: [peaks, stripedSun, waves, burst],
  Animation: [confetti, tiles, waves, confetti],
  Children: [confetti, tiles, peaks],
  Comedy: [tiles, lovers, arches, record, confetti, beams, waves],
  Crime: [blinds, skyline, columns, chevrons, beams],
  Documentary: [columns, tiles, arches],
  Drama: [arches, waves, lovers, stripedSun, columns, skyline, peaks],
  Fantasy: [peaks, orbits, arches],
  "Film-Noir": [blinds, blinds, spiral, columns],
  Horror: [eye, spiral, burst, arches, peaks],
  Musical: [record, beams, tiles, columns],
  Mystery: [spiral, eye, blinds, arches],
  Romance: [lovers, waves, arches],
  "Sci-Fi": [orbits, horizon, spiral, stripedSun, horizon, burst, skyline],
  Thriller: [spiral, burst, eye, blinds, chevrons, skyline, horizon],
  War: [chevrons, burst, stripedSun],
  Western: [stripedSun, stripedSun, peaks],
};

export function motifsOf(genre: string | undefined): Motif[] {
  return (genre && byGenre[genre]) || [tiles, waves, arches, lovers, stripedSun];
}
