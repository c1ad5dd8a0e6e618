import type { FigureRequest } from '@lib/figure/figure';
import type { ReachTold } from '@lib/facts/reach';
import type { Inside } from '@lib/inside/inside';
import { imagesAfter, writtenAfter, type LayersTold } from '@lib/images/layers-told';
import { containerKey, type NamespaceId } from '@lib/model/ids';
import type { NamespaceType } from '@lib/model/namespace-type';
import { ASKED, type Asked } from '@lib/protocol/asked';
import { callTold, type CallTold } from '@lib/privileges/call-told';
import { compare } from '@lib/questions/compare';
import { images } from '@lib/questions/images';
import { insides, MOST } from '@lib/questions/insides';
import { process } from '@lib/questions/process';
import type { Question } from '@lib/questions/question';
import { reach } from '@lib/questions/reach';
import { written } from '@lib/questions/written';
import { selectedPair } from '@lib/select/selected-pair';
import { DEFAULT_REACH } from '@lib/view-state/reach-state';
import type { ViewState } from '@lib/view-state/view-state';
import type { Moment } from './moment';

/** So many processes are asked about: those that the kernel's view names, on any machine but the largest. */
const MOST_CALLS = 48;

export type Told = Pick<FigureRequest, 'insides' | 'reaches' | 'layers' | 'calls' | 'comparison'>;

/** What a view tells besides what the snapshot has: asked for, as the page asks. */
export async function toldIn(moment: Moment, viewState: ViewState): Promise<Told> {
  const { view, lens } = viewState;
  const compared = await comparedIn(moment, viewState);
  if (view === 'kernel') return { ...compared, calls: await callsIn(moment) };
  if (view !== 'lens') return compared;
  return {
    ...compared,
    insides: await insidesIn(moment, lens),
    ...(lens === 'net' ? { reaches: await reachesIn(moment, viewState) } : {}),
    ...(lens === 'mnt' ? { layers: await layersIn(moment) } : {}),
  };
}

/** What is different from the moment that the view names; of what is no recording nothing was kept. */
async function comparedIn(
  moment: Moment,
  { from, own }: ViewState,
): Promise<Pick<Told, 'comparison'>> {
  if (from === null || moment.recorded === undefined) return {};
  const to = Math.round(moment.recorded.at);
  const told = await answered(moment, 'compare', compare, { from, to, own });
  return told.is === 'answered' ? { comparison: told.answer } : {};
}

async function insidesIn(
  moment: Moment,
  type: NamespaceType,
): Promise<Map<NamespaceId, Asked<Inside>>> {
  const ids = moment.snapshot.namespaces.filter((each) => each.type === type).map(({ id }) => id);
  const known = new Map<NamespaceId, Asked<Inside>>();
  for (const namespaces of inParts(ids, MOST)) {
    const told = await answered(moment, 'insides', insides, { namespaces });
    if (told.is !== 'answered') {
      for (const id of namespaces) known.set(id, told);
      continue;
    }
    for (const each of told.answer.told) {
      known.set(
        each.namespace,
        'inside' in each
          ? { is: 'answered', answer: each.inside }
          : { is: 'refused', code: each.refused.code },
      );
    }
  }
  return known;
}

async function reachesIn(moment: Moment, { select, reach: by }: ViewState): Promise<ReachTold[]> {
  const pair = selectedPair(moment.snapshot, select);
  if (pair === null) return [];
  const { protocol, port } = by ?? DEFAULT_REACH;
  const told: ReachTold[] = [];
  for (const [from, to] of [pair, pair.toReversed()]) {
    if (from === undefined || to === undefined) continue;
    const fields = { from, to, protocol, ...(port === null ? {} : { port }) };
    told.push({
      from,
      to,
      by: { protocol, port },
      asked: await answered(moment, 'reach', reach, fields),
    });
  }
  return told;
}

async function layersIn(moment: Moment): Promise<LayersTold> {
  const running = moment.snapshot.containers.filter(
    ({ pid, namespaces }) => pid > 0 && namespaces.mnt !== null,
  );
  const about = running.map(containerKey);
  const used = await answered(moment, 'images', images, { used: true });
  let known: LayersTold = { images: imagesAfter(ASKED, used, about), written: new Map() };
  for (const part of inParts(running, MOST)) {
    const containers = part.map(({ id }) => id);
    const told = await answered(moment, 'written', written, { containers });
    const rows = told.is === 'answered' ? { is: told.is, answer: told.answer.written } : told;
    known = { ...known, written: writtenAfter(known.written, part.map(containerKey), rows) };
  }
  return known;
}

/** Those of containers first: they are what the view is about. */
async function callsIn(moment: Moment): Promise<Map<number, CallTold>> {
  const { processes } = moment.snapshot;
  const [own, others] = [true, false].map((isOwn) =>
    processes.filter(
      ({ container, kernelThread }) => !kernelThread && (container !== null) === isOwn,
    ),
  );
  const known = new Map<number, CallTold>();
  for (const each of [...(own ?? []), ...(others ?? [])].slice(0, MOST_CALLS)) {
    const told = await answered(moment, 'process', process, { pid: each.pid });
    known.set(each.pid, callTold(told, each));
  }
  return known;
}

type Answered<A> = Exclude<Asked<A>, { is: 'asked' }>;

async function answered<Q extends object, A>(
  { ask }: Moment,
  name: string,
  { answer: schema }: Question<Q, A>,
  fields: Q,
): Promise<Answered<A>> {
  const outcome = await ask({ ...fields, name });
  if ('error' in outcome) return { is: 'refused', code: outcome.error.code };
  const answer = schema.safeParse(outcome.answer);
  return answer.success
    ? { is: 'answered', answer: answer.data }
    : { is: 'refused', code: 'failed' };
}

function inParts<T>(items: readonly T[], size: number): T[][] {
  return Array.from({ length: Math.ceil(items.length / size) }, (_, part) =>
    items.slice(part * size, (part + 1) * size),
  );
}
