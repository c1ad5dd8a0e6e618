import { create } from 'zustand';
import { LOCAL_HOST } from '@lib/model/host';
import { followedView } from '@lib/present/followed';
import { FROM_STAGE, type StageMessage } from '@lib/present/from-stage';
import type { PresentRequest } from '@lib/protocol/present-request';
import { role } from '../parts/role';
import { line } from '#line';
import { incompatible } from '../store/connection';
import { useDifferences } from '../store/differences';
import { useNsview } from '../store/store';
import { tabMemory } from '../store/tab-memory';

/** What is known of the presentation; null: nothing is presented, or nothing was heard yet. */
export const useStaging = create<{ stage: StageMessage | null; suffix: string }>()(() => ({
  stage: null,
  suffix: '',
}));

/** Milliseconds for which changes wait for each other: what comes of one act is one change. */
const TOGETHER = 40;

function ask(request: PresentRequest): void {
  line.emit('present', { host: LOCAL_HOST, ...request });
}

/** What is on this page, with the view that was never chosen too. */
function shows() {
  const { viewState, firstView } = useNsview.getState();
  const view = followedView({ ...viewState, view: viewState.view ?? firstView });
  const { comparison } = useDifferences.getState();
  return {
    ...{ view, suffix: useStaging.getState().suffix },
    ...(comparison === null ? {} : { compared: { from: comparison.from, to: comparison.to } }),
  };
}

/** From leaving until it is heard that this page leads no more: what was sent before tells still that it does. */
let isLeaving = false;

/** Leads from this page, where no other does. */
export function lead(): void {
  isLeaving = false;
  ask({ do: 'lead', ...shows() });
}

/** Leaves the lead to whichever page of this address takes it. */
export function leave(): void {
  want(false);
  isLeaving = true;
  ask({ do: 'leave' });
}

/** Lets everybody see how a question was voted on, or what is right. */
export function reveal(lesson: string, step: string, what: 'votes' | 'answer'): void {
  ask({ do: 'reveal', lesson, step, what });
}

function isLeading(): boolean {
  return useStaging.getState().stage?.leads === 'you';
}

/** That this tab leads, or wants to: it does so again when it was loaded anew. */
const LEADS = 'leads';
/** Milliseconds after which the server has missed a line that broke silently: until then it may be this page that leads by it. */
const MISSED = 60_000;

let wants = tabMemory.recall(LEADS) !== null;
let givingUp: ReturnType<typeof setTimeout> | undefined;

function want(isWanted: boolean): void {
  clearTimeout(givingUp);
  wants = isWanted;
  if (isWanted) tabMemory.keep(LEADS, '');
  else tabMemory.forget(LEADS);
}

let told = '';
let timer: ReturnType<typeof setTimeout> | undefined;

/** Tells what is shown now, where this page leads and it is something else than was told. */
function tellChange(): void {
  clearTimeout(timer);
  timer = setTimeout(() => {
    const now = shows();
    const text = JSON.stringify(now);
    if (!isLeading() || text === told) return;
    told = text;
    ask({ do: 'show', ...now });
  }, TOGETHER);
}

if (role === 'presenter') {
  line.on('stage', (message) => {
    const parsed = FROM_STAGE.stage.safeParse(message);
    if (!parsed.success) return incompatible();
    useStaging.setState({ stage: parsed.data });
    if (isLeading()) {
      if (!isLeaving) want(true);
      return;
    }
    isLeaving = false;
    // Who led before the connection was lost does so again, unless another has taken over meanwhile.
    if (wants && parsed.data.leads === 'nobody') lead();
  });
  const begin = () => {
    told = '';
    isLeaving = false;
    clearTimeout(givingUp);
    if (!wants) return ask({ do: 'see' });
    lead();
    givingUp = setTimeout(() => {
      if (!isLeading()) want(false);
    }, MISSED);
  };
  line.on('connect', begin);
  // A seat before something else: of what was compared before nothing is known there.
  line.on('welcome', () => {
    told = '';
    tellChange();
  });
  if (line.connected) begin();
  useNsview.subscribe(({ viewState, firstView }, before) => {
    if (viewState !== before.viewState || firstView !== before.firstView) tellChange();
  });
  useDifferences.subscribe(({ comparison }, before) => {
    if (comparison !== before.comparison) tellChange();
  });
  useStaging.subscribe(({ suffix, stage }, before) => {
    if (suffix !== before.suffix || stage?.leads !== before.stage?.leads) tellChange();
  });
}
