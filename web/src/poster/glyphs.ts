// Advance widths of ASCII 32–126 in hundredths of the font size, measured from the two fonts as they are installed.
const gothic =
  "15,18,26,61,31,50,42,15,27,27,33,52,15,22,16,35,35,24,36,35,35,34,34,31,34,34,18,18,52,52,52,34,43,39,36,36,37,33,30,36,38,19,21,38,30,48,40,36,35,36,36,34,33,37,36,51,37,36,32,26,39,26,54,59,50,32,30,30,32,30,23,35,31,16,17,30,16,47,31,30,30,30,24,30,23,31,29,44,30,30,30,34,17,34,60";
const serif =
  "22,33,42,56,53,87,72,22,37,37,43,54,30,33,30,34,50,35,53,53,54,53,53,49,50,53,30,30,54,54,54,51,88,65,60,60,65,55,54,66,69,30,43,65,54,79,65,67,56,67,63,52,63,65,63,92,61,59,56,34,34,34,54,53,40,52,58,49,57,51,34,53,58,28,28,58,29,87,58,54,58,56,44,44,36,57,53,78,57,54,46,34,27,34,54";

export type Face = "gothic" | "serif";

const tables: Record<Face, number[]> = {
  gothic: gothic.split(",").map(Number),
  serif: serif.split(",").map(Number),
};

/** Height of a capital letter over the font size. */
export const capHeight: Record<Face, number> = { gothic: 0.75, serif: 0.67 };

/** Width of a text over the font size. */
export function textWidth(text: string, face: Face): number {
  const table = tables[face];
  let width = 0;
  // An accent adds no width; a letter of another script is taken for a wide one.
  for (const letter of text.normalize("NFD").replace(/\p{M}/gu, "")) {
    width += table[(letter.codePointAt(0) ?? 0) - 32] ?? 60;
  }
  return width / 100;
}
