import { list, oneDigit, percent, plural, stars, whole } from "./writing.ts";

export const rating = {
  label: (title: string): string => `Your rating of ${title}`,
  none: "Not rated",
  value: (value: number): string => `${stars.format(value)} of 5 stars`,
  clear: "Remove rating",
  saved: (title: string, value: number): string => `${title}: rated ${stars.format(value)}. Your list is new.`,
  removed: (title: string): string => `${title}: rating removed.`,
  failed: "The rating was not saved.",
  undo: "Undo",
  needPerson: "Start a list to rate movies.",
};

export const forYou = {
  page: (id: number): string => `List of user ${id}`,
  pageYou: "Your list",
  heading: (id: number): string => `For user ${id}`,
  headingYou: "For you",
  recommended: "Tonight’s programme",
  more: "Show more",
  hide: (title: string): string => `Not interested in ${title}`,
  hideShort: "Not interested",
  hidden: (title: string): string => `${title} won’t be recommended again.`,
  unhidden: (title: string): string => `${title} may be recommended again.`,
  hideFailed: "That was not saved.",
  predictedLabel: (value: number): string => `Predicted ${oneDigit.format(value)} of 5 stars`,
  confidence: (value: number): string => `${percent.format(value)} sure within a star`,
  whyNone: "Nothing you rated speaks for it but its rank.",
  topRated: "Top rated",
  recent: "Recent favourites",
  recentNote: (from: string, to: string): string => (from === to ? `Liked on ${from}` : `Liked from ${from} to ${to}`),
  empty: "No movie fits all of this. Loosen a filter.",
  library: (films: number): string =>
    films === 1
      ? "Only the one film of your library is recommended."
      : `Only the ${whole.format(films)} films of your library are recommended.`,
  recommendAny: "Recommend any film",
  any: "Any film may be recommended again.",
  emptyLibrary: (steered: boolean): string =>
    steered
      ? "No film of your library fits all of this. Loosen a filter, or let any film be recommended."
      : "Nothing of your library is left to recommend. Let any film be recommended.",
  resetFilters: "Reset",
  rateMore: "Rate more movies",
  nobody: "No ratings yet: the list shows everyone’s favourites. Rate a few movies and it becomes yours.",
  unknownHeading: "Nobody has this number",
  unknown: (id: number): string => `There is no user ${id} here. Start as someone new, or pick another number.`,
};

export const exports = {
  heading: "Take it with you",
  ratings: "The ratings",
  list: "The list, its first fifty",
  letterboxd: "Letterboxd CSV",
  imdb: "IMDb ids",
  json: "JSON",
  letterboxdHint:
    "Import the list’s CSV in Letterboxd as a list or watchlist. Its import of ratings would mark the films as watched.",
  name: (what: string, format: string): string => `${what} as ${format}`,
  import: "Bring ratings from elsewhere",
};

export const erase = {
  own: {
    open: "Erase everything about me",
    heading: "Erase everything about you?",
    goes: "Your ratings, what you hid, watched and own, and what came of your lists are deleted from this server. Nothing brings them back.",
    done: "Everything about you is erased.",
  },
  other: (id: number) => ({
    open: `Erase everything about user ${id}`,
    heading: `Erase everything about user ${id}?`,
    goes: `All that user ${id} rated, hid, watched and owns, and what came of their lists, is deleted from this server. Nothing brings it back.`,
    done: `Everything about user ${id} is erased.`,
  }),
  stays:
    "A model trained on these ratings keeps what it learned until the next training, and whoever keeps backups of this server has to delete those.",
  keep: "Keep it",
  confirm: "Erase for good",
};

export const steer = {
  heading: "Steer the list",
  diversity: "Variety",
  diversityLow: "alike",
  diversityHigh: "varied",
  popularity: "Fame",
  popularityLow: "hidden gems",
  popularityHigh: "well known",
  neutral: "as the model ranks",
  genres: "Genres",
  genresHint: "Press once to want a genre, twice to leave it out.",
  wanted: (genre: string): string => `${genre}: wanted`,
  excluded: (genre: string): string => `${genre}: left out`,
  either: (genre: string): string => `${genre}: either way`,
  years: "Years",
  from: "From",
  to: "To",
  open: "Variety, fame, genres, years",
};

export const profile = {
  heading: "Taste",
  average: "Average rating",
  count: "Ratings",
  genres: "Favourite genres",
  genreRow: (genre: string, average: number, count: number): string =>
    `${genre}: ${oneDigit.format(average)} stars over ${plural(count, "movie", "movies")}`,
  distribution: "Ratings by stars",
  activityNone: "No ratings yet.",
  months: "Ratings by month of activity",
  starsColumn: "Stars",
  countColumn: "Ratings",
  monthColumn: "Month",
  bar: (label: string, count: number): string => `${label}: ${plural(count, "rating", "ratings")}`,
  lastActive: (to: string): string => `Last rating ${to}`,
};

export const reasons = {
  heading: "Why",
  liked: "You liked",
  watched: "You watched",
  popular: (raters: number, users: number): string =>
    `Popular: ${whole.format(raters)} of ${whole.format(users)} people rated it`,
  well: (value: number, raters: number): string =>
    `Rated ${oneDigit.format(value)} on average by ${plural(raters, "person", "people")}`,
  texts: (names: readonly string[]): string => `It is about ${list.format(names)}`,
  rating: (value: number): string => `★ ${stars.format(value)}`,
};
