import { describe, expect, it } from 'vitest';
import { GeneratedMachine } from '../../../e2e/harness/generated/machine';
import { messagesFor } from '../../i18n/messages';
import { idOutside } from '../../model/id-map';
import { namespaceId, type NamespaceId } from '../../model/ids';
import { LANGUAGES } from '../../model/language';
import type { IdMapRow, Namespace } from '../../model/namespace';
import type { Snapshot } from '../../model/snapshot';
import { xOf } from './axis';
import type { UserLayout } from './placed';
import { roomOf } from './texts-apart';
import { layOutUsers } from './user-layout';

const WORDS = messagesFor('en').lensUser;
const ROOM = { width: 930, height: 520 };
const lay = (snapshot: Snapshot, room = ROOM) => layOutUsers(snapshot, room, new Map(), WORDS);

/** Who runs as whom in containers: some run as root, some do not. */
const UIDS = [0, 101, 999, 33, 0];

/** A machine on which a map is given to each container, or none. */
function machine(containers: number, mapOf: (nth: number) => IdMapRow[] | null): Snapshot {
  const snapshot = new GeneratedMachine(containers).snapshot();
  const hosts = snapshot.namespaces.find(({ type, host }) => type === 'user' && host);
  if (hosts === undefined) throw new Error('the host has a user namespace');
  const made = new Map<string, Namespace>();
  snapshot.containers.forEach(({ id }, nth) => {
    const map = mapOf(nth);
    if (map === null) return;
    const own: Namespace = { ...hosts, id: namespaceId('user', String(7000 + nth)), host: false };
    made.set(id, { ...own, parent: hosts.id, uidMap: map, gidMap: map });
  });
  const userOf = (id: string | null) => (id === null ? undefined : made.get(id));
  const outer = (id: string | null, uid: number) => {
    const map = userOf(id)?.uidMap ?? null;
    return map === null ? uid : (idOutside(map, uid) ?? 5);
  };
  const index = new Map(snapshot.containers.map(({ id }, nth) => [id, nth]));
  return {
    ...snapshot,
    namespaces: [...snapshot.namespaces, ...made.values()],
    processes: snapshot.processes.map((each) => {
      const nth = each.container === null ? 0 : (index.get(each.container) ?? 0) + (each.pid % 2);
      return {
        ...each,
        uid: outer(each.container, each.container === null ? 0 : (UIDS[nth % UIDS.length] ?? 0)),
        namespaces: { ...each.namespaces, user: userOf(each.container)?.id ?? hosts.id },
      };
    }),
    containers: snapshot.containers.map((each) => ({
      ...each,
      namespaces: { ...each.namespaces, user: userOf(each.id)?.id ?? each.namespaces.user },
    })),
  };
}

/** Of one process in ten it could not be read where it is. */
function withSecrets(snapshot: Snapshot): Snapshot {
  const processes = snapshot.processes.map((each, nth) =>
    nth % 10 === 0 ? { ...each, namespaces: { ...each.namespaces, user: null } } : each,
  );
  return { ...snapshot, processes };
}

const REMAPPED: IdMapRow[] = [[0, 231_072, 65_536]];
const ROOTLESS: IdMapRow[] = [
  [0, 1000, 1],
  [1, 100_000, 65_536],
];
const MACHINES: [string, Snapshot][] = [
  ['none of two remapped', machine(2, () => null)],
  ['one of two', machine(2, (nth) => (nth === 1 ? REMAPPED : null))],
  ['one of six remapped', machine(6, (nth) => (nth === 2 ? REMAPPED : null))],
  ['all of twelve', machine(12, () => REMAPPED)],
  ['sixty on the host', machine(60, () => null)],
  ['two maps', machine(5, (nth) => [REMAPPED, ROOTLESS, null][nth % 3] ?? null)],
  ['one whose root is the host’s', machine(12, (nth) => (nth === 4 ? [[0, 0, 1]] : null))],
  ['nothing mapped', machine(3, (nth) => (nth === 0 ? [] : null))],
  ['some not readable', withSecrets(machine(3, (nth) => (nth === 0 ? REMAPPED : null)))],
];

function rulerOf({ rulers }: UserLayout, id: NamespaceId, side: 'inside' | 'host') {
  const found = rulers.find((each) => each.of.includes(id) && each.side === side);
  if (found === undefined) throw new Error(`${id} has no ruler`);
  return found;
}

