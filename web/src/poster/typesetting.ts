import { capHeight, textWidth, type Face } from "./glyphs.ts";

/** A line of a title on a poster: `top` is that of its capitals. */
export interface Line {
  text: string;
  size: number;
  top: number;
  baseline: number;
}

export interface Block {
  lines: Line[];
  height: number;
}

const mostLines = 6;

/** Sets a title into a box as large as it gets: gothic lines fill the width each, serif lines share one size. */
export function setTitle(title: string, face: Face, width: number, height: number): Block {
  const words = title.split(/\s+/).filter(Boolean);
  let best: Block | null = null;
  let bestSize = 0;
  for (let count = 1; count <= Math.min(mostLines, words.length); count++) {
    const texts = balanced(words, count, face);
    const sizes = lineSizes(texts, face, width, height);
    const block = stacked(texts, sizes, face);
    // The smallest line decides whether a poster can be read from afar; among equals the fuller one looks better.
    const score = Math.min(...sizes) + block.height / 40;
    if (score > bestSize) {
      best = block;
      bestSize = score;
    }
  }
  return best ?? { lines: [], height: 0 };
}

function lineSizes(texts: string[], face: Face, width: number, height: number): number[] {
  const cap = face === "gothic" ? 104 : 52;
  let sizes = texts.map((text) => Math.min(cap, width / Math.max(0.01, textWidth(text, face))));
  const smallest = Math.min(...sizes);
  // A short word on a line of its own must not shout the others down.
  sizes = face === "gothic" ? sizes.map((size) => Math.min(size, smallest * 1.7)) : sizes.map(() => smallest);
  const total = stackHeight(sizes, face);
  return total > height ? sizes.map((size) => (size * height) / total) : sizes;
}

function stackHeight(sizes: number[], face: Face): number {
  return sizes.reduce((sum, size, n) => sum + size * capHeight[face] + (n > 0 ? gap(size, face) : 0), 0);
}

function gap(size: number, face: Face): number {
  return face === "gothic" ? 4 + size * 0.05 : size * 0.36;
}

function stacked(texts: string[], sizes: number[], face: Face): Block {
  let top = 0;
  const lines = texts.map((text, n) => {
    const size = sizes[n] ?? 0;
    if (n > 0) top += gap(size, face);
    const line = { text, size, top, baseline: top + size * capHeight[face] };
    top = line.baseline;
    return line;
  });
  return { lines, height: top };
}

/** Breaks words into lines whose widest is as narrow as can be. */
function balanced(words: string[], count: number, face: Face): string[] {
  const memory = new Map<string, { widest: number; lines: string[] }>();
  const solve = (from: number, left: number): { widest: number; lines: string[] } => {
    const key = `${from}/${left}`;
    const known = memory.get(key);
    if (known) return known;
    let best = { widest: Infinity, lines: [] as string[] };
    if (left === 1) {
      const text = words.slice(from).join(" ");
      best = { widest: textWidth(text, face), lines: [text] };
    } else {
      for (let end = from + 1; end <= words.length - left + 1; end++) {
        const text = words.slice(from, end).join(" ");
        const rest = solve(end, left - 1);
        const widest = Math.max(textWidth(text, face), rest.widest);
        if (widest < best.widest) best = { widest, lines: [text, ...rest.lines] };
      }
    }
    memory.set(key, best);
    return best;
  };
  return solve(0, count).lines;
}
