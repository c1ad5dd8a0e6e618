/*
 * /etc/passwd and /etc/group, passwd(5), group(5): name, password, number, and more
 * root:x:0:0:root:/root:/bin/bash
 */

/** Number → name. */
export type Names = Record<string, string>;

/** A number of 32 bits; the last one stands for nobody at all. */
const LAST_ID = 2 ** 32 - 2;

/**
 * Who has which number. Of two with one number the first counts, as getpwuid(3) has it; a line that makes no
 * sense, or refers to another source (`+`), is passed over.
 */
export function parseNames(text: string): Names {
  const names = new Map<string, string>();
  for (const line of text.split('\n')) {
    const [name = '', , id = ''] = line.split(':');
    if (!/^[^\s#+-]/.test(name) || !/^\d{1,10}$/.test(id) || Number(id) > LAST_ID) continue;
    const key = String(Number(id));
    if (!names.has(key)) names.set(key, name);
  }
  return Object.fromEntries(names);
}
