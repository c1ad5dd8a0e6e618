import { describe, expect, test } from 'vitest';
import { misbehaviours } from './test-engine';
import { eventually, known, names, reached, RHYTHM, SHORT_DEADLINES, watchRig } from './test-watch';

const rig = watchRig();

describe('events', () => {
  test('each is told once its container has been inspected', async () => {
    const engine = await rig.listen();
    const watch = rig.watch();
    await reached(watch, 'connected');
    const happen = async (action: string, change: () => void) => {
      change();
      const before = rig.told.length;
      engine.emit(action, 'c1');
      await eventually(() => expect(rig.told.length).toBeGreaterThan(before));
    };
    await happen('create', () => engine.add('c1', 'created'));
    await happen('start', () => engine.add('c1', 'running', 12));
    expect(known(watch, 'c1')).toMatchObject({ state: 'running', pid: 12 });
    await happen('die', () => engine.add('c1', 'exited'));
    await happen('destroy', () => engine.containers.delete('c1'));
    expect(rig.told).toEqual([
      'create c1 created',
      'start c1 running',
      'die c1 exited',
      'destroy c1 gone',
    ]);
    expect(names(watch)).toEqual([]);
  });

  test('what changes nothing is not inspected', async () => {
    const engine = await rig.listen('a');
    const watch = rig.watch();
    await reached(watch, 'connected');
    const before = engine.requests.length;
    for (const action of [
      'exec_create: sh -c x',
      'exec_start: sh',
      'exec_die',
      'health_status: healthy',
      'top',
    ]) {
      engine.emit(action, 'a');
    }
    engine.emit('pause', 'a');
    await eventually(() => expect(rig.told).toEqual(['pause a running']));
    const inspected = engine.requests.slice(before).filter((request) => request.includes('/a/'));
    expect(inspected).toHaveLength(1);
  });

  test('an older answer does not overwrite a newer one', async () => {
    const engine = await rig.listen();
    const watch = rig.watch();
    await reached(watch, 'connected');
    const held: (() => void)[] = [];
    engine.misbehaves.set('/containers/c1/', (_request, response) => {
      const answer = JSON.stringify(engine.containers.get('c1'));
      held.push(() => response.end(answer));
    });
    engine.add('c1', 'created');
    engine.emit('create', 'c1');
    await eventually(() => expect(held).toHaveLength(1));
    engine.add('c1', 'running', 12);
    engine.emit('start', 'c1');
    held[0]?.();
    await eventually(() => expect(held).toHaveLength(2));
    held[1]?.();
    await eventually(() => expect(rig.told).toEqual(['create c1 created', 'start c1 running']));
  });

  test('fault 12: one container that cannot be inspected: shown from the list, the others whole', async () => {
    const engine = await rig.listen('a', 'b');
    engine.misbehaves.set('/containers/b/', misbehaviours.hangs);
    const watch = rig.watch({ deadlines: SHORT_DEADLINES });
    await eventually(() => expect(names(watch)).toEqual(['a', 'b']));
    expect(known(watch, 'a')).toMatchObject({ pid: 100, unreadable: {} });
    expect(known(watch, 'b')).toMatchObject({ pid: 0, unreadable: { pid: 'ETIMEDOUT' } });
    await reached(watch, 'connected');
    engine.misbehaves.clear();
    await eventually(() => expect(known(watch, 'b')).toMatchObject({ pid: 101, unreadable: {} }));
  });

  test('an event that was lost is made up for by the next listing', async () => {
    const engine = await rig.listen('a');
    const watch = rig.watch({ rhythm: { ...RHYTHM, relist: 50 } });
    await reached(watch, 'connected');
    engine.containers.delete('a');
    engine.add('b', 'running', 5);
    await eventually(() => expect(names(watch)).toEqual(['b']));
  });

  test('fault 12: a thousand containers come and go and leave nothing', async () => {
    const engine = await rig.listen();
    const watch = rig.watch();
    await reached(watch, 'connected');
    for (let index = 0; index < 1000; index += 1) {
      const id = `c${index}`;
      engine.add(id, 'running', 1000 + index);
      engine.emit('create', id);
      engine.emit('start', id);
      if (index % 50 === 49) await eventually(() => expect(known(watch, id)).toBeDefined());
      engine.containers.delete(id);
      engine.emit('die', id);
      engine.emit('destroy', id);
    }
    await eventually(() =>
      expect(rig.told.filter((line) => line.endsWith('gone'))).not.toHaveLength(0),
    );
    await eventually(() => {
      expect(rig.told).toHaveLength(4000);
      expect(names(watch)).toEqual([]);
    });
    await eventually(() => expect(engine.sockets.size).toBeLessThanOrEqual(2));
  }, 60_000);
});
