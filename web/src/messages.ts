// Every text that a person reads or hears, in one place: another language is another file of this shape.

const locale = "en";
const whole = new Intl.NumberFormat(locale);
const oneDigit = new Intl.NumberFormat(locale, { minimumFractionDigits: 1, maximumFractionDigits: 1 });
const stars = new Intl.NumberFormat(locale, { maximumFractionDigits: 1 });
const percent = new Intl.NumberFormat(locale, { style: "percent", maximumFractionDigits: 0 });
const share = new Intl.NumberFormat(locale, { style: "percent", maximumFractionDigits: 1 });
const list = new Intl.ListFormat(locale, { type: "conjunction" });
const day = new Intl.DateTimeFormat(locale, { dateStyle: "medium", timeZone: "UTC" });
const month = new Intl.DateTimeFormat(locale, { month: "short", year: "numeric", timeZone: "UTC" });

const plural = (count: number, one: string, many: string): string =>
  `${whole.format(count)} ${count === 1 ? one : many}`;

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

interface Interval {
  value: number | null;
  low: number | null;
  high: number | null;
}

export const format = {
  whole: (value: number): string => whole.format(value),
  oneDigit: (value: number): string => oneDigit.format(value),
  /** Half stars: 4, 4.5. */
  stars: (value: number): string => stars.format(value),
  percent: (value: number): string => percent.format(value),
  metric: (value: number): string => value.toFixed(4).replace(/^0/, ""),
  list: (values: readonly string[]): string => list.format(values),
  day: (seconds: number): string => day.format(seconds * 1000),
  /** From 2018-09-01 to 2018-09-30; one day is said once. */
  days: (from: string, to: string): string => day.formatRange(new Date(from), new Date(to)),
  /** From 2018-09. */
  month: (text: string): string => month.format(new Date(`${text}-15T00:00:00Z`)),
};

