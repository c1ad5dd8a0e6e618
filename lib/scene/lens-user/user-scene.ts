import { layOutUsers } from '../../layout/lens-user/user-layout';
import type { Bundle, PlacedFact, UserLayout, UserPlacedBox } from '../../layout/lens-user/placed';
import { dotHalf } from '../../layout/lens/dot-text';
import type { PlacedDot } from '../../layout/lens/lens-layout';
import { UNKNOWN_BOX, type LensBox } from '../../layout/lens/lens-boxes';
import { FACT } from '../../layout/lens-user/sized';
import { NAME, PADDING, SIDE } from '../../layout/lens-user/measured';
import { fittedList } from '../../layout/node-text';
import type { Messages } from '../../i18n/messages';
import { containersByKey, containerOf } from '../../model/containers-by-key';
import { containerKeyOf } from '../../model/ids';
import { processTint, tintOf } from '../../select/container-colour';
import { baseline } from '../baseline';
import { Kept } from '../kept';
import { lensBoxScene } from '../lens-box';
import { dotKey, dotThing, type DotOf } from '../lens-dot';
import type { DotSpot, LensPart, LensPicture, LensSubject } from '../lens-picture';
import { LensScenes } from '../lens-scene';
import type { LensRole } from '../lens-role';
import type { GroupMark, Mark, Thing } from '../mark';
import { ANSWER, answerThing } from './answer-thing';
import { bandMark } from './band-marks';
import { bandTextThing, middleOfText } from './band-text-thing';
import { bundleKey, bundleThing, idLine, rowMarks } from './row-marks';
import { rulerMark } from './ruler-marks';
import type { UserRole } from './user-role';
import { userSaid } from './user-said';
import { userAnswer } from './who-is-who';

type Role = LensRole | UserRole;

/** The picture of user namespaces: boxes with rulers of ids, and bands to the ids outside. */
export class UserScenes {
  readonly #boxes = new LensScenes();
  readonly #dots = new Kept(userDot);

  draw(subject: LensSubject): LensPicture<Role> {
    const { snapshot, room, insides, messages } = subject;
    // A kernel without such namespaces has one numbering, and nothing to be led to.
    if (snapshot.host.lacks.includes('user')) return this.#boxes.draw(subject);
    const layout = layOutUsers(snapshot, room, insides, messages.lensUser);
    const dots = this.#dotsOf(subject, layout);
    let taken = 0;
    const boxes = layout.boxes.map((box) => {
      const from = taken;
      taken += box.dots.length;
      return boxPart(box, dots.slice(from, taken), layout, subject);
    });
    return {
      size: layout.size,
      parts: [...boxes, between(layout, subject)],
      dots: layout.boxes.flatMap((box) => spotsOf(box, layout)),
      places: placesIn(layout),
      asks: layout.boxes.flatMap(({ box: { key }, y, height }) =>
        key === UNKNOWN_BOX ? [] : [{ id: key, top: y, bottom: y + height }],
      ),
    };
  }

  #dotsOf(
    { snapshot, colours, chosen, messages }: LensSubject,
    { boxes, look }: UserLayout,
  ): Thing<LensRole>[] {
    const containers = containersByKey(snapshot.containers);
    const of = (box: LensBox, { process, x, y }: PlacedDot) => {
      const key = containerKeyOf(process);
      const ingredients = {
        ...{ process, x, y, look, tint: processTint(colours, process) },
        container: containerOf(process, containers)?.name ?? null,
        selected: key !== null && chosen.has(key),
        user: userSaid(process, box, messages.lensUser),
        messages: messages.lens,
      };
      return [String(process.pid), ingredients] as const;
    };
    return this.#dots.parts(boxes.flatMap(({ box, dots }) => dots.map((dot) => of(box, dot))));
  }
}

/** A process that also says as whom it runs. */
function userDot({ user, ...dot }: DotOf & { user: string }): Thing<LensRole> {
  const thing = dotThing(dot);
  return { ...thing, sentence: `${thing.sentence}, ${user}` };
}

/** A namespace with its rows. */
function boxPart(
  placed: UserPlacedBox,
  dots: readonly Thing<LensRole>[],
  { look }: UserLayout,
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
  const said = [sentence, ...placed.told.map(({ text }) => text)].join('; ');
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
  const all = box.members.map(({ name }) => name);
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

/** What leads from box to box: rulers, and the bands between them; and what that means. */
function between(layout: UserLayout, { whole, chosen, messages }: LensSubject): LensPart<Role> {
  const words = messages.lensUser;
  const texts = (
    role: UserRole,
    size: number,
    some: readonly { text: string; x: number; y: number; unknown?: boolean }[],
  ): Mark<UserRole>[] =>
    some.map(({ unknown = false, ...each }) => {
      return { kind: 'text', role, is: unknown ? ['notKnown'] : [], size, ...each };
    });
  return {
    key: 'between',
    sentence: words.notes.join(' '),
    frame: { kind: 'group', role: 'between', hue: 'user' },
    ground: [
      ...layout.bands.map(bandMark),
      ...layout.lines.map(idLine),
      ...layout.rulers.map((ruler) => rulerMark(ruler, words)),
      ...texts(
        'slot',
        SIDE,
        layout.slots.map(({ slot, x, y }) => {
          return { text: words[slot], x, y: y + 19, unknown: slot === 'unknown' };
        }),
      ),
      ...texts('note', FACT.size, layout.notes),
    ],
    things: [
      answerThing(layout.answer, userAnswer(whole, chosen), words),
      ...layout.texts.map((each) => bandTextThing(each, chosen)),
    ],
    dots: [],
  };
}

/** Where dots are, for those that travel: those of many at one place. */
function spotsOf({ dots, bundles }: UserPlacedBox, { look }: UserLayout): DotSpot[] {
  const spot = ({ process, x, y }: PlacedDot): DotSpot => ({
    ...{ process, x, y, radius: look.radius, half: dotHalf(process, look) },
  });
  const bundled = ({ processes, x, y }: Bundle) =>
    processes
      .filter(({ container }) => container !== null)
      .map((process) => spot({ process, x, y }));
  return [...dots.map(spot), ...bundles.flatMap(bundled)];
}

function placesIn({ boxes, answer, texts }: UserLayout): LensPicture['places'] {
  return new Map([
    [ANSWER, { x: answer.x + answer.width / 2, y: answer.y + answer.height / 2 }] as const,
    ...texts.map((each) => [each.key, middleOfText(each)] as const),
    ...boxes.flatMap(({ box, x, y, width, titled, dots, bundles }) => [
      [String(box.key), { x: x + width / 2, y: y + titled.height / 2 }] as const,
      ...bundles.map((each) => [bundleKey(box.key, each), { x: each.x, y: each.y }] as const),
      ...dots.map((dot) => [dotKey(dot.process.pid), { x: dot.x, y: dot.y }] as const),
    ]),
  ]);
}
