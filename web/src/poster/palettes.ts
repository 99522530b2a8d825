/** Inks of a screen print: paper, three shapes from loud to quiet, and the type. */
export interface Palette {
  paper: string;
  loud: string;
  mid: string;
  quiet: string;
  type: string;
}

const sets: Record<string, string> = {
  Action:
    "1d1a24 ff5a36 8f2038 3a2233 ffe9cf|e9452b 1c1418 ffb43b b52d20 fff4df|11243a f7c531 d1462f 1e3854 fbf3df|d6d0c0 1c1c1e c23b22 bcb4a0 1c1c1e",
  Adventure: "0f3b3d f2a541 2f7a6b 1b5350 fff0cf|e9b44c 7a2e1d d9762b c48f36 2b120a|213a5c f4c95d e2683c 31507a fdf4df",
  Animation: "2b2d7c ffcb3d ff6f59 4549a8 fff7e3|ffd23f e8484f 1f7a8c f0b51f 23204f",
  Children: "1f6f8b ffd166 ef6f6c 3289a6 fff8e4|f7c548 d8572a 2a7f62 e8b12f 2d1e12",
  Comedy:
    "f4a259 b5352d f7ecd0 e08a3e 2a1410|f2d0a4 d1495b 2e7f86 e4b781 2f1712|1e4d5c ffc145 ef7b5a 2b6475 fff5e1|f6e2c4 2f5d50 e07a3f e8cfa6 26190f",
  Crime: "17171c d7263d 5b616d 2a2b33 f3ead9|2b2118 e0a53a 8a5a2b 40311f f8ecd3|e4dccb 8b1e1e 3a3a3c cfc5b0 191816",
  Documentary: "e8e0cf 22577a c1552c d3c7ae 1d2a33|1f3440 e6b450 6fa3a8 2c4856 f7efdd",
  Drama:
    "26364d d98f5c 6f88a3 34475f f6eadb|5a2a36 e5b181 a2495a 6d3543 fff0e2|e3d3bd 7b3b2e b98a5e d3bfa3 2c1a14|1f2a24 c9a66b 5f7f6b 2e3d34 f3ede0",
  Fantasy: "2a1f4f f0b8d2 7f5fc4 3b2d6b fbeffa|123c4a e6d28a 4d9a94 1c5261 fbf5dc",
  "Film-Noir": "111214 e9e4d8 6c6f75 24262a f5f1e6|1a1614 d9c49a 6d5f4d 2b2521 f4ead4",
  Horror: "150d10 d5202c 6a0f1d 2a1318 f6e6d8|22301f c9d36a 5f7a3b 314329 f4f3d7|0e1620 e8e2d0 7a2430 1a2632 f0ebdd",
  Musical: "7a1f5c ffc857 ff7b89 932f70 fff1e0|16324f f7b801 f18701 234668 fff3d9",
  Mystery: "1c2b39 c8a15a 4e7185 2a3d4d f3ead8|3a2140 d9a8c9 7d4b86 4d2f54 f8ecf6",
  Romance: "c8485a ffd9c7 f7a08c b13a4c fff3ea|f3c9bb b1304a e0857a e6b2a3 3d0f1a|23304f ffb3a1 c45b78 334569 fff1ec",
  "Sci-Fi":
    "0b1b33 ff8a3d 3f7cac 15294a f4f1e4|0e2a2f 7fe0c3 2f8f8a 173d43 eefaf2|231942 f28482 7a6bc2 33265a f8f0ff|d8d2c4 c8412b 1f4e5f bdb5a3 14181c|1a1410 ffb347 b4472e 2e2019 ffeede",
  Thriller:
    "121a21 f2542d 4a6272 1e2a34 f5ecdf|d9a441 1f1a17 8c3b1f c48f31 1f1209|e7e1d4 d7371f 2b3a44 cfc7b6 15191c|2a1130 ff7a45 8a3a78 3d1d45 fdeef2",
  War: "39402f d9b26a 7c7a4d 4a523d f6edd6|4a2a22 e0894a 8c5a43 5e382d f9ead7",
  Western: "c8622d 2a1510 f3c277 b35322 fff0d4|e5b567 8c2f1b c97a35 d6a352 2d130a",
};

const other = "2d3142 ef8354 8d99ae 3c4155 f7efe5|3f4a3c e6c068 8aa07a 4f5c4b f8f2e0";

/** The genres whose colours say most, first. */
const order = [
  "Film-Noir,Western,Horror,Sci-Fi,Musical,Animation,War,Fantasy,Documentary,Children,Mystery,Crime,Romance,Thriller",
  "Adventure,Action,Comedy,Drama",
].flatMap((line) => line.split(","));

export const posterGenres = Object.keys(sets);

export function mainGenre(genres: readonly string[]): string | undefined {
  return order.find((genre) => genres.includes(genre)) ?? genres[0];
}

export function palettesOf(genre: string | undefined): Palette[] {
  return ((genre && sets[genre]) ?? other).split("|").map((text) => {
    const [paper, loud, mid, quiet, type] = text.split(" ").map((hex) => `#${hex}`);
    return { paper, loud, mid, quiet, type } as Palette;
  });
}
