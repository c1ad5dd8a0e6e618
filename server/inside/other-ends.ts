import type { OtherEnd } from '@lib/inside/net-devices';
import type { Told } from '@lib/inside/told';
import { linkQuestion, linksIn, type Link } from '@lib/netlink/link';
import { nsidIn, nsidQuestion } from '@lib/netlink/nsid';
import type { Enter } from '../enter/enter';
import type { Door } from '../enter/visit';
import { parsed } from './told';

/** So many are asked for at a time: often the first is the one that is sought. */
const FEW = 64;
/** Of those that we see nobody is in the network that is sought. */
const NOBODY: Told<never> = { value: null, reason: 'ESRCH' };

/**
 * The other ends of devices that are in other networks. The kernel has only a number for each of these:
 * whose it is, it says of each one that it is asked about.
 *
 * @param door the network whose devices these are
 * @param others all other networks that are known
 * @returns by the index of the device here
 */
export async function otherEnds(
  enter: Enter,
  door: Door,
  links: readonly Link[],
  others: readonly Door[],
): Promise<ReadonlyMap<number, OtherEnd>> {
  const away = links.filter(({ link, linkNetns }) => link !== null && linkNetns !== null);
  const doors = await doorsByNumber(
    enter,
    door,
    new Set(away.map((each) => each.linkNetns)),
    others,
  );
  const ends = away.map(async (link): Promise<[number, OtherEnd]> => {
    const there = doors.get(link.linkNetns ?? -1);
    if (there === undefined) return [link.index, { namespace: NOBODY, name: NOBODY }];
    const [answer] = await enter.ask(there, [linkQuestion(link.link)]);
    const name = nameIn(answer);
    // Who was asked about had left that network, or ended: the number was another's.
    if (name.reason === NOBODY.reason) return [link.index, { namespace: NOBODY, name: NOBODY }];
    return [link.index, { namespace: { value: there.namespace, reason: null }, name }];
  });
  return new Map(await Promise.all(ends));
}

function nameIn(answer: Parameters<typeof parsed>[0]): Told<string> {
  const { value, reason } = parsed(answer, linksIn);
  if (value === null) return { value, reason };
  const name = value[0]?.name;
  return name === undefined ? { value: null, reason: 'ENODEV' } : { value: name, reason: null };
}

/** Which of the others are those that this network has these numbers for. */
async function doorsByNumber(
  enter: Enter,
  door: Door,
  numbers: ReadonlySet<number | null>,
  others: readonly Door[],
): Promise<ReadonlyMap<number, Door>> {
  const doors = new Map<number, Door>();
  for (let at = 0; at < others.length && doors.size < numbers.size; at += FEW) {
    const few = others.slice(at, at + FEW);
    const answers = await enter.ask(
      door,
      few.map(({ pid }) => nsidQuestion(pid)),
    );
    for (const [which, other] of few.entries()) {
      const number = parsed(answers[which], nsidIn).value;
      if (number !== null && numbers.has(number)) doors.set(number, other);
    }
  }
  return doors;
}
