export interface Toast {
  id: number;
  text: string;
  action: { label: string; run: () => void } | undefined;
}

class Toasts {
  list = $state<Toast[]>([]);
  #next = 1;

  /** Says something for a while; with an action, long enough to think about it. */
  say(text: string, action?: Toast["action"]): void {
    const toast: Toast = { id: this.#next++, text, action };
    this.list = [...this.list.slice(-2), toast];
  }

  dismiss(id: number): void {
    this.list = this.list.filter((toast) => toast.id !== id);
  }
}

export const toasts = new Toasts();
