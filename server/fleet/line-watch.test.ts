import { AuthorizationError, type Status } from '@nats-io/transport-node';
import { describe, expect, it } from 'vitest';
import { LineWatch } from './line-watch';

const settle = () => new Promise((resolve) => setImmediate(resolve));

/** A line of which the test says what becomes of it. */
function watched() {
  const told: string[] = [];
  const coming: Status[] = [];
  let wake: () => void = () => undefined;
  async function* status(): AsyncGenerator<Status> {
    for (;;) {
      const next = coming.shift();
      if (next === undefined) await new Promise<void>((resolve) => (wake = resolve));
      else if (next.type === 'close') return;
      else yield next;
    }
  }
  const watch = new LineWatch(
    { status, getServer: () => 'a:4222' },
    {
      cutOff: (server) => told.push(`cut ${server}`),
      back: (server) => told.push(`back ${server}`),
      refused: (server, why) => told.push(`refused ${server} ${why}`),
    },
  );
  const over = watch.follow();
  const becomes = async (...all: Status[]) => {
    coming.push(...all);
    wake();
    await settle();
  };
  return { watch, told, over, becomes };
}

const CUT: Status = { type: 'disconnect', server: 'a:4222' };
const AGAIN: Status = { type: 'reconnecting' };
const BACK: Status = { type: 'reconnect', server: 'b:4222' };
const REFUSED: Status = { type: 'error', error: new AuthorizationError('Authorization Violation') };
const OTHER: Status = { type: 'error', error: new Error('Permissions Violation') };

describe('what is told of a line', () => {
  it.each<[string, Status[], string[]]>([
    ['nothing while it is well', [{ type: 'ping', pendingPings: 1 }, OTHER], []],
    [
      'a cut once, however often it is tried',
      [{ type: 'staleConnection' }, CUT, AGAIN, AGAIN, CUT, AGAIN],
      ['cut a:4222'],
    ],
    ['that it is back, and where', [CUT, AGAIN, BACK], ['cut a:4222', 'back b:4222']],
    [
      'the next cut, of where it was',
      [CUT, BACK, CUT],
      ['cut a:4222', 'back b:4222', 'cut b:4222'],
    ],
    [
      'that it is refused, once for each cut',
      [CUT, REFUSED, REFUSED, BACK, CUT, REFUSED],
      [
        ...['cut a:4222', 'refused a:4222 Authorization Violation', 'back b:4222'],
        ...['cut b:4222', 'refused a:4222 Authorization Violation'],
      ],
    ],
  ])('%s', async (_, all, expected) => {
    const { told, becomes } = watched();
    await becomes(...all);
    expect(told).toEqual(expected);
  });
});

describe('whether it is connected', () => {
  it('is known at once, and that it is cut off as well', async () => {
    const { watch, becomes } = watched();
    const connection = await watch.up();
    expect(connection.aborted).toBe(false);
    expect(await watch.up()).toBe(connection);
    await becomes(CUT);
    expect(connection.aborted).toBe(true);
  });

  it('is waited for while it is cut off', async () => {
    const { watch, becomes } = watched();
    await becomes(CUT);
    let connection: AbortSignal | null = null;
    const waiting = Promise.all([watch.up(), watch.up()]).then(([first, second]) => {
      expect(second).toBe(first);
      connection = first;
    });
    await becomes(AGAIN, AGAIN);
    expect(connection).toBeNull();
    await becomes(BACK);
    await waiting;
    expect(connection).toMatchObject({ aborted: false });
  });

  it.each<[string, Status[]]>([
    ['connected', []],
    ['cut off', [CUT]],
  ])('is waited for no more when it is closed while it is %s', async (_, before) => {
    const { watch, becomes, over } = watched();
    await becomes(...before);
    const up = watch.up();
    await becomes({ type: 'close' });
    await over;
    expect((await up).aborted).toBe(true);
    expect((await watch.up()).aborted).toBe(true);
  });
});
