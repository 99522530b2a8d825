import { oneDigit, plural, share, whole } from "./writing.ts";

interface Interval {
  value: number | null;
  low: number | null;
  high: number | null;
}

export const model = {
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
  noMetrics: (learnedAll: boolean): string =>
    learnedAll
      ? "It has learned from all ratings, so none are left to measure it on. A twin trained without “--fit-on all” can be measured: “./matinee evaluate --model-path TWIN --output-dir REPORT”. “./matinee serve --report-path REPORT” then shows its figures here."
      : "The server knows no evaluation of it. “./matinee evaluate --model-path MODEL --output-dir REPORT” measures it on ratings it has not seen, and “./matinee serve --model-path MODEL --report-path REPORT” shows the figures here.",
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
  lists: "Shown",
  listsOf: (lists: number, movies: number): string =>
    `${plural(lists, "list", "lists")}, ${plural(movies, "movie", "movies")} in all`,
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
};
