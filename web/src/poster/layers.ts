import type { Palette } from "./palettes.ts";

/** One printed layer: a filled or a drawn path. */
export interface Layer {
  d: string;
  fill?: string;
  stroke?: string;
  width?: number;
}

/** The part of the poster that the picture may fill, in the poster's 200 × 300 units; it may bleed over the sides. */
export interface Area {
  top: number;
  height: number;
}

export type Motif = (area: Area, ink: Palette, random: () => number) => Layer[];

export const n = (value: number): string => value.toFixed(1).replace(/\.0$/, "");
export const circle = (x: number, y: number, r: number): string =>
  `M${n(x - r)} ${n(y)}a${n(r)} ${n(r)} 0 1 0 ${n(2 * r)} 0a${n(r)} ${n(r)} 0 1 0 ${n(-2 * r)} 0z`;
export const rect = (x: number, y: number, w: number, h: number): string =>
  `M${n(x)} ${n(y)}h${n(w)}v${n(h)}h${n(-w)}z`;
export const polygon = (...points: number[][]): string => `M${points.map(([x, y]) => `${n(x!)} ${n(y!)}`).join("L")}z`;
export const many = (count: number, one: (index: number) => string): string =>
  Array.from({ length: count }, (_, i) => one(i)).join("");
export const between = (random: () => number, low: number, high: number): number => low + random() * (high - low);
