import { afterEach, describe, expect, it, vi } from 'vitest';
import type { Sight, Snapshot } from '@lib/model/snapshot';
import type { Delta } from '@lib/protocol/protocol';
import type { UsageMessage } from '@lib/protocol/usage';
import type { ReadOptions } from '../source/source';
import { Hub } from './hub';
import type { Viewer } from './viewer';
import { EVERYONE, ScriptedSource } from './scripted-source';

const HELLO = { epoch: null, lastSeq: null };

/** A source that has all the patience it is given, and looks until it is told to hurry. */
class PatientSource extends ScriptedSource {
  looking = false;
  private enough = (): void => undefined;

  override async read(options?: ReadOptions): Promise<Sight | null> {
    if (options !== undefined && options.patience > 0) {
      this.looking = true;
      await new Promise<void>((resolve) => {
        this.enough = resolve;
      });
      this.looking = false;
    }
    return super.read();
  }
  override hurry(): void {
    this.enough();
  }
}

/** One whose look takes a second when it has to tell all, and two else. */
class SlowSource extends ScriptedSource {
  override read(options?: ReadOptions): Promise<Sight | null> {
    vi.advanceTimersByTime(options?.whole === true ? 1000 : 2000);
    return super.read();
  }
}

class RecordingViewer implements Viewer {
  snapshots: Snapshot[] = [];
  deltas: Delta[] = [];
  usages: UsageMessage[] = [];
  epoch = '';
  slow = false;
  droppedFor: unknown = null;
  heard = (): void => undefined;
  snapshot({ epoch, snapshot }: { epoch: string; snapshot: Snapshot }): void {
    this.epoch = epoch;
    this.snapshots.push(snapshot);
  }
  delta(delta: Delta): void {
    this.deltas.push(delta);
    this.heard();
  }
  usage(message: UsageMessage): void {
    this.usages.push(message);
  }
  congested(): boolean {
    return this.slow;
  }
  drop(why: unknown): void {
    this.droppedFor = why;
  }
}

let hub: Hub;
const reports: unknown[] = [];
function start(source = new ScriptedSource()): ScriptedSource {
  reports.length = 0;
  hub = new Hub(source, (error) => reports.push(error));
  return source;
}
afterEach(() => {
  hub.close();
  vi.useRealTimers();
});

/** As long as another hub, whose viewer has a row on screen, takes for two more rounds of usage. */
async function whileAnotherReadsTwice(): Promise<void> {
  const source = new ScriptedSource();
  const another = new Hub(source, (error) => reports.push(error));
  const viewer = new RecordingViewer();
  await another.join(viewer, HELLO);
  another.watch(viewer, { containers: [], rows: [1] });
  await vi.waitFor(() => expect(source.asked).not.toEqual([]), 10_000);
  const rounds = source.asked.length;
  await vi.waitFor(() => expect(source.asked.length).toBeGreaterThan(rounds + 1), 20_000);
  another.close();
}

