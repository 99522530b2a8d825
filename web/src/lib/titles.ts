const article = /^(.*), (The|A|An|Le|La|Les|L'|Il|El|Los|Das|Der|Die|Un|Une|Lo|I|De|Den|Det)$/;

/** A title as people say it: without its year, its other names, and with the article where it belongs. */
export function displayTitle(title: string): string {
  const names = withoutYear(title);
  const open = names.indexOf(" (");
  return articleFirst(open > 0 ? names.slice(0, open) : names);
}

/** Its other names, which MovieLens puts in brackets. */
export function otherTitles(title: string): string[] {
  return [...withoutYear(title).matchAll(/\(([^)]+)\)/g)].map((match) =>
    articleFirst((match[1] ?? "").replace(/^a\.?k\.?a\.?\s*/i, "")),
  );
}

function withoutYear(title: string): string {
  return title.replace(/\s*\(\d{4}(?:[–-]\d{0,4})?\)\s*$/, "");
}

function articleFirst(name: string): string {
  const match = article.exec(name.trim());
  if (!match) return name.trim();
  const [, rest, first] = match;
  return first === "L'" ? `L'${rest}` : `${first} ${rest}`;
}