export const t = {
  brand: "Matinee",
  skipToContent: "Skip to the content",
  title: (page: string): string => `${page} · Matinee`,
  genre: (name: string): string => (name === "(no genres listed)" ? "No genre" : name),

  nav: {
    label: "Main",
    forYou: "For you",
    start: "Start",
    search: "Search",
    together: "Together",
    model: "Model",
    toLight: "Switch to the light theme",
    toDark: "Switch to the dark theme",
  },

  footer: {
    note: "Everything happens on this machine: no request leaves it. The posters are drawn here, too.",
    noteTmdb: "This server asks TMDB for posters, without saying for whom. Nothing else leaves this machine.",
    posters: "Show TMDB’s posters: this server then asks TMDB for them",
    /** As TMDB's terms have it. */
    tmdbNotice: "This product uses the TMDB API but is not endorsed or certified by TMDB.",
    api: "API documentation",
    signOut: "Sign out",
  },

  home: {
    page: "Home",
    heading: "What shall we watch?",
    lead: "Rate a handful of movies and get a list that suits you, with its reasons. Your ratings stay on this machine.",
    start: "Rate a few movies",
    continue: "Go on with your list",
    newPerson: "Start as someone new",
    import: "Bring your ratings",
    whoHeading: "Or take a seat that is taken",
    whoLead: "Everyone in the ratings data has a number. Enter one, or pick one of these.",
    idLabel: "User number",
    idPlaceholder: "for example 42",
    idSubmit: "Show their list",
    idInvalid: "A user number is a whole number above 0.",
    admit: "Admit one",
    user: (id: number): string => `User ${id}`,
    ratings: (count: number): string => plural(count, "rating", "ratings"),
    likes: (genres: readonly string[]): string => `Likes ${list.format(genres)}`,
    noUsers: "This model keeps no one’s ratings, so there is nobody to pick. Start as someone new.",
    shelf: "Known by many here",
  },

  welcome: {
    page: "Rate a few movies",
    heading: "Seen this one?",
    lead: "Rate what you know, skip the rest. Your list follows every rating.",
    skip: "Haven’t seen it",
    progress: (count: number): string =>
      count === 0
        ? "Five ratings make a good start."
        : count < 5
          ? `${plural(count, "rating", "ratings")}. ${5 - count} more make a good start.`
          : `${plural(count, "rating", "ratings")}. The more, the better it knows you.`,
    keys: "Keys: 1–5 for stars, a dot for a half, arrows to adjust, S to skip.",
    done: "See your list",
    rated: "Rated so far",
    listHeading: "Your list so far",
    listBefore: "Before your first rating these are everyone’s favourites.",
    listAfter: "It changes with every rating.",
    noneLeft: "That was everything we wanted to ask. Search for more movies to rate, or go to your list.",
    import: "You have ratings on Letterboxd, IMDb, Trakt or somewhere else?",
    importLink: "Bring them along",
    saved: (title: string, rating: number): string => `${title}: ${stars.format(rating)} stars. Your list is new.`,
    newness: "new",
  },

  rating: {
    label: (title: string): string => `Your rating of ${title}`,
    none: "Not rated",
    value: (value: number): string => `${stars.format(value)} of 5 stars`,
    clear: "Remove rating",
    saved: (title: string, value: number): string => `${title}: rated ${stars.format(value)}. Your list is new.`,
    removed: (title: string): string => `${title}: rating removed.`,
    failed: "The rating was not saved.",
    undo: "Undo",
    needPerson: "Start a list to rate movies.",
  },

  forYou: {
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
    recentNote: (from: string, to: string): string => `Liked from ${from} to ${to}`,
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
  },

  exports: {
    heading: "Take it with you",
    ratings: "The ratings",
    list: "The list, its first fifty",
    letterboxd: "Letterboxd CSV",
    imdb: "IMDb ids",
    json: "JSON",
    letterboxdHint:
      "The list’s CSV belongs into Letterboxd’s import of a list or of the watchlist: it would mark the films as watched otherwise.",
    name: (what: string, format: string): string => `${what} as ${format}`,
    import: "Bring ratings from elsewhere",
  },

  import: {
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
    ofFilms: (films: number, rows: number): string =>
      `${films === 1 ? "film" : "films"}, ${plural(rows, "row", "rows")}`,
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
      title ? t.import.named(title, year) : key,
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
  },

  steer: {
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
  },

  profile: {
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
  },

  reasons: {
    heading: "Why",
    liked: "You liked",
    watched: "You watched",
    popular: (raters: number, users: number): string =>
      `Popular: ${whole.format(raters)} of ${whole.format(users)} people rated it`,
    well: (value: number, raters: number): string =>
      `Rated ${oneDigit.format(value)} on average by ${plural(raters, "person", "people")}`,
    texts: (names: readonly string[]): string => `It is about ${list.format(names)}`,
    rating: (value: number): string => `★ ${stars.format(value)}`,
  },

  movie: {
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
  },

  search: {
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
    none: (query: string): string => `Nothing found for “${query}”. Try fewer or other words.`,
    hybrid: "By title, words and meaning",
    lexical: "By title and words",
    exact: "Title",
    rated: (count: number): string => plural(count, "rating", "ratings"),
  },

  together: {
    page: "Watch together",
    heading: "Watch together",
    lead: "One list for everyone on the sofa. Nobody gets what they have seen or hidden.",
    people: "Who is watching?",
    add: "Add",
    addLabel: "User number",
    addMe: "Add me",
    me: "You",
    user: (id: number): string => `User ${id}`,
    remove: (name: string): string => `Remove ${name}`,
    strategy: "What counts",
    average: "Everyone on average",
    averageNote: "The best mean of all wishes.",
    leastMisery: "Nobody is miserable",
    leastMiseryNote: "What it is to the one who wants it least.",
    list: "For all of you",
    empty: "Two people or more make it interesting. Add someone.",
    unknown: (id: number): string => `There is no user ${id} here.`,
    duplicate: (name: string): string => `${name} is on the sofa already.`,
    full: "Twenty people are the most.",
    invalid: "A user number is a whole number above 0.",
    wish: (name: string, share: number, predicted: number): string =>
      `${name}: wants it ${percent.format(share)}, would give ${oneDigit.format(predicted)} stars`,
    wishes: "How much each wants it",
  },

  model: {
    page: "Model",
    heading: "The model",
    lead: "What makes the lists, what it learned from, and how good it is on ratings that it has not seen.",
    kinds: {
      blend: "A blend: several models, weighed by what they were right about",
      ease: "EASE: a linear model of movies by the movies they are watched with",
      als: "Implicit matrix factorization by alternating least squares",
      hybrid: "A neural network of ratings and texts",
      fm: "A Bayesian factorization machine",
      bm25: "Nearest movies, BM25-weighted",
      cosine: "Nearest movies by cosine",
      bias: "Damped means",
      popularity: "What everyone watches",
    } as Record<string, string>,
    quality: "How good",
    heldOut: (ratings: number, users: number, split: string): string =>
      `On ${plural(ratings, "rating", "ratings")} of ${plural(users, "person", "people")} held out (${split}), with 95% intervals.`,
    metric: "Metric",
    value: "Value",
    interval: "95% interval",
    noMetrics: "No evaluation lies beside this model. “./matinee evaluate” measures it on ratings it has not seen.",
    selection: (metric: string, value: number, candidates: number): string =>
      candidates > 1
        ? `Its options were the best of ${whole.format(candidates)} candidates by ${metric} on the validation part: ${value.toFixed(4)}.`
        : `On the validation part its ${metric} was ${value.toFixed(4)}.`,
    madeOf: "What it is made of",
    kind: "Model",
    rankedBy: "Lists are ranked by",
    ratingsBy: "Stars are predicted by",
    trainedWith: "Trained with",
    fittedOn: "Learned from",
    fittedAll: "all ratings",
    fittedTrain: "the training and validation parts",
    added: "Movies added since",
    shownOn: (model: string | null, days: string): string =>
      `${model ? `Lists of model ${model}` : "Its lists"}, ${days}`,
    lists: "Lists shown",
    listsOf: (lists: number, movies: number): string =>
      `${whole.format(lists)}, of ${plural(movies, "movie", "movies")}`,
    clicked: "Clicked",
    watched: "Watched",
    rated: "Rated",
    liked: "Four stars or more",
    stars: (count: number, mean: number | null): string =>
      whole.format(count) + (mean === null ? "" : `, ${oneDigit.format(mean)} stars on average`),
    /** With its 95% interval. */
    share: (count: number | null, { value, low, high }: Interval): string =>
      (count === null ? "" : `${whole.format(count)}: `) +
      `${share.format(value ?? 0)} (${share.format(low ?? 0)}–${share.format(high ?? 0)})`,
    options: "Options",
    dataset: "What it learned from",
    users: "People",
    ranked: "Movies it can rank",
    catalog: "Movies it knows",
    ratings: "Ratings",
    layout: "Layout",
    fingerprint: "Fingerprint",
    simulated: "These ratings are simulated: no person gave them.",
    citation:
      "MovieLens data: F. Maxwell Harper and Joseph A. Konstan (2015), The MovieLens Datasets: History and Context, doi 10.1145/2827872.",
    version: (version: string): string => `Matinee ${version}`,
  },

  chart: {
    asTable: "As a table",
  },

  state: {
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
  },
};
