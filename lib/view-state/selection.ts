import { HOST } from '../model/host-word';
import { isNamespaceId, type NamespaceId } from '../model/ids';
import { parsePid } from './process-list-state';

/** `ref` is a container's name or id, or `:host`: names, so that a link outlives a re-created container. */
export type Selection =
  | { kind: 'container'; ref: string }
  /** Two containers, to be compared. */
  | { kind: 'pair'; refs: readonly [first: string, second: string] }
  /** `lifetime`: of those that have this number one after the other, this; a link cannot tell. */
  | { kind: 'namespace'; id: NamespaceId; lifetime?: string }
  /** By its PID on the host. `startTicks`: of those that have this number one after the other, this. */
  | { kind: 'process'; pid: number; startTicks?: string }
  /** The sandbox that this process is in. `key`: what that goes by, whoever in it ends; a link cannot tell. */
  | { kind: 'sandbox'; pid: number; startTicks?: string; key?: string };

/** What may be selected. */
export const SELECTIONS =
  'container:NAME, container::host, container:NAME,container:NAME, namespace:TYPE:INODE, process:PID, sandbox:PID';

/** Is it something that can be shown in full: one container? */
export function canOpen(select: Selection | null): boolean {
  return select?.kind === 'container' && select.ref !== HOST;
}

/** What a link says is selected; null: it is none of {@link SELECTIONS}. */
export function parseSelection(text: string): Selection | null {
  const colon = text.indexOf(':');
  const kind = text.slice(0, colon);
  const rest = text.slice(colon + 1);
  if (colon < 0 || rest === '') return null;
  if (kind === 'container') {
    const [first = '', second, ...more] = rest.split(',container:');
    if (second === undefined) return { kind, ref: rest };
    return first === '' || second === '' || more.length > 0
      ? null
      : { kind: 'pair', refs: [first, second] };
  }
  if (kind === 'namespace') {
    return isNamespaceId(rest) ? { kind, id: rest } : null;
  }
  if (kind === 'process' || kind === 'sandbox') {
    const pid = parsePid(rest);
    return pid === null ? null : { kind, pid };
  }
  return null;
}

/** As {@link parseSelection} reads it. */
export function formatSelection(selection: Selection): string {
  switch (selection.kind) {
    case 'container':
      return `container:${selection.ref}`;
    case 'pair':
      return selection.refs.map((ref) => `container:${ref}`).join(',');
    case 'namespace':
      return `namespace:${selection.id}`;
    case 'process':
    case 'sandbox':
      return `${selection.kind}:${selection.pid}`;
  }
}
