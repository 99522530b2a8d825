import { posterGenres } from "../poster/palettes.ts";

/** What a person asks of a list; it lives in the page's address. */
export interface Steering {
  /** 0 to 1. */
  diversity: number;
  /** -1: little known, 1: well known. */
  popularity: number;
  /** As the API takes them: `Comedy` wanted, `!Horror` left out. */
  genres: string[];
  from: number | null;
  to: number | null;
}

export const neutral: Steering = { diversity: 0, popularity: 0, genres: [], from: null, to: null };

/** Genres to choose from where the server names none. */
export const knownGenres = [...posterGenres].sort();

export function readSteering(query: URLSearchParams): Steering {
  return {
    diversity: clamped(query.get("diversity"), 0, 1),
    popularity: clamped(query.get("popularity"), -1, 1),
    genres: query
      .getAll("genre")
      .filter((genre) => genre.length <= 60)
      .slice(0, 40),
    from: year(query.get("from")),
    to: year(query.get("to")),
  };
}

export function addressOf(steering: Steering): Record<string, string | string[]> {
  const number = (value: number): string => (value === 0 ? "" : String(value));
  return {
    diversity: number(steering.diversity),
    popularity: number(steering.popularity),
    genre: steering.genres,
    from: steering.from?.toString() ?? "",
    to: steering.to?.toString() ?? "",
  };
}

export function isNeutral(steering: Steering): boolean {
  return (
    steering.diversity === 0 &&
    steering.popularity === 0 &&
    steering.genres.length === 0 &&
    steering.from === null &&
    steering.to === null
  );
}

export function askOf({ diversity, popularity, genres, from, to }: Steering) {
  // Years the wrong way round are meant all the same.
  const years = [from, to].filter((one) => one !== null);
  const swapped = from !== null && to !== null && from > to;
  return {
    diversity,
    popularity,
    ...(genres.length > 0 ? { genre: genres } : {}),
    ...(from !== null ? { year_min: swapped ? Math.min(...years) : from } : {}),
    ...(to !== null ? { year_max: swapped ? Math.max(...years) : to } : {}),
  };
}

/** From either way to wanted to left out and back. */
export function nextChoice(genres: string[], genre: string): string[] {
  const rest = genres.filter((one) => one !== genre && one !== `!${genre}`);
  if (genres.includes(genre)) return [...rest, `!${genre}`];
  return genres.includes(`!${genre}`) ? rest : [...rest, genre];
}

function clamped(text: string | null, low: number, high: number): number {
  const value = Number(text);
  return Number.isFinite(value) ? Math.min(high, Math.max(low, Math.round(value * 10) / 10)) : 0;
}

function year(text: string | null): number | null {
  const value = Number(text);
  return text && Number.isInteger(value) && value >= 1800 && value <= 2200 ? value : null;
}
