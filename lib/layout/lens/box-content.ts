import type { Messages } from '../../i18n/messages';
import type { Inside } from '../../inside/inside';
import type { Insides } from '../../inside/insides';
import type { NamespaceType } from '../../model/namespace-type';
import type { Snapshot } from '../../model/snapshot';
import type { Asked } from '../../protocol/asked';
import { namesTold } from '../../model/container-ref';
import { pidInsides } from '../../inside/pid';
import { cgroupLines } from './content-cgroup';
import { ipcLines } from './content-ipc';
import { pidContent } from './content-pid';
import { timeLines } from './content-time';
import { utsLines } from './content-uts';
import type { DotLook } from './dot-look';
import type { BoxContent, FactLine, Member } from './fact-line';
import { UNKNOWN_BOX, type LensBox } from './lens-boxes';

/** What the lines of a box are made of. @param inside null: not known yet */
type LinesOf = (
  inside: Inside | null,
  members: readonly Member[],
  messages: Messages,
) => BoxContent;

/** The types of which boxes tell what they isolate in lines. */
const LINES: Partial<Record<NamespaceType, LinesOf>> = {
  ipc: ipcLines,
  uts: utsLines,
  cgroup: cgroupLines,
  time: timeLines,
};

export const FACT_LINE = 18;
/** Above the first line, and below the last one. */
const AROUND = { above: 4, below: 6 };

/** Does a box of this type ask what it isolates, with dots of this look? */
export function tellsInside(type: NamespaceType, look: DotLook): boolean {
  return LINES[type] !== undefined && look.says !== 'nothing';
}

/**
 * What each box tells of what it isolates; none where nobody asks, but of PID namespaces.
 *
 * @param whole the snapshot without filters
 */
export function boxContents(
  boxes: readonly LensBox[],
  type: NamespaceType,
  insides: Insides,
  whole: Snapshot,
  messages: Messages,
): ReadonlyMap<LensBox['key'], BoxContent> {
  const lines = LINES[type];
  const contents = new Map<LensBox['key'], BoxContent>();
  if (type === 'pid') return pidContents(boxes, whole, messages);
  if (lines === undefined || insides.size === 0) return contents;
  const leaders = new Map(whole.processes.map((each) => [each.pid, each]));
  const add = (box: LensBox) => {
    const asked = box.key === UNKNOWN_BOX ? undefined : insides.get(box.key);
    const members = box.members.map(({ named: name, pid }) => {
      return { name, cgroup: leaders.get(pid)?.cgroup ?? null };
    });
    if (asked !== undefined) contents.set(box.key, contentOf(asked, lines, members, messages));
    box.children.forEach(add);
  };
  boxes.forEach(add);
  return contents;
}

/** The snapshot has all of it. */
function pidContents(
  boxes: readonly LensBox[],
  whole: Snapshot,
  messages: Messages,
): ReadonlyMap<LensBox['key'], BoxContent> {
  const insideOf = pidInsides(whole);
  const nameOf = namesTold(whole);
  const contents = new Map<LensBox['key'], BoxContent>();
  const add = ({ key, children }: LensBox) => {
    const content = key === UNKNOWN_BOX ? null : pidContent(insideOf(key), whole, nameOf, messages);
    if (content !== null) contents.set(key, content);
    children.forEach(add);
  };
  boxes.forEach(add);
  return contents;
}

function contentOf(
  asked: Asked<Inside>,
  lines: LinesOf,
  members: readonly Member[],
  messages: Messages,
): BoxContent {
  switch (asked.is) {
    case 'asked':
      return lines(null, members, messages);
    case 'answered':
      return lines(asked.answer, members, messages);
    case 'refused': {
      const { refused, refusedShort } = messages.lensContent;
      const text = refused(asked.code);
      const line = {
        field: 'inside',
        label: '',
        texts: [text, refusedShort],
        mono: false,
      } as const;
      const all = [{ ...line, state: 'unknown', used: null } as const];
      return { full: all, brief: all };
    }
  }
}

/** The lines of a box, with dots of this look. */
export function factLines(content: BoxContent | undefined, look: DotLook): readonly FactLine[] {
  if (content === undefined || look.says === 'nothing') return [];
  return content[look.says === 'full' ? 'full' : 'brief'];
}

/** How much of a box's height so many lines take. */
export function contentHeight(lines: readonly FactLine[]): number {
  return lines.length === 0 ? 0 : AROUND.above + lines.length * FACT_LINE + AROUND.below;
}
