/**
 * What was found lately, by key, so that it need not be found again. It holds `size` results at
 * least and twice as many at most: a page that is open for days remembers no more than a new one.
 */
export class Recent<V> {
  private young = new Map<string, V>();
  private old = new Map<string, V>();
  private size = 0;

  /** @param size how much is to be kept; the most that was ever asked for counts */
  get(key: string, size: number, find: () => V): V {
    this.size = Math.max(this.size, size);
    const young = this.young.get(key);
    if (young !== undefined) return young;
    const found = this.old.get(key) ?? find();
    if (this.young.size >= this.size) {
      this.old = this.young;
      this.young = new Map();
    }
    this.young.set(key, found);
    return found;
  }
}