describe.each(MACHINES)('the user lens, %s', (_, snapshot) => {
  const layout = lay(snapshot);
  const host = snapshot.host.namespaces.user;
  if (host === null) throw new Error('the host has a user namespace');

  it('has every process once: as a dot, or in one thing with others of its user', () => {
    const pids = layout.boxes.flatMap(({ dots, bundles }) => [
      ...dots.map(({ process }) => process.pid),
      ...bundles.flatMap(({ processes }) => processes.map(({ pid }) => pid)),
    ]);
    expect(pids.toSorted((a, b) => a - b)).toEqual(
      snapshot.processes.map(({ pid }) => pid).toSorted((a, b) => a - b),
    );
  });

  it('stands every dot at the number of its user, or beside the ruler', () => {
    for (const { box, dots, bundles } of layout.boxes) {
      const bundled = bundles.flatMap(({ processes, x }) =>
        processes.map((process) => ({ process, x })),
      );
      for (const { process, x } of [...dots, ...bundled]) {
        const map = box.host ? [[0, 0, 4_294_967_295] as IdMapRow] : box.namespace?.uidMap;
        const rulers = layout.rulers.filter((each) => each.of.includes(box.namespace?.id ?? host));
        const inside = rulers.find(({ side }) => side === 'inside');
        const row = map?.find(
          ([, out, n]) => (process.uid ?? -1) >= out && (process.uid ?? -1) < out + n,
        );
        const id = row === undefined ? null : (process.uid ?? 0) - row[1] + row[0];
        const at = id === null || inside === undefined ? null : xOf(inside.windows, id);
        if (at !== null) expect(x).toBe(at);
        else expect(layout.slots.map((slot) => slot.x)).toContain(x);
      }
    }
  });

  it('ends every band where the numbers of its row are, on both rulers', () => {
    const outer = rulerOf(layout, host, 'host');
    const bands = layout.bands.filter(({ identity }) => !identity);
    for (const { of, row, parts, top, bottom } of bands) {
      const inner = rulerOf(layout, of[0] ?? host, 'inside');
      expect([inner.y, outer.y]).toEqual([top, bottom]);
      expect(parts.length).toBeGreaterThan(0);
      const [inside, outside] = row ?? [0, 0];
      for (const { from, to } of parts) {
        const window = inner.windows.find(({ x, from: a, to: b }) => {
          return from[0] >= x - 0.001 && from[1] <= x + 2 * (b - a + 1) + 0.001;
        });
        if (window === undefined) throw new Error('a band begins beside its ruler');
        const first = window.from + (from[0] - window.x) / 2;
        const last = window.from + (from[1] - window.x) / 2 - 1;
        expect(to[0]).toBeCloseTo((xOf(outer.windows, first - inside + outside) ?? NaN) - 1);
        expect(to[1]).toBeCloseTo((xOf(outer.windows, last - inside + outside) ?? NaN) + 1);
      }
    }
    const maps = new Set(
      snapshot.namespaces.flatMap(({ type, host: own, uidMap }) =>
        type === 'user' && !own ? (uidMap ?? []).map((row) => row.join(' ')) : [],
      ),
    );
    expect(new Set(bands.map(({ row }) => row?.join(' ')))).toEqual(maps);
  });

  it('has the host’s bands upright', () => {
    const [identity] = layout.bands.filter((band) => band.identity);
    expect(identity?.parts.length).toBeGreaterThan(0);
    for (const { from, to } of identity?.parts ?? []) expect(to).toEqual(from);
  });

  it('says of each marked id what it is on the host', () => {
    for (const ruler of layout.rulers.filter(({ side }) => side === 'inside')) {
      const own = snapshot.namespaces.find(({ id }) => id === ruler.of[0]);
      for (const { id, onHost } of ruler.marks) {
        expect(onHost).toBe(own?.host === true ? id : idOutside(own?.uidMap ?? [], id));
      }
    }
  });

  it('keeps boxes in the picture and beside each other', () => {
    const [, ...inside] = layout.boxes;
    const { width, height } = layout.size;
    for (const box of layout.boxes) {
      expect(box.x).toBeGreaterThanOrEqual(0);
      expect(box.x + box.width).toBeLessThanOrEqual(width);
      expect(box.y + box.height).toBeLessThanOrEqual(height);
    }
    for (const one of inside) {
      for (const other of inside.filter((each) => each !== one)) {
        const apart =
          one.x + one.width <= other.x ||
          other.x + other.width <= one.x ||
          one.y + one.height <= other.y ||
          other.y + other.height <= one.y;
        expect(apart).toBe(true);
      }
    }
  });

  it('lays no words of a band over others', () => {
    for (const width of [780, 874, 930, 1504]) {
      const rooms = lay(snapshot, { width, height: 520 }).texts.map(roomOf);
      const over = rooms.flatMap((one, nth) =>
        rooms.slice(nth + 1).filter((other) => {
          const beside = one.x + one.width <= other.x || other.x + other.width <= one.x;
          return !beside && one.y + one.height > other.y && other.y + other.height > one.y;
        }),
      );
      expect(over).toEqual([]);
    }
  });

  it('ends rulers within the box that they are of', () => {
    for (const width of [780, 874, 930, 1504]) {
      const { rulers, boxes } = lay(snapshot, { width, height: 520 });
      for (const { of, right, side } of rulers) {
        const around = boxes.find(({ box }) => box.namespace?.id === of[0]);
        if (around === undefined) throw new Error('a ruler of no box');
        expect(right, side).toBeLessThan(around.x + around.width);
      }
    }
  });

  it('is the same whatever order the lists have', () => {
    const reversed = {
      ...snapshot,
      namespaces: snapshot.namespaces.toReversed(),
      containers: snapshot.containers.toReversed(),
      processes: snapshot.processes.toReversed(),
    };
    expect(lay(reversed)).toEqual(layout);
  });
});

