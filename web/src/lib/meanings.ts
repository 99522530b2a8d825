import type { ImportFilm, Titled } from "../api/types.ts";

/** By a film's key: the movie that was chosen for it; null: none of the movies here. */
export type Choices = Readonly<Record<string, Titled | null>>;

/** Which movie a film of a file is: as chosen, else as recognised. */
export function meaningOf(film: ImportFilm, choices: Choices): Titled | null {
  return choices[film.key] === undefined ? film.movie : choices[film.key]!;
}

/** With another choice for a film; undefined: as if nothing had been chosen. */
export function chosenFor(choices: Choices, key: string, movie: Titled | null | undefined): Choices {
  const { [key]: _, ...others } = choices;
  return movie === undefined ? others : { ...others, [key]: movie };
}

/** By movie: all films of a file that are it. */
export function filmsByMovie(films: readonly ImportFilm[], choices: Choices): ReadonlyMap<number, ImportFilm[]> {
  const byMovie = new Map<number, ImportFilm[]>();
  for (const film of films) {
    const movie = meaningOf(film, choices);
    if (movie) byMovie.set(movie.id, [...(byMovie.get(movie.id) ?? []), film]);
  }
  return byMovie;
}
