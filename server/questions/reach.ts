import { insideOf, insideRequest } from '@lib/inside/inside';
import type { NamespaceId } from '@lib/model/ids';
import type { Snapshot } from '@lib/model/snapshot';
import { bordersOf, type Endpoint } from '@lib/reach/endpoint';
import { networkOf, type Network } from '@lib/reach/network';
import type { Reach, ReachQuestion } from '@lib/reach/question';
import { reach } from '@lib/reach/reach';
import { Unknown, type Said } from '@lib/reach/said';
import { NeedsNetwork } from '@lib/reach/wires';
import type { Informant } from '@lib/asking/handler';

/** More networks are not looked at for one question: a machine that has so many on one wire is odd. */
const MOST_NETWORKS = 80;
/** Rules of firewalls that are looked at for one question: about a second. */
const MOST_RULES = 500_000;

interface ReachAsked {
  from: string;
  to: string;
  protocol: ReachQuestion['protocol'];
  port?: number | undefined;
}

/** Works it out, and looks at one network after the other as they turn out to be on the way. */
export async function answerReach(
  asked: ReachAsked,
  [from, to]: readonly [Endpoint, Endpoint],
  machine: Informant,
): Promise<Reach> {
  const snapshot = await machine.fresh();
  const networks = new Map<NamespaceId, Network>();
  const known = {
    networks,
    borders: bordersOf(snapshot),
    budget: { left: MOST_RULES },
    processes: new Map(snapshot.processes.map((process) => [process.pid, process])),
  };
  const question = { from, to, protocol: asked.protocol, port: asked.port ?? null };
  for (;;) {
    try {
      return reach(question, known);
    } catch (error) {
      if (!(error instanceof NeedsNetwork)) throw error;
      if (networks.size >= MOST_NETWORKS) return unknown(from.network, { code: 'too-many' });
      const network = await look(error.id, snapshot, machine);
      if ('code' in network) return unknown(error.id, network);
      networks.set(error.id, network);
    }
  }
}

/** @returns why it cannot be told */
async function look(
  id: NamespaceId,
  snapshot: Snapshot,
  machine: Informant,
): Promise<Network | Said> {
  const request = insideRequest(id, snapshot);
  const [pid] = request?.pids ?? [];
  if (request === null || pid === undefined) return { code: 'unread', what: id, why: 'ESRCH' };
  const [inside, passage] = await Promise.all([
    machine.details.inside(request),
    machine.details.passage({ namespace: id, pid }),
  ]);
  const told = insideOf(id, snapshot, inside);
  if (told.type !== 'net') return { code: 'unread', what: id, why: 'EBADMSG' };
  try {
    return networkOf(id, passage, told);
  } catch (error) {
    if (error instanceof Unknown) return error.says;
    throw error;
  }
}

function unknown(where: NamespaceId, says: Said): Reach {
  return { verdict: 'unknown', hops: [{ where, back: false, says }], changes: [] };
}
