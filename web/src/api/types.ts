import type { components } from "./schema.d.ts";

type Schemas = components["schemas"];

export type Recommendations = Schemas["RecommendationsAnswer"];
export type RecommendedMovie = Schemas["RecommendedMovie"];
export type Reason = Schemas["ReasonJson"];
export type RatedMovie = Schemas["RatedMovie"];
export type Profile = Schemas["UserProfile"];
export type User = Schemas["UserAnswer"];
export type Movie = Schemas["MovieAnswer"];
export type MoviesPage = Schemas["MoviesPage"];
export type SearchResults = Schemas["SearchPage"];
export type SimilarMovies = Schemas["SimilarPage"];
export type Onboarding = Schemas["OnboardingPage"];
export type Prediction = Schemas["PredictionAnswer"];
export type LevelChance = Schemas["LevelChance"];
export type GroupList = Schemas["GroupAnswer"];
export type GroupMovie = Schemas["GroupRecommendedMovie"];
export type Model = Schemas["ModelAnswer"];
export type ImportPreview = Schemas["ImportPreview"];
export type ImportFilm = Schemas["ImportFilm"];
export type Problem = Schemas["Problem"];

/** What every poster needs. */
export type Titled = Pick<Movie, "id" | "title" | "genres" | "year">;
