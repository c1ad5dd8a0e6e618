import { expect, it } from 'vitest';
import type { Engine } from './engine';
import { Engines } from './engines';
import { firstStatus } from './first-status';
import type { Candidate } from './search';

/* Many places, as whoever may start processes can make them. */

it('asks once which socket stands at each, however many there are', async () => {
  let asked = 0;
  const candidateAt = (name: string): Candidate => {
    const first = firstStatus('docker', `unix:///${name}.sock`);
    return {
      ...{ url: first.endpoint, first },
      socket: () => {
        asked += 1;
        return name;
      },
      open: ({ taken }): Engine => ({
        status: () => first,
        answered: () => !taken(),
        containers: () => [],
        info: () => ({ info: null, problem: null }),
        delays: () => ({ list: false, events: false }),
        daemon: () => ({ socket: null, remote: false }),
        imageTeller: () => null,
        config: () => Promise.resolve(null),
        dockerApi: () => null,
        setWatched: () => undefined,
        close: () => Promise.resolve(),
      }),
    };
  };
  const candidates = Array.from({ length: 40 }, (_, n) => candidateAt(String(n)));
  const engines = new Engines(
    () => ({ candidates, refused: [] }),
    () => undefined,
  );
  await Promise.resolve();
  asked = 0;
  expect(engines.all()).toHaveLength(40);
  expect(asked).toBe(40);
  await Promise.resolve();
  expect(engines.all()).toHaveLength(40);
  expect(asked).toBe(80);
  await engines.close();
});