it('fits into the room of a page where few maps are there', () => {
  for (const [, snapshot] of MACHINES.slice(0, 5)) {
    expect(lay(snapshot, { width: 930, height: 520 }).size.width).toBe(930);
    expect(lay(snapshot, { width: 1560, height: 880 }).size.width).toBe(1560);
  }
});

it('says of which containers root is root on the host', () => {
  const [text] = lay(machine(2, () => null)).texts;
  expect(text?.same).toBe(true);
  expect(text?.lines.map((line) => line.text).join(' ')).toMatch(/^root \(0\) in .* on the host$/);
  const all = lay(machine(3, () => REMAPPED)).texts;
  expect(all.map(({ same }) => same)).toEqual([false]);
  expect(all[0]?.lines.map((line) => line.text).join(' ')).toContain('is 231072 outside');
});

it('says of which engine the one is whose root that is, where two have its name', () => {
  const { engines, containers, processes, ...rest } = machine(2, () => null);
  const [one, other] = containers;
  const [engine] = engines;
  if (one === undefined || other === undefined || engine === undefined)
    throw new Error('two are made');
  const podman = { ...engine, id: 'podman:x', kind: 'podman' as const };
  const { texts } = lay({
    ...rest,
    engines: [engine, podman],
    containers: [
      { ...one, name: 'web' },
      { ...other, name: 'web', engine: podman.id },
    ],
    processes: processes.map((each) =>
      each.container === other.id ? { ...each, engine: podman.id, uid: 33 } : { ...each, uid: 0 },
    ),
  });
  expect(texts.map(({ text }) => text)).toEqual([WORDS.rootIsRoot(1, [`web@${engine.kind}`])]);
});

it('ends the words about root before the line of another user', () => {
  for (const width of [700, 930, 1400]) {
    for (const language of LANGUAGES) {
      const words = messagesFor(language).lensUser;
      const room = { width, height: 520 };
      const { texts, lines } = layOutUsers(
        machine(2, () => null),
        room,
        new Map(),
        words,
      );
      const [text] = texts;
      if (text === undefined) throw new Error('root is root here');
      const { x, width: wide } = roomOf(text);
      const through = lines.filter(({ from }) => from.x > x && from.x < x + wide);
      expect(through, `${String(width)} ${language}`).toEqual([]);
      expect(lines.length).toBeGreaterThan(1);
    }
  }
});

it('has no thick line through the words about root, and draws each root that is the host’s as such', () => {
  const whose = machine(12, (nth) => (nth === 4 ? [[0, 0, 1]] : null));
  for (const width of [874, 930, 1224, 1504]) {
    const { texts, lines, boxes } = lay(whose, { width, height: 520 });
    const thick = [...lines, ...boxes.flatMap(({ drops }) => drops)].filter(({ root }) => root);
    expect(texts).toHaveLength(2);
    const written = texts.flatMap((text) => text.lines);
    const through = written.flatMap((line) => {
      const { x, y, width: wide, height } = roomOf({ lines: [line], same: false });
      return thick.filter(({ from, to }) =>
        Array.from({ length: 100 }, (_, nth) => nth / 99).some((part) => {
          const at = { x: from.x + (to.x - from.x) * part, y: from.y + (to.y - from.y) * part };
          return at.x > x && at.x < x + wide && at.y > y && at.y < y + height;
        }),
      );
    });
    expect(through).toEqual([]);
    expect(thick.every(({ ofHost }) => ofHost)).toBe(true);
  }
});

it('says from the back row neither what else runs on the host nor, a second time, that root is the host’s', () => {
  const snapshot = machine(2, () => null);
  const inFull = layOutUsers(snapshot, ROOM, new Map(), WORDS);
  const brief = layOutUsers(snapshot, ROOM, new Map(), WORDS, true);
  const commandsOf = ({ boxes }: UserLayout, ofNone: boolean) =>
    boxes.flatMap(({ rows }) =>
      rows
        .filter(({ row }) => (row.containers.length === 0) === ofNone)
        .flatMap(({ commands }) => commands),
    );
  expect(inFull.texts.map(({ same }) => same)).toEqual([true]);
  expect(brief.texts).toEqual([]);
  expect(commandsOf(inFull, true)).not.toEqual([]);
  expect(commandsOf(brief, true)).toEqual([]);
  expect(commandsOf(brief, false)).not.toEqual([]);
});
