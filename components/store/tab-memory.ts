/**
 * What this tab keeps over a reload. A browser may forbid it, and then throws at the mere mention of it, or have
 * no room; either way the page goes on and keeps nothing.
 */
export const tabMemory = {
  /** What was kept under a key; null: nothing, or nothing may be kept. */
  recall(key: string): string | null {
    return ifAllowed(() => window.sessionStorage.getItem(key)) ?? null;
  },
  keep(key: string, text: string): void {
    ifAllowed(() => window.sessionStorage.setItem(key, text));
  },
  forget(key: string): void {
    ifAllowed(() => window.sessionStorage.removeItem(key));
  },
};

/** @throws what is no refusal of the browser's */
function ifAllowed<T>(access: () => T): T | undefined {
  try {
    return access();
  } catch (refusal) {
    // SecurityError: storage is blocked. QuotaExceededError: it is full.
    if (refusal instanceof DOMException) return undefined;
    throw refusal;
  }
}
