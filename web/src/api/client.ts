import type { paths } from "./schema.d.ts";
import type { Problem } from "./types.ts";

type Method = "get" | "put" | "post" | "delete";
type PathWith<M extends Method> = { [P in keyof paths]: paths[P][M] extends object ? P : never }[keyof paths];
type Operation<P extends keyof paths, M extends Method> = NonNullable<paths[P][M]>;
type Json<T> = T extends { content: { "application/json": infer Body } } ? Body : undefined;
type Parameters<O, Place extends string> = O extends { parameters: { [K in Place]?: infer Values } }
  ? Values
  : undefined;
type Answer<O> = O extends { responses: infer R }
  ? Json<R extends { 200: infer A } ? A : R extends { 201: infer A } ? A : undefined>
  : never;

interface Asking<O> {
  path?: Parameters<O, "path">;
  query?: Parameters<O, "query"> | undefined;
  body?: O extends { requestBody?: infer Body } ? Json<NonNullable<Body>> : undefined;
  /** In place of a body: a file, and what goes with it. */
  form?: FormData;
  signal?: AbortSignal | undefined;
}

/** The server said no, and why (RFC 9457), or did not answer: then there is no problem to show. */
export class ApiError extends Error {
  constructor(
    readonly status: number,
    readonly problem: Problem | null,
  ) {
    super(problem?.detail ?? problem?.title ?? `HTTP ${status}`);
  }

  is(kind: string): boolean {
    return this.problem?.type === `urn:matinee:problem:${kind}`;
  }
}

/** Calls an endpoint; its address, what it takes and what it answers are checked against the OpenAPI document. */
export async function call<M extends Method, P extends PathWith<M>>(
  method: M,
  path: P,
  { path: parts, query, body, form, signal }: Asking<Operation<P, M>> = {},
): Promise<Answer<Operation<P, M>>> {
  const response = await send(address(path as string, parts, query), {
    method: method.toUpperCase(),
    // What someone said arrives even if they leave at once; browsers let no file do so.
    keepalive: method !== "get" && !form,
    ...(form ? { body: form } : {}),
    ...(body === undefined ? {} : { body: JSON.stringify(body), headers: { "Content-Type": "application/json" } }),
    ...(signal ? { signal } : {}),
  });
  const text = await response.text();
  if (!response.ok) {
    const error = new ApiError(response.status, problemIn(text));
    if (error.is("unauthorized")) await signIn();
    throw error;
  }
  return (text ? JSON.parse(text) : undefined) as Answer<Operation<P, M>>;
}

/** The session is over: someone signs in and comes back. Nothing here happens any more. */
function signIn(): Promise<never> | void {
  if (location.pathname === "/login") return;
  location.assign(`/login?next=${encodeURIComponent(location.pathname + location.search)}`);
  return new Promise(() => undefined);
}

async function send(url: string, request: RequestInit): Promise<Response> {
  try {
    return await fetch(url, request);
  } catch (error) {
    if ((error as Error).name === "AbortError") throw error;
    throw new ApiError(0, null);
  }
}

/** An endpoint's address with what is asked in it. */
export function address(path: string, parts: object | undefined, query: object | undefined): string {
  const filled = path.replace(/\{(\w+)\}/g, (_, name: string) =>
    encodeURIComponent(String((parts as Record<string, unknown>)[name])),
  );
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(query ?? {})) {
    for (const one of Array.isArray(value) ? value : [value]) {
      if (one !== undefined && one !== null && one !== "") search.append(name, String(one));
    }
  }
  return search.size > 0 ? `${filled}?${search}` : filled;
}

function problemIn(text: string): Problem | null {
  try {
    return JSON.parse(text) as Problem;
  } catch {
    return null;
  }
}
