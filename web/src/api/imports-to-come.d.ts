import type { Brief } from "./types.ts";
export interface ImportFilm {
  key: string;
  rows: string[];
  title: string;
  year: number | null;
  rating: number | null;
  watched: boolean;
  liked: boolean;
  wanted: boolean;
  owned: boolean;
  status: string;
  by: string | null;
  note: string | null;
  movie: Brief | null;
  candidates: Brief[];
}
export interface ImportPreview {
  source: string;
  sourceName: string;
  digest: string;
  notes: string[];
  rows: { total: number; matched: number; ambiguous: number; unknown: number; leftOut: number; skipped: number };
  ratings: number;
  watched: number;
  liked: number;
  wanted: number;
  owned: number;
  films: ImportFilm[];
  skipped: { row: string; what: string; reason: string }[];
}
export interface ImportStored {
  ratings: number;
  watched: number;
  liked: number;
  kept: number;
  hidden: number;
  allowed: number | null;
}
type Answers<T> = {
  parameters: { path: { user_id: number } };
  responses: { 200: { content: { "application/json": T } } };
};
declare module "./schema.d.ts" {
  interface paths {
    "/api/imports": { get?: never; put?: never; delete?: never; post: Answers<ImportPreview> };
    "/api/users/{user_id}/imports": {
      get?: never;
      put?: never;
      delete?: never;
      post: Answers<{ userId: number; stored: ImportStored; totalRatings: number; preview: ImportPreview }>;
    };
  }
}
