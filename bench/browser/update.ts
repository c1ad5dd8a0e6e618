import { io } from 'socket.io-client';
import type { Browser, CDPSession, Page } from 'playwright';
import { GeneratedMachine } from '../../e2e/harness/generated/machine';
import type { Plan } from '../../e2e/harness/generated/plans';
import { STEP } from '../../e2e/harness/generated/recording';
import type { PlaybackRequest } from '../../lib/protocol/from-viewer';
import { roomAt } from '../../lib/layout/places';
import { CONTAINER_RING } from '../../lib/layout/ring';
import { LOCAL_HOST } from '../../lib/model/host';
import { median, quantile, type Report } from '../report';
import { FIRST_HELLO } from '../first-hello';
import { painting } from '../painted';
import { openSettled, withPage, withRecording } from './generated-page';

const CONTAINERS = 500;
/** Additions, one after another; by turns one that shares nothing, and one that joins another. */
const RUNS = 12;

/**
 * `update.500`: one container more: what the page's scripts take of the time from its message to the
 * frame that shows it. `painted` is all of that time: with what the thread that arranges takes, and
 * what the browser takes to draw.
 */
export async function benchUpdate(browser: Browser, report: Report): Promise<void> {
  const many = await additions(browser, CONTAINERS, 5000);
  const few = await additions(browser, 12, 120);
  report({
    name: 'update.500',
    value: median(many.map(({ script }) => script)),
    unit: 'ms',
    baseline: {
      name: 'among 12 containers',
      value: median(few.map(({ script }) => script)),
      unit: 'ms',
    },
    n: many.length,
    more: {
      moved: Math.max(...many.map(({ moved }) => moved)),
      panned: many.filter(({ panned }) => panned).length,
      bent: many.reduce((sum, { bent }) => sum + bent, 0),
      p95: quantile(
        many.map(({ script }) => script),
        0.95,
      ),
      painted: median(many.map(({ painted }) => painted)),
      paintedAmong12: median(few.map(({ painted }) => painted)),
    },
  });
}

interface Addition {
  /** Milliseconds from the message to after the frame. */
  painted: number;
  /** Milliseconds of scripts until then. */
  script: number;
  /** How many of the rings and diamonds that were there stand elsewhere in the world now. */
  moved: number;
  /** Was the whole brought along, for what came to be shared was not on the canvas? */
  panned: boolean;
  /** How many lines bend aside for what came. */
  bent: number;
}

function planOf(nth: number, donor: string): Plan {
  return {
    name: `added-${nth}`,
    image: 'ubuntu',
    project: null,
    joins: nth % 2 === 0 ? {} : { pid: donor },
    stopped: false,
  };
}

async function additions(
  browser: Browser,
  containers: number,
  processes: number,
): Promise<Addition[]> {
  const machine = new GeneratedMachine(containers, processes);
  const first = machine.snapshot();
  const snapshots = [first];
  const alone = first.containers.filter(
    ({ sharing, labels }) => sharing.pid === 'own' && Object.keys(labels).length === 0,
  );
  for (let nth = 0; nth < RUNS; nth += 1) {
    machine.run(planOf(nth, alone[nth % alone.length]?.name ?? ''), 3);
    snapshots.push(machine.snapshot());
  }
  return withRecording(snapshots, (nsview) =>
    withPlayer(nsview.url, (play) =>
      withPage(browser, async (page) => {
        play({ do: 'pause' });
        play({ do: 'seek', to: 0 });
        await watchMessages(page);
        await openSettled(page, `${nsview.url}/?view=sharing`);
        const session = await page.context().newCDPSession(page);
        await session.send('Performance.enable');
        const found: Addition[] = [];
        for (let nth = 0; nth < RUNS; nth += 1) {
          const name = `added-${nth}`;
          found.push(
            await addition(page, session, name, () => play({ do: 'seek', to: (nth + 1) * STEP })),
          );
        }
        const moved = found.findIndex((each) => each.moved > 0);
        if (moved >= 0) throw new Error(`things moved when added-${moved} came`);
        return found;
      }),
    ),
  );
}

async function addition(
  page: Page,
  session: CDPSession,
  name: string,
  add: () => void,
): Promise<Addition> {
  const before = await places(page, NODES);
  const worldBefore = await places(page, WORLD);
  const linesBefore = await places(page, LINES);
  const painted = await painting(page, [`[data-container="${name}"]`]);
  const scriptBefore = await scriptTime(session);
  add();
  const [at = NaN] = await painted.evaluate(({ at: promise }) => promise);
  const script = (await scriptTime(session)) - scriptBefore;
  const came = await page.evaluate(
    () => performance.getEntriesByName('message').at(-1)?.startTime ?? NaN,
  );
  await page.waitForSelector('html[data-settled="true"]');
  const moved = differences(before, await places(page, NODES));
  const bent = differences(linesBefore, await places(page, LINES));
  const panned = differences(worldBefore, await places(page, WORLD)) > 0;
  if (panned && (await stoodOnCanvas(page, name, worldBefore))) {
    throw new Error(`all was moved though ${name} was seen where it stood`);
  }
  return { painted: at - came, script, moved, panned, bent };
}

