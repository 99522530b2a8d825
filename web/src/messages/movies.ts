import { list, oneDigit, percent, plural } from "./writing.ts";

export const movie = {
  also: (names: readonly string[]): string => `Also known as ${list.format(names)}`,
  average: (value: number, count: number): string =>
    `${oneDigit.format(value)} on average over ${plural(count, "rating", "ratings")}`,
  unrated: "Nobody in the data has rated it.",
  added: "Added after the model was trained",
  tags: "People call it",
  yourRating: "Your rating",
  prediction: "What you would give it",
  predictionOther: (id: number): string => `What user ${id} would give it`,
  levels: "Probability by stars",
  probability: "Probability",
  level: (label: string, share: number): string => `${label} stars: ${percent.format(share)}`,
  spread: (deviation: number): string => `give or take ${oneDigit.format(deviation)}`,
  noSpread: "This model predicts one number of stars and does not say how they spread.",
  noPrediction: "This model can’t predict a movie that nobody has rated.",
  similar: "More like this",
  similarNone: "Nothing else here is like it.",
  imdb: "IMDb",
  tmdb: "TMDB",
  unknownHeading: "No such movie",
  unknown: "There is no movie with this number here.",
  searchInstead: "Search for it",
};

export const search = {
  page: "Search",
  heading: "Search",
  label: "A title, or what you feel like",
  placeholder: "slow-burn space film about grief",
  submit: "Search",
  hint: "Titles may be misspelt or unfinished. Whole sentences work, too:",
  examples: [
    "matrix",
    "slow-burn space film about grief",
    "heist with a clever twist",
    "animated film for a rainy Sunday",
  ],
  results: (count: number, query: string): string => `${plural(count, "movie", "movies")} for “${query}”`,
  /** No title is just what was asked for. */
  nearest: (count: number, query: string): string => `${plural(count, "movie", "movies")} nearest to “${query}”`,
  none: (query: string): string => `Nothing found for “${query}”. Try fewer or other words.`,
  hybrid: "By title, words and meaning",
  nearestBy: "Nothing is called just that: nearest in title, words and meaning",
  lexical: "By title and words",
  exact: "Title",
  rated: (count: number): string => plural(count, "rating", "ratings"),
};
