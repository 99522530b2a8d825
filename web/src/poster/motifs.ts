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

const n = (value: number): string => value.toFixed(1).replace(/\.0$/, "");
const circle = (x: number, y: number, r: number): string =>
  `M${n(x - r)} ${n(y)}a${n(r)} ${n(r)} 0 1 0 ${n(2 * r)} 0a${n(r)} ${n(r)} 0 1 0 ${n(-2 * r)} 0z`;
const rect = (x: number, y: number, w: number, h: number): string => `M${n(x)} ${n(y)}h${n(w)}v${n(h)}h${n(-w)}z`;
const polygon = (...points: number[][]): string => `M${points.map(([x, y]) => `${n(x!)} ${n(y!)}`).join("L")}z`;
const many = (count: number, one: (index: number) => string): string =>
  Array.from({ length: count }, (_, i) => one(i)).join("");
const between = (random: () => number, low: number, high: number): number => low + random() * (high - low);

export const orbits: Motif = ({ top, height }, ink, random) => {
  const x = between(random, 50, 150);
  const y = top + height * between(random, 0.42, 0.58);
  const r = Math.min(height * 0.3, between(random, 38, 58));
  const tilt = between(random, 0.22, 0.42);
  const ring = (scale: number): string =>
    `M${n(x - r * scale)} ${n(y + r * tilt * scale)}Q${n(x)} ${n(y + r * tilt * scale * 1.1)} ${n(x + r * scale)} ${n(y - r * tilt * scale)}`;
  const stars = many(26, () => circle(random() * 200, top + random() * height, between(random, 0.5, 1.5)));
  const moon = random() * Math.PI * 2;
  return [
    { d: many(3, (i) => circle(x, y, r * (2.3 - i * 0.42))), stroke: ink.quiet, width: 1.5 },
    { d: stars, fill: ink.type },
    { d: circle(x, y, r), fill: ink.loud },
    {
      d: `M${n(x)} ${n(y - r)}a${n(r)} ${n(r)} 0 0 1 0 ${n(2 * r)}a${n(r * 0.62)} ${n(r)} 0 0 0 0 ${n(-2 * r)}z`,
      fill: ink.mid,
    },
    { d: ring(1.62), stroke: ink.type, width: 3 },
    { d: ring(1.86), stroke: ink.type, width: 1.2 },
    { d: circle(x + Math.cos(moon) * r * 1.88, y + Math.sin(moon) * r * 1.2, r * 0.14), fill: ink.mid },
  ];
};

export const stripedSun: Motif = ({ top, height }, ink, random) => {
  const x = between(random, 70, 130);
  const r = Math.min(height * 0.4, 74);
  const y = top + height * 0.5;
  const ground = top + height;
  const stripes = many(7, (i) => rect(x - r, y + r * (0.08 + i * 0.135), 2 * r, 2 + i * 1.3));
  const ridge = between(random, 0.08, 0.2) * height;
  return [
    { d: circle(x, y, r), fill: ink.loud },
    { d: stripes, fill: ink.paper },
    {
      d: `M0 ${n(ground - ridge)}Q50 ${n(ground - ridge * 2)} 104 ${n(ground - ridge * 0.9)}T200 ${n(ground - ridge * 1.2)}V${n(ground)}H0z`,
      fill: ink.mid,
    },
    {
      d: `M0 ${n(ground - ridge * 0.35)}Q70 ${n(ground - ridge)} 200 ${n(ground - ridge * 0.3)}V${n(ground)}H0z`,
      fill: ink.quiet,
    },
  ];
};

export const blinds: Motif = ({ top, height }, ink, random) => {
  const lean = between(random, -34, 34);
  const count = 9;
  const step = height / count;
  const slats = many(count, (i) => {
    const y = top + i * step;
    return polygon(
      [0, y - lean * 0.3],
      [200, y + lean * 0.3],
      [200, y + step * 0.42 + lean * 0.3],
      [0, y + step * 0.42 - lean * 0.3],
    );
  });
  const x = between(random, 60, 140);
  const shoulders = top + height;
  const head = Math.min(height * 0.16, 26);
  const neck = shoulders - height * 0.42;
  return [
    { d: slats, fill: ink.mid },
    { d: circle(between(random, 40, 160), top + height * 0.26, height * 0.15), fill: ink.loud },
    {
      d:
        `M${n(x - head * 2.6)} ${n(shoulders)}C${n(x - head * 2.4)} ${n(neck + head * 1.4)} ${n(x - head)} ${n(neck + head * 1.6)} ${n(x - head * 0.7)} ${n(neck + head * 0.7)}` +
        `H${n(x + head * 0.7)}C${n(x + head)} ${n(neck + head * 1.6)} ${n(x + head * 2.4)} ${n(neck + head * 1.4)} ${n(x + head * 2.6)} ${n(shoulders)}z` +
        circle(x, neck, head) +
        polygon(
          [x - head * 1.9, neck - head * 0.3],
          [x + head * 1.9, neck - head * 0.5],
          [x + head * 1.1, neck - head * 0.75],
          [x + head * 0.8, neck - head * 1.7],
          [x - head * 0.8, neck - head * 1.6],
          [x - head * 1.1, neck - head * 0.65],
        ),
      fill: ink.paper,
    },
  ];
};

