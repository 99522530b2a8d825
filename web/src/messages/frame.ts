export const nav = {
  label: "Main",
  forYou: "For you",
  start: "Start",
  search: "Search",
  together: "Together",
  model: "Model",
  toLight: "Switch to the light theme",
  toDark: "Switch to the dark theme",
};

export const footer = {
  note: "Everything happens on this server: no request leaves it. The posters are drawn in your browser.",
  noteTmdb: "This server asks TMDB for posters, without saying for whom. Nothing else leaves it.",
  posters: "Show TMDB’s posters: this server then asks TMDB for them",
  /** As TMDB's terms have it. */
  tmdbNotice: "This product uses the TMDB API but is not endorsed or certified by TMDB.",
  api: "API documentation",
  signOut: "Sign out",
};

export const chart = {
  asTable: "As a table",
};

export const state = {
  failedHeading: "That did not work",
  offline: "The server does not answer. Is “./matinee serve” still running?",
  limited: "Too many requests in a short time. Wait a minute.",
  failed: "The server could not answer.",
  forbidden: "Your key does not open this.",
  retry: "Try again",
  notFoundHeading: "No such page",
  notFound: "There is nothing at this address.",
  toHome: "Back to the start",
  dismiss: "Dismiss",
  unexpected: "The page broke. Reload it.",
};
