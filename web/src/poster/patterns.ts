// Shapes for their own sake.
import { between, circle, many, n, polygon, rect, type Layer, type Motif } from "./layers.ts";

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
