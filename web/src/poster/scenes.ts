// Places: skies, landscapes, buildings and who stands in them.
import { between, circle, many, n, polygon, rect, type Layer, type Motif } from "./layers.ts";

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