export const burst: Motif = ({ top, height }, ink, random) => {
  const x = between(random, 20, 180);
  const y = top + height * between(random, 0.35, 0.75);
  const turn = random() * Math.PI;
  const rays = (count: number, reach: number, wide: number, off: number): string =>
    many(count, (i) => {
      const angle = turn + off + (i * 2 * Math.PI) / count;
      const far = reach * between(random, 0.75, 1.2);
      return polygon(
        [x, y],
        [x + Math.cos(angle - wide) * far, y + Math.sin(angle - wide) * far],
        [x + Math.cos(angle + wide) * far, y + Math.sin(angle + wide) * far],
      );
    });
  return [
    { d: rays(14, 260, 0.1, 0), fill: ink.quiet },
    { d: rays(9, height * 0.72, 0.1, 0.3), fill: ink.mid },
    { d: rays(7, height * 0.48, 0.15, 0.1), fill: ink.loud },
    { d: circle(x, y, height * 0.1), fill: ink.type },
  ];
};

export const waves: Motif = ({ top, height }, ink, random) => {
  const colors = [ink.quiet, ink.mid, ink.loud, ink.mid, ink.quiet];
  const start = 0.34;
  const x = between(random, 50, 150);
  const phase = between(random, -20, 20);
  const layers: Layer[] = [{ d: circle(x, top + height * 0.36, Math.min(height * 0.22, 44)), fill: ink.loud }];
  colors.forEach((fill, i) => {
    const y = top + height * (start + i * 0.135);
    const swing = between(random, 8, 22) * (i % 2 ? -1 : 1);
    layers.push({
      d: `M0 ${n(y)}C${n(45 + phase)} ${n(y - swing)} ${n(70 + phase)} ${n(y - swing)} 104 ${n(y)}S165 ${n(y + swing)} 200 ${n(y)}V${n(top + height)}H0z`,
      fill,
    });
  });
  return layers;
};

export const tiles: Motif = ({ top, height }, ink, random) => {
  const across = 4;
  const size = 200 / across;
  const rows = Math.ceil(height / size);
  const paths: Record<string, string> = {};
  const colors = [ink.loud, ink.mid, ink.quiet, ink.type];
  for (let row = 0; row < rows; row++) {
    for (let column = 0; column < across; column++) {
      const x = column * size;
      const y = top + height - (row + 1) * size;
      const kind = Math.floor(random() * 6);
      const color = colors[Math.floor(random() * (random() < 0.2 ? 4 : 3))] ?? ink.loud;
      const corners = [
        `M${n(x)} ${n(y)}h${size}a${size} ${size} 0 0 1 ${-size} ${size}z`,
        `M${n(x + size)} ${n(y)}v${size}a${size} ${size} 0 0 1 ${-size} ${-size}z`,
        `M${n(x + size)} ${n(y + size)}h${-size}a${size} ${size} 0 0 1 ${size} ${-size}z`,
        `M${n(x)} ${n(y + size)}v${-size}a${size} ${size} 0 0 1 ${size} ${size}z`,
        circle(x + size / 2, y + size / 2, size * 0.34),
        "",
      ];
      paths[color] = (paths[color] ?? "") + corners[kind];
    }
  }
  return Object.entries(paths).map(([fill, d]) => ({ d, fill }));
};

