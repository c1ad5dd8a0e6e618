import type { NamespaceId } from '../model/ids';
import type { NamespaceType } from '../model/namespace-type';
import type { Snapshot } from '../model/snapshot';
import { SANDBOXES_KEY, type SandboxFold } from '../sandboxes/fold';
import type { Sandbox } from '../sandboxes/sandbox';
import type { Space } from '../sandboxes/spaces';
import type { ShownSandboxes } from '../select/shown-sandboxes';
import { letter, sharedLetters } from './letters';
import type { MatrixCell } from './row';

/** A sandbox in the Matrix, below all containers. */
export interface SandboxRow {
  sandbox: Sandbox;
  spaces: readonly Space[];
  cells: readonly MatrixCell[];
}

/** What stands below the rows of containers, from top to bottom. */
export type SandboxItem =
  | { kind: 'sandboxes'; key: typeof SANDBOXES_KEY; count: number; fold: SandboxFold | null }
  | { kind: 'sandbox'; key: string; row: SandboxRow };

/** A heading with their number, and a row for each that is drawn; nothing where there is none. */
export function sandboxItems(shown: ShownSandboxes | null, whole: Snapshot): SandboxItem[] {
  if (shown === null) return [];
  const { fold } = shown;
  const count = fold?.count ?? shown.sandboxes.length;
  if (count === 0) return [];
  return [
    { kind: 'sandboxes', key: SANDBOXES_KEY, count, fold },
    ...sandboxRows(shown, whole).map((row): SandboxItem => ({
      kind: 'sandbox',
      key: row.sandbox.key,
      row,
    })),
  ];
}

/** The rows alone. */
export function sandboxRows(
  { sandboxes, spacesOf }: ShownSandboxes,
  whole: Snapshot,
): SandboxRow[] {
  const letters = new Letters(sharedLetters(whole.containers));
  return sandboxes.map((sandbox) => {
    const spaces = spacesOf(sandbox);
    return { sandbox, spaces, cells: spaces.map((space) => cellOf(space, letters)) };
  });
}

function cellOf({ type, id, said, names }: Space, letters: Letters): MatrixCell {
  const sharing = said === 'engine' ? 'host' : said;
  const cell = { type, sharing, said, namespace: id, letter: null };
  if (id === null || said !== 'shared') return cell;
  const known = letters.known(id);
  if (known !== null) return { ...cell, letter: known };
  // A container that is alone among containers has no letter: it is named.
  if (names.length > 0) return { ...cell, with: names };
  return { ...cell, letter: letters.next(id, type) };
}

/** The letters that containers have, and the next ones for what sandboxes share among themselves. */
class Letters {
  readonly #letters: Map<NamespaceId, string>;

  constructor(ofContainers: ReadonlyMap<NamespaceId, string>) {
    this.#letters = new Map(ofContainers);
  }

  known(id: NamespaceId): string | null {
    return this.#letters.get(id) ?? null;
  }

  next(id: NamespaceId, type: NamespaceType): string {
    const taken = [...this.#letters.keys()].filter((each) => each.startsWith(`${type}:`)).length;
    const found = letter(taken);
    this.#letters.set(id, found);
    return found;
  }
}
