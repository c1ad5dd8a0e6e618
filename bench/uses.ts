import { setTimeout as delay } from 'node:timers/promises';
import type { Socket } from 'socket.io-client';
import { startDockerd, type Dockerd } from '../e2e/harness/dockerd';
import { makeUbuntu } from '../e2e/harness/images';
import { startNsview } from '../e2e/harness/nsview';
import { LOCAL_HOST } from '../lib/model/host';
import { answerSchema } from '../lib/protocol/ask';
import { uses } from '../lib/questions/uses';
import type { Report, Wanted } from './report';
import { look, share } from './server-cpu';

export const USES_FIGURES = ['uses.60'] as const;

const CONTAINERS = 60;
/** So many are started at a time. */
const AT_ONCE = 6;
const SETTLE = 35_000;
const SECONDS = 30;
/** Milliseconds from one question to the next, of one who follows what many use. */
const EVERY = 5000;
/** It is asked so many times as often, so that the cost stands out of what else goes on. */
const OFTEN = 8;

/**
 * `uses.60`: what one who asks again and again what 60 containers use takes of one core more, beside what the
 * server takes for a page alone.
 */
export async function benchUses(_isWanted: Wanted, report: Report): Promise<void> {
  const dockerd = await startDockerd();
  try {
    await makeUbuntu(dockerd);
    const containers = await startContainers(dockerd);
    const nsview = await startNsview({ docker: dockerd.endpoint });
    const viewer = await look(nsview);
    try {
      await delay(SETTLE);
      const without = await share(nsview.pid, SECONDS);
      const asking = new AbortController();
      const answers = askAgain(viewer, containers, asking.signal);
      const within = await share(nsview.pid, SECONDS);
      asking.abort();
      report({
        name: 'uses.60',
        value: Math.max(0, within - without) / OFTEN,
        unit: '% of one core',
        baseline: { name: 'a page alone', value: without, unit: '% of one core' },
        n: await answers,
      });
    } finally {
      viewer.disconnect();
      await nsview.stop();
    }
  } finally {
    await dockerd.close();
  }
}

async function startContainers(dockerd: Dockerd): Promise<string[]> {
  const ids: string[] = [];
  while (ids.length < CONTAINERS) {
    const some = Array.from({ length: AT_ONCE }, () => dockerd.run('ubuntu', 'sleep', '1d'));
    ids.push(...(await Promise.all(some)));
  }
  return ids;
}

/** @returns how many times all were told @throws where one was not */
async function askAgain(
  viewer: Socket,
  containers: readonly string[],
  signal: AbortSignal,
): Promise<number> {
  let told = 0;
  while (!signal.aborted) {
    const next = delay(EVERY / OFTEN);
    const question = { name: 'uses', containers };
    viewer.emit('ask', { host: LOCAL_HOST, id: told, question });
    const outcome = answerSchema.parse(
      await new Promise((resolve) => viewer.once('answer', resolve)),
    );
    if ('error' in outcome) throw new Error(outcome.error.message);
    const { samples } = uses.answer.parse(outcome.answer);
    const known = samples.filter(({ usedBytes }) => usedBytes !== null);
    if (known.length !== containers.length) throw new Error(`${known.length} were told`);
    told += 1;
    await next;
  }
  return told;
}
