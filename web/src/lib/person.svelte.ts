import { call } from "../api/client.ts";
import { store, stored } from "./storage.ts";

const personKey = "matinee.person";
const ownKey = "matinee.own";

/** Whose list this browser shows, and which people it made itself. */
class Person {
  id = $state<number | null>(readId(personKey));
  /** The person that this browser made. */
  own = $state<number | null>(readId(ownKey));
  /** With a key, where the server asks for one. */
  signedIn = $state(false);
  /** The key opens this person alone. */
  bound = $state(false);
  /** The list that is seen, or was last: what people do with its movies is due to it. */
  list: string | null = null;

  /** Done once it is known who is signed in. */
  readonly known = call("get", "/api/session").then(
    ({ keysNeeded, userId }) => {
      this.signedIn = keysNeeded;
      if (userId === null) return;
      this.bound = true;
      this.own = userId;
      this.become(userId);
    },
    // Whatever is asked next says what is wrong.
    () => undefined,
  );

  /** Becomes someone that is there already. */
  become(id: number): void {
    if (this.id === id) return;
    this.id = id;
    store(personKey, String(id));
  }

  /** Forgets whose list this browser shows, or someone who is no longer there. */
  forget(who = this.id): void {
    if (who === this.own) {
      this.own = null;
      store(ownKey, null);
    }
    if (who !== this.id) return;
    this.id = null;
    store(personKey, null);
  }

  /** Gives a movie stars, in half ones. */
  async rate(movieId: number, stars: number): Promise<void> {
    if (this.id === null) throw new Error("Nobody is there to rate.");
    await call("put", "/api/users/{user_id}/ratings/{movie_id}", {
      path: { user_id: this.id, movie_id: String(movieId) },
      body: { rating: stars, recommendationId: this.list },
    });
  }

  async unrate(movieId: number): Promise<void> {
    if (this.id === null) return;
    await call("delete", "/api/users/{user_id}/ratings/{movie_id}", {
      path: { user_id: this.id, movie_id: String(movieId) },
    });
  }

  async hide(movieId: number, hidden: boolean): Promise<void> {
    if (this.id === null) return;
    await call(hidden ? "put" : "delete", "/api/users/{user_id}/hidden/{movie_id}", {
      path: { user_id: this.id, movie_id: String(movieId) },
    });
  }

  /** Goes to a movie of the list. */
  follow(movieId: number): void {
    const { id, list } = this;
    if (id === null || list === null) return;
    // Its end is the list's signature: a movie counts once per list.
    const key = `${list.slice(-16)}-${movieId}`;
    call("post", "/api/users/{user_id}/events", {
      path: { user_id: id },
      body: { events: [{ movieId, type: "clicked", key, recommendationId: list }] },
      // Nothing that anyone waits for.
    }).catch(() => undefined);
  }

  /** Becomes someone new, who has given these ratings. */
  async begin(ratings: { movieId: number; rating: number }[]): Promise<void> {
    const user = await call("post", "/api/users", { body: { ratings } });
    this.own = user.id;
    store(ownKey, String(user.id));
    this.become(user.id);
  }
}

function readId(name: string): number | null {
  const id = Number(stored(name));
  return Number.isInteger(id) && id > 0 ? id : null;
}

export const person = new Person();