export const confetti: Motif = ({ top, height }, ink, random) => {
  const blob = (x: number, y: number, r: number): string => {
    const squash = between(random, 0.75, 1.15);
    return `M${n(x - r)} ${n(y)}C${n(x - r)} ${n(y - r * 1.3 * squash)} ${n(x + r * 1.15)} ${n(y - r * 1.1)} ${n(x + r)} ${n(y)}S${n(x - r)} ${n(y + r * 1.25 * squash)} ${n(x - r)} ${n(y)}z`;
  };
  const eyes = { x: between(random, 70, 130), y: top + height * 0.52 };
  const r = Math.min(height * 0.33, 62);
  return [
    { d: many(9, () => circle(random() * 200, top + random() * height, between(random, 4, 15))), fill: ink.quiet },
    { d: many(4, () => circle(random() * 200, top + random() * height, between(random, 5, 12))), fill: ink.mid },
    { d: blob(eyes.x, eyes.y, r), fill: ink.loud },
    { d: blob(between(random, 20, 180), top + height * 0.92, r * 0.6), fill: ink.mid },
    {
      d: circle(eyes.x - r * 0.3, eyes.y - r * 0.14, r * 0.2) + circle(eyes.x + r * 0.3, eyes.y - r * 0.14, r * 0.2),
      fill: ink.type,
    },
    {
      d: circle(eyes.x - r * 0.26, eyes.y - r * 0.1, r * 0.09) + circle(eyes.x + r * 0.34, eyes.y - r * 0.1, r * 0.09),
      fill: ink.paper,
    },
    {
      d: `M${n(eyes.x - r * 0.3)} ${n(eyes.y + r * 0.3)}q${n(r * 0.3)} ${n(r * 0.3)} ${n(r * 0.6)} 0`,
      stroke: ink.paper,
      width: 4,
    },
  ];
};

export const eye: Motif = ({ top, height }, ink, random) => {
  const y = top + height * 0.5;
  const reach = between(random, 84, 104);
  const open = Math.min(height * 0.36, 66);
  const r = open * 0.72;
  const look = between(random, -12, 12);
  const lid = (scale: number): string =>
    `M${n(100 - reach)} ${n(y)}Q100 ${n(y - open * 2 * scale)} ${n(100 + reach)} ${n(y)}Q100 ${n(y + open * 2 * scale)} ${n(100 - reach)} ${n(y)}z`;
  const lashes = many(11, (i) => {
    const angle = Math.PI * (1.12 + i * 0.076);
    return polygon(
      [100 + Math.cos(angle) * open * 1.25, y + Math.sin(angle) * open * 1.05],
      [100 + Math.cos(angle) * open * 2, y + Math.sin(angle) * open * 1.6],
      [100 + Math.cos(angle + 0.06) * open * 1.25, y + Math.sin(angle + 0.06) * open * 1.05],
    );
  });
  return [
    { d: lid(1.25), fill: ink.quiet },
    { d: lashes, fill: ink.mid },
    { d: lid(1), fill: ink.type },
    { d: circle(100 + look, y, r), fill: ink.loud },
    {
      d: many(
        18,
        (i) => `M${n(100 + look)} ${n(y)}L${n(100 + look + Math.cos(i * 0.349) * r)} ${n(y + Math.sin(i * 0.349) * r)}`,
      ),
      stroke: ink.mid,
      width: 1.5,
    },
    { d: circle(100 + look, y, r * 0.44), fill: ink.paper },
    { d: circle(100 + look + r * 0.2, y - r * 0.22, r * 0.13), fill: ink.type },
  ];
};

export const peaks: Motif = ({ top, height }, ink, random) => {
  const bottom = top + height;
  const range = (low: number, high: number, count: number): string => {
    const points: number[][] = [[-10, bottom]];
    for (let i = 0; i <= count; i++) {
      const tall = i % 2 ? between(random, high * 0.75, high) : between(random, low * 0.6, low);
      points.push([-10 + (i * 220) / count, bottom - height * tall]);
    }
    return polygon(...points, [210, bottom]);
  };
  const summit = between(random, 60, 140);
  const high = bottom - height * 0.68;
  const wide = 92;
  return [
    { d: circle(between(random, 30, 170), top + height * 0.24, Math.min(height * 0.16, 30)), fill: ink.loud },
    {
      d: many(12, () => circle(random() * 200, top + random() * height * 0.5, between(random, 0.6, 1.4))),
      fill: ink.type,
    },
    { d: polygon([summit, high], [summit + wide, bottom], [summit - wide, bottom]), fill: ink.mid },
    {
      d: polygon(
        [summit, high],
        [summit + 15, high + 27],
        [summit + 5, high + 22],
        [summit - 3, high + 32],
        [summit - 15, high + 27],
      ),
      fill: ink.type,
    },
    { d: range(0.2, 0.38, 6), fill: ink.quiet },
    { d: range(0.05, 0.2, 8), fill: ink.loud },
  ];
};

