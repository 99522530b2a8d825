import { ApiError } from "../api/client.ts";
import { t } from "../messages.ts";

const spoken = ["validation", "unreadable-import", "import-changed", "body-too-large"];

/** What to tell a person about a request that failed. */
export function failureText(error: unknown): string {
  if (!(error instanceof ApiError)) return t.state.failed;
  if (error.status === 0) return t.state.offline;
  if (error.status === 403) return t.state.forbidden;
  if (error.status === 429) return t.state.limited;
  // Only these say something about what the person has entered.
  return spoken.some((kind) => error.is(kind)) ? error.message : t.state.failed;
}