describe('Hub', () => {
  it('looks at nothing while nobody looks', () => {
    const source = start();
    source.change();
    expect(source.reads).toBe(0);
  });

  it('stops looking when the last one leaves, and not before', async () => {
    const source = new PatientSource();
    start(source);
    const [stays, leaves] = [new RecordingViewer(), new RecordingViewer()];
    await hub.join(stays, HELLO);
    await hub.join(leaves, HELLO);
    await vi.waitFor(() => expect(source.looking).toBe(true));
    const { reads } = source;
    hub.leave(leaves);
    await new Promise((resolve) => setImmediate(resolve));
    expect(source).toMatchObject({ looking: true, reads });
    hub.leave(stays);
    await vi.waitFor(() => expect(source).toMatchObject({ looking: false, reads: reads + 1 }));
  });

  it('answers one who asks once from a snapshot of the last second', async () => {
    const source = start();
    await Promise.all([hub.fresh(), hub.fresh()]);
    await hub.fresh();
    expect(source.reads).toBe(1);
  });

  it('looks no further for who asks about what viewers see, however long there is no news', async () => {
    vi.useFakeTimers({ toFake: ['performance'] });
    const source = new PatientSource();
    start(source);
    await hub.seen();
    await hub.seen();
    expect(source.reads).toBe(1);
    vi.advanceTimersByTime(2000);
    await hub.seen();
    expect(source.reads).toBe(2);
    await hub.join(new RecordingViewer(), HELLO);
    await vi.waitFor(() => expect(source.looking).toBe(true));
    vi.advanceTimersByTime(2000);
    const seen = await hub.seen();
    expect(source).toMatchObject({ looking: true, reads: 2 });
    expect(await hub.fresh()).toBe(seen);
    expect(source.reads).toBeGreaterThan(2);
  });

  it('takes nothing for what viewers see once the machine cannot be read', async () => {
    vi.useFakeTimers({ toFake: ['performance'] });
    const source = start();
    const viewer = new RecordingViewer();
    await hub.join(viewer, HELLO);
    source.failing = true;
    await vi.waitFor(() => expect(viewer.droppedFor).not.toBe(null));
    vi.advanceTimersByTime(2000);
    await expect(hub.seen()).rejects.toThrow('no /proc');
  });

  it('looks again after a search that was asked for', async () => {
    const source = start();
    await hub.fresh();
    await Promise.all([hub.searched(), hub.searched()]);
    expect(source).toMatchObject({ searches: 2, reads: 2 });
  });

  it('sends the whole first and then what changed, to all, from one scan', async () => {
    const source = start();
    const viewers = [new RecordingViewer(), new RecordingViewer()];
    for (const viewer of viewers) await hub.join(viewer, HELLO);
    source.change();
    await vi.waitFor(() => expect(viewers[1]?.deltas).toHaveLength(1));
    expect(viewers[0]?.snapshots).toHaveLength(1);
    expect(viewers[0]?.deltas).toEqual(viewers[1]?.deltas);
    expect(viewers[0]?.deltas[0]?.put.processes.map(({ pid }) => pid)).toEqual([2]);
  });

  it('gives one who comes back what it missed, and nothing else', async () => {
    const source = start();
    const [stays, leaves, back] = [1, 2, 3].map(() => new RecordingViewer());
    if (!stays || !leaves || !back) throw new Error('three viewers');
    await hub.join(stays, HELLO);
    await hub.join(leaves, HELLO);
    hub.leave(leaves);
    source.change();
    await vi.waitFor(() => expect(stays.deltas).toHaveLength(1));
    await hub.join(back, { epoch: leaves.epoch, lastSeq: 1 });
    expect(back.snapshots).toEqual([]);
    expect(back.deltas).toEqual(stays.deltas);
  });

  it('gives one from another run of the server everything', async () => {
    start();
    const viewer = new RecordingViewer();
    await hub.join(viewer, { epoch: 'another', lastSeq: 1 });
    expect(viewer.snapshots).toHaveLength(1);
  });

  it('fault 14: leaves a slow viewer alone until it can take more; others are not held up', async () => {
    const source = start();
    const [slow, quick] = [new RecordingViewer(), new RecordingViewer()];
    await hub.join(slow, HELLO);
    await hub.join(quick, HELLO);
    slow.slow = true;
    for (let change = 1; change <= 300; change += 1) {
      const sent = new Promise<void>((resolve) => {
        quick.heard = resolve;
      });
      source.change();
      await sent;
      expect(quick.deltas).toHaveLength(change);
    }
    expect(slow.deltas).toEqual([]);
    slow.slow = false;
    hub.drained(slow);
    // More than the backlog holds: the latest state, whole.
    expect(slow.deltas).toEqual([]);
    expect(slow.snapshots.at(-1)?.processes).toHaveLength(301);
  });

  it('sends usage of rows on screen alone, each read once for all, and then what changed', async () => {
    const source = start();
    const viewers = [new RecordingViewer(), new RecordingViewer()];
    for (const viewer of viewers) await hub.join(viewer, HELLO);
    const [one, other] = viewers;
    if (one === undefined || other === undefined) throw new Error('two viewers');
    hub.watch(one, { containers: [], rows: [1, 2] });
    hub.watch(other, { containers: [], rows: [2, 3] });
    const sent = ({ usages }: RecordingViewer) =>
      usages.flatMap(({ rows }) => rows.map(({ pid }) => pid)).sort();
    await vi.waitFor(() => expect(sent(other)).toEqual([2, 3]), 5000);
    // Only of the first process there is news.
    await vi.waitFor(() => expect(sent(one)).toEqual([1, 1, 2]), 5000);
    expect(source.asked.every((pids) => new Set(pids).size === pids.length)).toBe(true);
    hub.watch(one, { containers: [], rows: [] });
    hub.leave(other);
    const rounds = source.asked.length;
    await whileAnotherReadsTwice();
    expect(source.asked).toHaveLength(rounds);
  });

  it('sends usage of every process to one who looks for the largest', async () => {
    const source = start();
    const [one, all] = [new RecordingViewer(), new RecordingViewer()];
    for (const viewer of [one, all]) await hub.join(viewer, HELLO);
    hub.watch(one, { containers: [], rows: [2] });
    hub.watch(all, { containers: [], rows: 'all' });
    const sent = ({ usages }: RecordingViewer) =>
      new Set(usages.flatMap(({ rows }) => rows.map(({ pid }) => pid)));
    await vi.waitFor(() => expect(sent(all)).toEqual(new Set(EVERYONE)), 5000);
    expect(sent(one)).toEqual(new Set([2]));
    expect(source.asked).toContain(EVERYONE);
  });

  it('fault 17: another boot is another epoch, and a whole snapshot', async () => {
    const source = start();
    const viewer = new RecordingViewer();
    await hub.join(viewer, HELLO);
    const { epoch } = viewer;
    source.reboot();
    await vi.waitFor(() => expect(viewer.snapshots).toHaveLength(2));
    expect(viewer.epoch).not.toBe(epoch);
  });

  it('counts its looks, and tells how long the last took that told all', async () => {
    vi.useFakeTimers({ toFake: ['performance'] });
    start(new SlowSource());
    expect(hub.scans).toEqual({ count: 0, wholeMs: null });
    await hub.fresh();
    expect(hub.scans).toEqual({ count: 1, wholeMs: 1000 });
    await hub.join(new RecordingViewer(), HELLO);
    await vi.waitFor(() => expect(hub.scans.count).toBeGreaterThan(1));
    expect(hub.scans.wholeMs).toBe(1000);
  });

  it('lets go of viewers whose picture it cannot keep current, and says why', async () => {
    const source = start();
    const viewer = new RecordingViewer();
    await hub.join(viewer, HELLO);
    source.failing = true;
    await vi.waitFor(() => expect(String(viewer.droppedFor)).toBe('Error: no /proc'));
    expect(reports.map(String)).toContain('Error: no /proc');
  });
});