export const record: Motif = ({ top, height }, ink, random) => {
  const x = random() < 0.5 ? 0 : 200;
  const y = top + height * between(random, 0.45, 0.6);
  const r = Math.min(height * 0.62, 128);
  return [
    { d: circle(x, y, r), fill: ink.mid },
    { d: many(7, (i) => circle(x, y, r * (0.93 - i * 0.075))), stroke: ink.paper, width: 1.6 },
    { d: circle(x, y, r * 0.36), fill: ink.loud },
    { d: circle(x, y, r * 0.08), fill: ink.paper },
    {
      d: many(12, (i) =>
        rect(100 - (x - 100) * 0.16 - 42 + i * 7.6, top + height - 4 - between(random, 8, 46), 4.4, 60),
      ),
      fill: ink.type,
    },
  ];
};

export const columns: Motif = ({ top, height }, ink, random) => {
  const count = 12;
  const step = 200 / count;
  const bars = (fill: string, low: number, high: number): Layer => ({
    d: many(count, (i) => {
      const tall = height * between(random, low, high) * (0.55 + 0.45 * Math.sin((i / count) * Math.PI));
      return rect(i * step + 1.5, top + height - tall, step - 3, tall);
    }),
    fill,
  });
  return [
    { d: many(5, (i) => `M0 ${n(top + (height * i) / 5 + 8)}H200`), stroke: ink.quiet, width: 1 },
    bars(ink.quiet, 0.75, 1.02),
    bars(ink.mid, 0.4, 0.85),
    bars(ink.loud, 0.1, 0.5),
  ];
};

export const arches: Motif = ({ top, height }, ink, random) => {
  const x = between(random, 76, 124);
  const bottom = top + height;
  const arch = (scale: number): string => {
    const w = 88 * scale;
    const h = height * 0.96 * scale;
    const round = Math.min(w, h);
    return `M${n(x - w)} ${n(bottom)}v${n(-(h - round))}a${n(w)} ${n(round)} 0 0 1 ${n(2 * w)} 0v${n(h - round)}z`;
  };
  const figure = height * 0.2;
  return [
    { d: arch(1), fill: ink.quiet },
    { d: arch(0.78), fill: ink.mid },
    { d: arch(0.56), fill: ink.loud },
    { d: arch(0.34), fill: ink.paper },
    {
      d:
        circle(x, bottom - figure, figure * 0.17) +
        `M${n(x - figure * 0.2)} ${n(bottom)}l${n(figure * 0.08)} ${n(-figure * 0.78)}h${n(figure * 0.24)}l${n(figure * 0.08)} ${n(figure * 0.78)}z`,
      fill: ink.type,
    },
  ];
};

export const spiral: Motif = ({ top, height }, ink, random) => {
  const x = between(random, 70, 130);
  const y = top + height * 0.5;
  const turns = 7;
  const sign = random() < 0.5 ? 1 : -1;
  const start = random() * 6;
  const arm = (offset: number): string => {
    const points: string[] = [];
    for (let i = 0; i <= turns * 12; i++) {
      const angle = sign * (i / 12) * Math.PI * 0.9 + start + offset;
      const r = 2 + Math.pow(i / (turns * 12), 1.5) * 150;
      points.push(`${n(x + Math.cos(angle) * r)} ${n(y + Math.sin(angle) * r * 0.86)}`);
    }
    return `M${points.join("L")}`;
  };
  return [
    { d: arm(0), stroke: ink.mid, width: 9 },
    { d: arm(Math.PI * 0.66), stroke: ink.quiet, width: 9 },
    { d: arm(Math.PI * 1.33), stroke: ink.loud, width: 5 },
    { d: circle(x, y, 9), fill: ink.type },
  ];
};

