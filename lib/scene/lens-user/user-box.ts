import type { LensBox } from '../../layout/lens/lens-boxes';
import { NAME, PADDING } from '../../layout/lens-user/measured';
import type { PlacedFact, UserLayout, UserPlacedBox } from '../../layout/lens-user/placed';
import { FACT } from '../../layout/lens-user/sized';
import { fittedList } from '../../layout/node-text';
import type { Messages } from '../../i18n/messages';
import { tintOf } from '../../select/container-colour';
import { baseline } from '../baseline';
import { lensBoxScene } from '../lens-box';
import type { LensPart, LensSubject } from '../lens-picture';
import type { LensRole } from '../lens-role';
import type { GroupMark, Mark, Thing } from '../mark';
import { bundleThing, rowMarks } from './row-marks';
import type { UserRole } from './user-role';

type Role = LensRole | UserRole;

/** A namespace with its rows. */
export function boxPart(
  placed: UserPlacedBox,
  dots: readonly Thing<LensRole>[],
  { look, rulers }: UserLayout,
  { whole, colours, chosen, messages }: LensSubject,
): LensPart<Role> {
  const { box, bundles, titled, width } = placed;
  const { key, sentence, frame, ground, things } = lensBoxScene({
    placed: { ...placed, width: titled.width, facts: null },
    look: { ...look, title: titled.height },
    type: 'user',
    total: whole.processes.length,
    ...{ colours, selected: chosen.has(box.key), opens: false, messages: messages.lens },
  });
  const words = messages.lensUser;
  const isOneOfMany = titled.width < width;
  const map = box.namespace?.uidMap?.map((row) => row.join(' ')).join(', ') ?? null;
  const names = namesOn(rulers, box);
  const said = [
    sentence,
    ...placed.told.map(({ text }) => text),
    ...(names.length === 0 ? [] : [words.called(names)]),
  ].join('; ');
  return {
    ...{ key, sentence: said, dots },
    frame: { ...frame, data: { ...frame.data, 'id-map': map } },
    ground: [
      ...ground.map((mark) => (isOneOfMany ? asOneOfMany(mark, width) : mark)),
      ...headingMarks(placed.heading),
      ...placed.facts.map(factMark),
      ...rowMarks(placed, colours, words),
    ],
    things: [
      ...things
        .map((head) => ({ ...head, sentence: said }))
        .map((head) =>
          isOneOfMany && box.members.length > 0 ? shortHead(head, placed, colours, words) : head,
        ),
      ...bundles.map((bundle) => bundleThing(placed, bundle, colours, chosen, words)),
    ],
  };
}

/** What users are called on the rulers of a namespace: `101 nginx`. */
function namesOn(rulers: UserLayout['rulers'], { namespace }: LensBox): string[] {
  if (namespace === null) return [];
  const marks = rulers.flatMap(({ of, marks: some }) => (of.includes(namespace.id) ? some : []));
  return marks.flatMap(({ id, name }) =>
    name === null || name.none ? [] : [`${String(id)} ${name.text}`],
  );
}

/** Of boxes that have a map in common, how many. */
function headingMarks(heading: UserPlacedBox['heading']): Mark<UserRole>[] {
  return heading === null ? [] : [{ kind: 'text', role: 'rowName', size: FACT.size, ...heading }];
}

/** What is said of a map; amber where it could not be read. */
function factMark({ field, state, lines }: PlacedFact): GroupMark<Role> {
  const unknown = state === 'unknown';
  return {
    kind: 'group',
    role: 'fact',
    data: { fact: field, state, unreadable: unknown ? field : null },
    children: lines.map((line) => {
      const is = unknown ? ['notKnown'] : [];
      return { kind: 'text', role: 'mapFact', is, size: FACT.size, ...line } as const;
    }),
  };
}

/** The outline of a box whose title takes only a part of its width. */
function asOneOfMany(mark: Mark<LensRole>, width: number): Mark<LensRole> {
  if (mark.kind !== 'rect') return mark;
  return { ...mark, width, is: [...(mark.is ?? []), 'oneOfMany'] };
}

/** Of one of many the names of its containers say enough. */
function shortHead(
  head: Thing<LensRole>,
  { box, titled, x, y, height }: UserPlacedBox,
  colours: LensSubject['colours'],
  { names }: Messages['lensUser'],
): Thing<LensRole> {
  const all = box.members.map(({ named }) => named);
  const text = fittedList(all, titled.width - 2 * PADDING, NAME, names);
  const [only, ...others] = box.members;
  const tint = only !== undefined && others.length === 0 ? tintOf(colours, only) : null;
  const line = { x: x + PADDING, y: baseline(y + height / 2, NAME), size: NAME, text };
  const ground = head.drawing.children.filter(({ role }) => role === 'headGround');
  return {
    ...head,
    drawing: {
      ...head.drawing,
      children: [
        ...ground,
        {
          kind: 'text',
          role: 'said',
          ...line,
          ...(tint === null ? {} : { parts: [{ text, tint }] }),
        },
      ],
    },
  };
}
