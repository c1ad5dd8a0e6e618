import type { NamespaceId } from '../model/ids';
import { NetlinkParseError } from '../netlink/parse-error';
import { attemptsOf } from './attempts';
import { changesFor } from './changes';
import type { Attempt, Known, Reach, ReachQuestion, Verdict } from './question';
import { Lost, Unknown, type Change, type Hop, type Said } from './said';
import { goThere } from './trip';
import { Walk } from './walk';

/** So often what cannot be known is tried both ways. */
const MOST_WAYS = 64;
/** So many addresses of the other end are tried. */
const MOST_ADDRESSES = 8;

/** How far it is known where a packet gets to, and why it is not known from there on. */
interface Doubt extends Pick<Hop, 'where' | 'back' | 'says'> {
  hops: readonly Hop[];
}

/**
 * Whether one end gets through to the other, worked out as the kernel would: yes by any of the other's
 * addresses, unknown by any else.
 *
 * @throws NeedsNetwork where a network is on the way that `known` has not
 */
export function reach(question: ReachQuestion, known: Known): Reach {
  let attempts: Attempt[];
  try {
    attempts = attemptsOf(question, known);
  } catch (error) {
    if (!(error instanceof Unknown)) throw error;
    return unknown({ hops: [], where: question.from.network, back: false, says: error.says });
  }
  const tried: Reach[] = [];
  for (const attempt of attempts.slice(0, MOST_ADDRESSES)) {
    const result = tryBothWays(question, attempt, known);
    if (result.verdict === 'yes') return result;
    tried.push(result);
  }
  const [first] = tried;
  if (first === undefined) return nowhere(question);
  const open = tried.find(({ verdict }) => verdict === 'unknown');
  if (open !== undefined) return open;
  return attempts.length > MOST_ADDRESSES ? unknown(tooMany(first, question)) : first;
}

/** There is no address, or no published port, that could be tried. */
function nowhere({ from, to, protocol, port }: ReachQuestion): Reach {
  const told = (verdict: Verdict, where: NamespaceId, says: Said, change?: Change): Reach => ({
    ...{ verdict, hops: [{ where, back: false, says }] },
    changes: change === undefined ? [] : [change],
  });
  const spot = port === null ? {} : { port };
  if (from.is !== 'outside' || to.is !== 'container') {
    return told('no', to.network, { code: 'no-address' }, { code: 'join-network' });
  }
  const isPublished = to.published.some(
    (each) => each.protocol === protocol && (port === null || each.port === port),
  );
  if (!isPublished && to.untold && from.network !== to.network) {
    return told('unknown', to.network, { code: 'unread', what: 'ports', why: 'ENODATA' });
  }
  return isPublished || from.network === to.network
    ? told('no', from.network, { code: 'no-route' })
    : told('no', to.network, { code: 'not-published', ...spot }, { code: 'publish', ...spot });
}

/**
 * What cannot be known is tried both ways: where all ways end alike, that is the verdict; else it is
 * unknown, for what made the difference.
 */
function tryBothWays(question: ReachQuestion, attempt: Attempt, known: Known): Reach {
  let first: Reach | null = null;
  let open: Doubt | null = null;
  const pending: boolean[][] = [[]];
  for (let tries = 0; tries < MOST_WAYS; tries++) {
    const decided = pending.pop();
    if (decided === undefined) return first ?? nowhere(question);
    let at = 0;
    const result = tryOnce(question, attempt, known, (doubt) => {
      open ??= doubt;
      const answer = decided[at];
      at += 1;
      if (answer !== undefined) return answer;
      pending.push([...decided.slice(0, at - 1), true]);
      decided.push(false);
      return false;
    });
    first ??= result;
    if (result.verdict === first.verdict) continue;
    return unknown(open ?? tooMany(first, question));
  }
  const doubt = tooMany(first ?? nowhere(question), question);
  return unknown({ ...(open ?? doubt), says: doubt.says });
}

/** What was tried ended there, but not all was. */
function tooMany({ hops }: Reach, { from }: ReachQuestion): Doubt {
  const { where, back } = hops.at(-1) ?? { where: from.network, back: false };
  return { hops, where, back, says: { code: 'too-many' } };
}

/** The way as far as it was told, and then what is not known. */
function unknown({ hops, where, back, says }: Doubt): Reach {
  return { verdict: 'unknown', hops: [...hops, { where, back, says }], changes: [] };
}

function tryOnce(
  question: ReachQuestion,
  attempt: Attempt,
  known: Known,
  decide: (doubt: Doubt) => boolean,
): Reach {
  let where: NamespaceId = question.from.network;
  const walk: Walk = new Walk(
    known.networks,
    known.borders,
    (says) => {
      const { at } = walk;
      return decide({
        hops: [...walk.hops],
        where: at?.where ?? where,
        back: at?.back ?? false,
        says,
      });
    },
    known.budget,
  );
  try {
    where = goThere(question, attempt, known, walk);
    walk.hops.push({ where, back: true, says: { code: 'accepted' } });
    return { verdict: 'yes', hops: walk.hops, changes: [] };
  } catch (error) {
    const back = walk.at?.back ?? false;
    const place = walk.at?.where ?? where;
    if (error instanceof Lost) {
      const hop = { where: place, back, says: error.says };
      return {
        verdict: 'no',
        hops: [...walk.hops, hop],
        changes: changesFor(error.says, question),
      };
    }
    if (error instanceof Unknown || error instanceof NetlinkParseError) {
      const says: Said =
        error instanceof Unknown
          ? error.says
          : { code: 'unread', what: 'nftRules', why: 'EBADMSG' };
      return unknown({ hops: walk.hops, where: place, back, says });
    }
    throw error;
  }
}