export const chevrons: Motif = ({ top, height }, ink, random) => {
  const x = between(random, 80, 120);
  const colors = [ink.quiet, ink.mid, ink.loud, ink.mid, ink.quiet];
  const step = height / 4.4;
  const flip = random() < 0.5 ? 1 : -1;
  const layers: Layer[] = colors.map((fill, i) => {
    const y = top + height * 0.62 + (i - 2) * step * 0.78;
    const rise = flip * 62;
    return {
      d: polygon(
        [-20, y + rise * 0.5],
        [x, y - rise * 0.5],
        [220, y + rise * 0.5],
        [220, y + rise * 0.5 + step * 0.4],
        [x, y - rise * 0.5 + step * 0.4],
        [-20, y + rise * 0.5 + step * 0.4],
      ),
      fill,
    };
  });
  layers.push({ d: circle(x, top + height * 0.28, Math.min(height * 0.15, 26)), fill: ink.type });
  return layers;
};

export const lovers: Motif = ({ top, height }, ink, random) => {
  const r = Math.min(height * 0.33, 62);
  const y = top + height * between(random, 0.44, 0.54);
  const apart = r * between(random, 0.55, 0.8);
  const half = Math.sqrt(r * r - apart * apart);
  return [
    { d: many(4, (i) => circle(100, y, r * (2.5 - i * 0.34))), stroke: ink.quiet, width: 2 },
    { d: circle(100 - apart, y, r), fill: ink.loud },
    { d: circle(100 + apart, y, r), fill: ink.mid },
    {
      d: `M100 ${n(y - half)}A${n(r)} ${n(r)} 0 0 1 100 ${n(y + half)}A${n(r)} ${n(r)} 0 0 1 100 ${n(y - half)}z`,
      fill: ink.type,
    },
  ];
};

export const horizon: Motif = ({ top, height }, ink, random) => {
  const x = between(random, 70, 130);
  const line = top + height * between(random, 0.5, 0.62);
  const r = Math.min(height * 0.26, 48);
  const bottom = top + height;
  const fan = many(13, (i) => `M${n(x)} ${n(line)}L${n(x + (i - 6) * 60)} ${n(bottom)}`);
  const rungs = many(7, (i) => `M0 ${n(line + (bottom - line) * Math.pow((i + 1) / 7, 1.9))}H200`);
  const low = line - height * 0.06;
  return [
    {
      d: many(22, () => circle(random() * 200, top + random() * (line - top), between(random, 0.5, 1.3))),
      fill: ink.type,
    },
    { d: circle(x, low, r), fill: ink.loud },
    {
      d: circle(x + r * 0.36, low - r * 0.2, r * 0.16) + circle(x - r * 0.3, low - r * 0.42, r * 0.1),
      fill: ink.mid,
    },
    { d: rect(0, line, 200, bottom - line), fill: ink.quiet },
    { d: fan + rungs, stroke: ink.mid, width: 1.6 },
  ];
};

export const skyline: Motif = ({ top, height }, ink, random) => {
  const bottom = top + height;
  const row = (low: number, high: number, wide: number): number[][] => {
    const towers: number[][] = [];
    for (let x = -6; x < 204;) {
      const w = wide * between(random, 0.7, 1.4);
      towers.push([x, w, height * between(random, low, high)]);
      x += w + between(random, 0, 3);
    }
    return towers;
  };
  const drawn = (towers: number[][]): string => towers.map(([x, w, h]) => rect(x!, bottom - h!, w!, h!)).join("");
  const front = row(0.2, 0.56, 24);
  const windows = front
    .flatMap(([x, w, h]) =>
      Array.from({ length: 9 }, () =>
        rect(x! + 3 + random() * (w! - 8), bottom - h! + 4 + random() * (h! - 10), 2.4, 3.6),
      ),
    )
    .join("");
  return [
    { d: circle(between(random, 40, 160), top + height * 0.3, Math.min(height * 0.2, 36)), fill: ink.loud },
    { d: drawn(row(0.4, 0.78, 18)), fill: ink.quiet },
    { d: drawn(front), fill: ink.mid },
    { d: windows, fill: ink.type },
  ];
};

export const beams: Motif = ({ top, height }, ink, random) => {
  const bottom = top + height;
  const cross = between(random, 80, 120);
  const beam = (x: number, to: number): string =>
    polygon([x - 4, bottom], [x + 4, bottom], [to + 30, top - 10], [to - 30, top - 10]);
  return [
    { d: beam(24, cross + 46) + beam(176, cross - 46), fill: ink.quiet },
    { d: beam(70, cross - 10) + beam(130, cross + 14), fill: ink.mid },
    { d: circle(cross, top + height * 0.36, Math.min(height * 0.2, 36)), fill: ink.loud },
    { d: many(9, (i) => circle(12 + i * 22, bottom - 5, 4.5)), fill: ink.type },
  ];
};

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
