/*
 * /proc/PID/net/fib_trie, fib_trie_seq_show of net/ipv4/fib_trie.c: each table as a tree. Of a leaf
 * there is an address, and below it each length of prefix, scope and type of a route to it.
 *        |-- 172.17.0.2
 *           /32 host LOCAL
 */

const LEAF = /^ *\|-- (\d+\.\d+\.\d+\.\d+)$/;
const OWN = /^ *\/32 host LOCAL/;

/**
 * The addresses of IPv4 that are this network's own: on which device, and how long their prefix is, is
 * not told. The file has them once in each of the tables Main and Local while these are one.
 */
export function parseFibTrie(text: string): string[] {
  const own = new Set<string>();
  let leaf = '';
  for (const line of text.split('\n')) {
    leaf = LEAF.exec(line)?.[1] ?? leaf;
    if (OWN.test(line) && leaf !== '') own.add(leaf);
  }
  return [...own];
}
