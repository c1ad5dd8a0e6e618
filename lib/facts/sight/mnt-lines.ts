import type { Inside } from '../../inside/inside';
import { isWritable } from '../../inside/danger';
import { rootMount } from '../../inside/root-mount';
import { inShort } from '../in-short';
import { joined, type Part, type SeenLines, type Sight } from './sight';

type MntOf = Extract<Inside, { type: 'mnt' }>;

/** What its root is made of, and what else is mounted there. */
export function mntLines({ snapshot, messages }: Sight, inside: MntOf): SeenLines {
  const { mnt: words } = messages.inFull;
  const { mounts } = inside;
  if (mounts === null) return { headline: [], detail: [] };
  const root = rootMount(inside);
  const seen = mounts.filter(({ hidden }) => !hidden);
  return {
    headline:
      root === undefined
        ? [words.noRoot]
        : root.layers === null
          ? words.root<Part>({ code: root.fs })
          : [words.overlay(root.layers)],
    detail: joined(
      [
        [words.mounts(seen.length)],
        ...inShort(inside, snapshot, messages).parts.map((part) => [part]),
        root === undefined || isWritable(root) ? [] : [words.readonly],
      ],
      messages.inFull.between,
    ),
  };
}
