import type { Messages } from '../i18n/messages';
import type { NamespaceType } from '../model/namespace-type';
import type { Snapshot } from '../model/snapshot';
import { findSandboxes } from '../sandboxes/find';
import { SANDBOXES_KEY } from '../sandboxes/fold';
import { spacesIn, type Space } from '../sandboxes/spaces';
import { sandboxArcSentence, sandboxSentence } from './sandbox';
import type { TipLine } from './tip-line';

/** What is said of a part where all is not: its own and the host's go without saying. */
const TELLING: readonly Space['said'][] = ['shared', 'engine', 'unknown'];

/**
 * What a sandbox of the picture tells, in sentences; none when it is there no more.
 *
 * @param key its key, or that of what stands for many
 * @param part one of its parts; null: all of it
 * @param inFull every part and not only what it shares: for those who cannot point
 */
export function sandboxTip(
  key: string,
  part: NamespaceType | null,
  snapshot: Snapshot,
  messages: Messages,
  inFull: boolean,
): TipLine[] {
  if (key === SANDBOXES_KEY) return [{ type: null, text: messages.sandboxes.what }];
  const { sandboxes } = findSandboxes(snapshot);
  const sandbox = sandboxes.find((each) => each.key === key);
  if (sandbox === undefined) return [];
  const spaces = spacesIn(snapshot, sandboxes)(sandbox);
  const told = (type: NamespaceType): TipLine => {
    return { type, text: sandboxArcSentence(sandbox, spaces, type, messages) };
  };
  if (part !== null) return [told(part)];
  const telling = spaces.filter(({ said }) => inFull || TELLING.includes(said));
  return [
    { type: null, text: sandboxSentence(sandbox, spaces, messages) },
    ...telling.map(({ type }) => told(type)),
  ];
}
