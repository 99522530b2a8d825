import { list, oneDigit, plural, stars, whole } from "./writing.ts";

const facts = { ratings: "rated", watched: "watched", liked: "liked", wanted: "wanted", owned: "owned" };
type Fact = keyof typeof facts;

interface Saved {
  ratings: number;
  kept: number;
  watched: number;
  liked: number;
  hidden: number;
  allowed: number | null;
}

export const importing = {
  page: "Bring your ratings",
  heading: "Bring your ratings",
  lead: "What you rated, watched or want to watch elsewhere. You see first what a file holds; nothing is saved before you say so.",
  drop: "Drop a file anywhere on this page",
  choose: "Choose a file",
  chooseAnother: "Choose another file",
  reading: (name: string): string => `Reading ${name}…`,
  unreadable: "This can’t be read. If it is a folder, pack it into a ZIP and drop that.",
  only: (name: string): string => `Only ${name} was read: bring the others one by one.`,
  tooLarge: (name: string, bytes: number, why: string): string =>
    `${name} has ${oneDigit.format(bytes / 2 ** 20)} MiB. ${why}`,
  stays: (name: string): string => `What ${name} holds is still below.`,
  sourcesHeading: "What it reads",
  /** Where the others keep a person's ratings. */
  sources: [
    ["Letterboxd", "the ZIP of Settings → Data → Export your data, or one of its files"],
    ["IMDb", "the CSV of Your ratings, or of a list → Export"],
    ["Trakt", "the ZIP or JSON of Settings → Data → Export"],
    ["TMDB", "the CSV of an export of your ratings or watchlist"],
    ["MovieLens", "movielens-ratings.csv, or your own part of a ratings.csv"],
    ["Jellyfin, Kodi", "the JSON of your items, or a ZIP of .nfo files"],
    ["Plex", "a CSV or XML of a library"],
    ["Matinee", "the JSON that a list’s page offers"],
  ],
  found: (source: string): string => `From ${source}`,
  notSaved: "Nothing is saved yet.",
  rows: (rows: number): string => plural(rows, "row", "rows"),
  films: (films: number): string => plural(films, "film", "films"),
  ofRows: (rows: number): string => `${plural(rows, "row", "rows")} in the file`,
  rowsAlone: (rows: number): string => (rows === 1 ? "row" : "rows"),
  ofFilms: (films: number, rows: number): string => `${films === 1 ? "film" : "films"}, ${plural(rows, "row", "rows")}`,
  matched: "Recognised",
  ambiguous: "To decide",
  unknown: "Not in this catalogue",
  leftOut: "Left out",
  skipped: "Skipped",
  facts: (counts: readonly (readonly [kind: Fact, count: number])[]): string =>
    list.format(counts.map(([kind, count]) => `${whole.format(count)} ${facts[kind]}`)),
  fact: (kind: Fact): string => facts[kind],
  decide: "Which one is it?",
  decideLead: "Each of these may be more than one movie here. What you leave undecided is left out.",
  matchedLead: "Wrong? Change it.",
  unknownLead: "They are left out. Known here by another name? Find it.",
  skippedLead: "Rows that say nothing about a film, or nothing that can be used.",
  by: {
    "imdb-number": "by its IMDb number",
    "tmdb-number": "by its TMDB number",
    "movie-lens-number": "by its MovieLens number",
    "title-and-year": "by title and year",
    "title-and-near-year": "by title and a year beside it",
    title: "by its title",
    "near-title": "by nearly its title",
    choice: "chosen by you",
  } as Record<string, string>,
  /** As the file has it; some have numbers alone. */
  film: ({ title, year, key }: { title: string; year: number | null; key: string }): string =>
    title ? importing.named(title, year) : key,
  already: (rating: number | null): string =>
    `already in your file${rating === null ? "" : `, ★ ${stars.format(rating)}`}`,
  merged: (films: readonly string[]): string => `Merged with ${list.format(films)}: they count as one movie.`,
  named: (title: string, year: number | null): string => (year ? `${title} (${year})` : title),
  change: "Change",
  find: "Find it",
  close: "Close",
  actionFor: (action: string, title: string): string => `${action}: ${title}`,
  none: "None of these",
  search: "Search the catalogue",
  searchFor: (title: string): string => `Search the catalogue for ${title}`,
  foundFor: (title: string): string => `Found for ${title}`,
  undo: "Undo the choice",
  nothing: "Nothing found.",
  foundMore: (count: number): string => `${plural(count, "movie", "movies")} found.`,
  showAll: (count: number): string => `Show all ${whole.format(count)}`,
  saveHeading: "Save",
  intoOwn: "They are added to your list.",
  intoOther: (id: number): string => `They are added to the list of user ${id}.`,
  intoNew: "They begin a list of your own.",
  asNew: "Begin as someone new",
  hideWanted: (count: number): string =>
    count === 1
      ? "Leave the one film of my watchlist out of the recommendations"
      : `Leave the ${whole.format(count)} films of my watchlist out of the recommendations`,
  onlyOwned: (count: number): string =>
    count === 1
      ? "Recommend only the one film that I own"
      : `Recommend only the ${whole.format(count)} films that I own`,
  fewOwned: (count: number): string =>
    `Your list would have ${plural(count, "film", "films")} at most: few of your library are known here.`,
  undecided: (count: number): string => `${plural(count, "film is", "films are")} undecided and would be left out.`,
  save: (count: number): string => `Add ${plural(count, "film", "films")}`,
  saving: "Adding…",
  saved: ({ ratings, kept, watched, liked, hidden, allowed }: Saved): string =>
    [
      `Added ${list.format([
        plural(ratings, "rating", "ratings"),
        ...(watched > 0 ? [plural(watched, "watched film", "watched films")] : []),
        ...(liked > 0 ? [plural(liked, "liked film", "liked films")] : []),
      ])}.`,
      ...(kept > 0 ? [`${plural(kept, "film keeps", "films keep")} a later rating that was here already.`] : []),
      ...(hidden > 0 ? [`${plural(hidden, "film is", "films are")} kept out of your list.`] : []),
      ...(allowed !== null ? [`Your list keeps to ${plural(allowed, "film", "films")} that you own.`] : []),
    ].join(" "),
};
