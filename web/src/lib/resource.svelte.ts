/** An answer that is on its way, there, or failed. While another is on its way the last one stays. */
export class Resource<T> {
  value = $state.raw<T | null>(null);
  error = $state.raw<unknown>(null);
  loading = $state(true);
  #abort: AbortController | null = null;

  /** Asks; an earlier question that is still open is given up. */
  async load(ask: (signal: AbortSignal) => Promise<T>): Promise<T | null> {
    this.#abort?.abort();
    const abort = (this.#abort = new AbortController());
    this.loading = true;
    try {
      const value = await ask(abort.signal);
      if (abort.signal.aborted) return null;
      this.value = value;
      this.error = null;
      this.loading = false;
      return value;
    } catch (error) {
      if (abort.signal.aborted) return null;
      this.error = error;
      this.loading = false;
      return null;
    }
  }

  /** Forgets the answer: what comes next is about something else. */
  clear(): void {
    this.#abort?.abort();
    this.value = null;
    this.error = null;
    this.loading = true;
  }
}
