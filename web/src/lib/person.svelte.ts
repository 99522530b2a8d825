import { call } from "../api/client.ts";
import { store, stored } from "./storage.ts";

const personKey = "matinee.person";
const ownKey = "matinee.own";

/** Whose list this browser shows, and which people it made itself. */
class Person {
  id = $state<number | null>(readId(personKey));
  /** The person that this browser made. */
  own = $state<number | null>(readId(ownKey));

  /** Becomes someone that is there already. */
  become(id: number): void {
    if (this.id === id) return;
    this.id = id;
    store(personKey, String(id));
  }

  forget(): void {
    if (this.id === this.own) {
      this.own = null;
      store(ownKey, null);
    }
    this.id = null;
    store(personKey, null);
  }

  /** Gives a movie stars, in half ones. */
  async rate(movieId: number, stars: number): Promise<void> {
    if (this.id === null) throw new Error("Nobody is there to rate.");
    await call("put", "/api/users/{user_id}/ratings/{movie_id}", {
      path: { user_id: this.id, movie_id: String(movieId) },
      body: { rating: stars },
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

  /** The first rating makes a new person. */
  async begin(movieId: number, stars: number): Promise<void> {
    const user = await call("post", "/api/users", { body: { ratings: [{ movieId, rating: stars }] } });
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
