import { layOutUsers } from '../../layout/lens-user/user-layout';
import type { Bundle, UserLayout, UserPlacedBox } from '../../layout/lens-user/placed';
import { dotHalf } from '../../layout/lens/dot-text';
import type { PlacedDot } from '../../layout/lens/lens-layout';
import { UNKNOWN_BOX, type LensBox } from '../../layout/lens/lens-boxes';
import { FACT } from '../../layout/lens-user/sized';
import { SIDE } from '../../layout/lens-user/measured';
import { namedAmong } from '../../model/container-names';
import { containersByKey, containerOf } from '../../model/containers-by-key';
import { containerKeyOf } from '../../model/ids';
import { processTint } from '../../select/container-colour';
import { Kept } from '../kept';
import { dotKey, dotThing, type DotOf } from '../lens-dot';
import type { DotSpot, LensPart, LensPicture, LensSubject } from '../lens-picture';
import { LensScenes } from '../lens-scene';
import type { LensRole } from '../lens-role';
import type { Mark, Thing } from '../mark';
import { ANSWER, answerThing } from './answer-thing';
import { bandMark } from './band-marks';
import { bandTextThing, middleOfText } from './band-text-thing';
import { bundleKey, idLine } from './row-marks';
import { rulerMark } from './ruler-marks';
import type { UserRole } from './user-role';
import { userSaid } from './user-said';
import { boxPart } from './user-box';
import { userAnswer } from './who-is-who';

type Role = LensRole | UserRole;

/** The picture of user namespaces: boxes with rulers of ids, and bands to the ids outside. */
export class UserScenes {
  readonly #boxes = new LensScenes();
  readonly #dots = new Kept(userDot);

  draw(subject: LensSubject): LensPicture<Role> {
    const { snapshot, whole, room, insides, brief, messages } = subject;
    // A kernel without such namespaces has one numbering, and nothing to be led to.
    if (snapshot.host.lacks.includes('user')) return this.#boxes.draw(subject);
    const layout = layOutUsers(snapshot, room, insides, messages.lensUser, brief, whole);
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
    { snapshot, whole, colours, chosen, messages }: LensSubject,
    { boxes, look }: UserLayout,
  ): Thing<LensRole>[] {
    const containers = containersByKey(namedAmong(snapshot.containers, whole));
    const of = (box: LensBox, { process, x, y }: PlacedDot) => {
      const key = containerKeyOf(process);
      const ingredients = {
        ...{ process, x, y, look, tint: processTint(colours, process) },
        container: containerOf(process, containers)?.named ?? null,
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
