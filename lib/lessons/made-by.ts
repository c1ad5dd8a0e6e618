/** A command that makes a container of a name that it says; not one behind it on the same line. */
const MAKES =
  /\b(?:docker|podman)\s+(?:container\s+)?(?:run|create)\s[^;&|]*?--name[\s=]["']?([\w.-]+)/g;

/** The names of the containers that these commands make, a line of a shell each, in their order. */
export function madeBy(lines: readonly string[]): string[] {
  return lines.flatMap((line) =>
    [...line.matchAll(MAKES)].flatMap(([, name]) => (name === undefined ? [] : [name])),
  );
}