/** What stands in the picture. */
const NODES = '[data-key]';
const WORLD = '[role="presentation"]';
/** Pixels from the edge of the canvas within which something is not well seen. */
const EDGE = 28;
/** How much more room a thing has on each side than it draws, at scale 1. */
const AROUND = roomAt({ x: 0, y: 0 }, 'container').right - CONTAINER_RING.outer;

/** Whether all that a container joined, and it, stood well on the canvas before the world was moved. */
function stoodOnCanvas(
  page: Page,
  name: string,
  worldBefore: Record<string, string>,
): Promise<boolean> {
  const transform = Object.values(worldBefore)[0] ?? '';
  const [wasX = 0, wasY = 0] = [...transform.matchAll(/-?[\d.]+/g)].map(Number);
  return page.evaluate(
    ({ container, wasX, wasY, edge, around }) => {
      const world = document.querySelector('[role="presentation"]');
      const now =
        world instanceof SVGGElement ? world.transform.baseVal.consolidate()?.matrix : null;
      const canvas = world?.closest('svg')?.getBoundingClientRect();
      const id = document
        .querySelector(`[data-container="${container}"]`)
        ?.getAttribute('data-container-id');
      const hubs = [...document.querySelectorAll(`[data-tie][data-from="${id ?? ''}"]`)].map(
        (tie) => tie.getAttribute('data-tie') ?? '',
      );
      const ids = hubs.flatMap((hub) =>
        [...document.querySelectorAll(`[data-tie="${hub}"]`)].map((tie) =>
          tie.getAttribute('data-from'),
        ),
      );
      const things = [
        ...hubs.map((hub) => document.querySelector(`[data-hub="${hub}"]`)),
        ...ids.map((each) => document.querySelector(`[data-container-id="${each ?? ''}"]`)),
      ];
      return things.every((thing) => {
        const box = thing?.getBoundingClientRect();
        if (box === undefined || canvas === undefined) return false;
        const from = edge + around * (now?.a ?? 1);
        const [left, top] = [box.left + wasX - (now?.e ?? 0), box.top + wasY - (now?.f ?? 0)];
        return (
          left >= canvas.left + from &&
          left + box.width <= canvas.right - from &&
          top >= canvas.top + from &&
          top + box.height <= canvas.bottom - from
        );
      });
    },
    { container: name, wasX, wasY, edge: EDGE, around: AROUND },
  );
}

const LINES = '[data-tie]';

/** How many of what was there before is not as it was. */
function differences(before: Record<string, string>, after: Record<string, string>): number {
  return Object.keys(before).filter((key) => before[key] !== after[key]).length;
}

/** Where things stand: rings and diamonds by key, lines by what they tie. */
function places(page: Page, selector: string): Promise<Record<string, string>> {
  return page.evaluate((wanted) => {
    const things = document.querySelectorAll(wanted);
    return Object.fromEntries(
      [...things].map((thing) => {
        const { dataset } = thing instanceof SVGElement ? thing : { dataset: {} as DOMStringMap };
        const key = dataset.key ?? `${dataset.tie ?? 'world'} ${dataset.from ?? ''}`;
        const path = thing.querySelector('path')?.getAttribute('d') ?? '';
        return [key, thing.getAttribute('transform') ?? path];
      }),
    );
  }, selector);
}

/** Marks the moment at which a change comes to the page, before anything has been done with it. */
async function watchMessages(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const listen = WebSocket.prototype.addEventListener;
    window.WebSocket = class extends WebSocket {
      constructor(url: string | URL, protocols?: string | string[]) {
        super(url, protocols);
        listen.call(this, 'message', (event) => {
          if (!(event instanceof MessageEvent)) return;
          if (String(event.data).startsWith('42["delta"')) performance.mark('message');
        });
      }
    };
  });
}

/** Milliseconds that the page's scripts have run in all. */
async function scriptTime(session: CDPSession): Promise<number> {
  const { metrics } = await session.send('Performance.getMetrics');
  return (metrics.find(({ name }) => name === 'ScriptDuration')?.value ?? NaN) * 1000;
}

/** Does the work with what moves the recording from outside the page. */
async function withPlayer<T>(
  url: string,
  work: (play: (request: PlaybackRequest) => void) => Promise<T>,
): Promise<T> {
  const socket = io(url, { transports: ['websocket'], extraHeaders: { Origin: url } });
  try {
    await new Promise<unknown>((resolve, reject) => {
      socket.on('connect', () => {
        socket.emit('hello', FIRST_HELLO);
      });
      socket.on('snapshot', resolve);
      socket.on('connect_error', reject);
    });
    return await work((request) => socket.emit('playback', { host: LOCAL_HOST, ...request }));
  } finally {
    socket.disconnect();
  }
}
