/** Networks that a container may be told without Podman making anything of the machine's. */
const HARMLESS = /^(none|host|container:.+|ns:.+)$/;

/** What builds or starts several things in one, each with networks that it makes. */
const MAKES_MANY = new Set(['build', 'buildx', 'compose', 'farm', 'kube', 'play']);

/** What Podman itself is told before the word that says what to do, each with a value. */
const BEFORE = new Set(['--url', '--connection', '--root', '--runroot']);

/**
 * Why these words of Podman's are not to be typed on a private one, which is in the machine's own network namespace:
 * it would change that. Null: they may be.
 */
export function refusedOfPodman(words: readonly string[]): string | null {
  let at = 0;
  while (words[at]?.startsWith('-') === true) at += BEFORE.has(words[at] ?? '') ? 2 : 1;
  const [does = '', what = ''] = words.slice(at);
  const made = does === 'image' ? what : does;
  if (MAKES_MANY.has(made)) {
    return `podman ${made} makes a network on this machine: load images, and run containers one by one`;
  }
  if (does === 'network') {
    return `podman network ${what} is about networks of this machine: containers here have none`;
  }
  for (const [index, word] of words.entries()) {
    const [option, value = words[index + 1] ?? ''] = word.split(/=(.*)/s);
    if ((option === '--network' || option === '--net') && !HARMLESS.test(value)) {
      return `podman ${option} ${value} makes a network on this machine: none, host, container:NAME and ns:PATH do not`;
    }
  }
  return null;
}

/** The same of a line of a shell in which `docker` is another name of Podman. */
export function refusedOfLine(line: string): string | null {
  for (const command of line.split(/[;&|\n]+/)) {
    const [program = '', ...words] = command
      .trim()
      .replace(/^sudo\s+/, '')
      .split(/\s+/);
    const why = program === 'docker' || program === 'podman' ? refusedOfPodman(words) : null;
    if (why !== null) return why;
  }
  return null;
}
