import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { Layer } from '../images/image';
import type { LayersTold } from '../images/layers-told';
import type { Inside } from '../inside/inside';
import type { Insides } from '../inside/insides';
import { mountsInside } from '../inside/mnt';
import { stackOf } from '../layout/lens-mnt/stack';
import { containerKey, type NamespaceId } from '../model/ids';
import type { Asked } from '../protocol/asked';
import { parseMountinfo } from '../proc/mountinfo';
import { courseMachine } from '../select/course-machine';
import { DEFAULT_VIEW_STATE } from '../view-state/view-state';
import { drawFigure, type FigureRequest } from './figure';

/* The figure of mounts, of what was recorded of real containers: to the byte. */

const mountsOf = (name: string) =>
  parseMountinfo(
    readFileSync(new URL(`../proc/fixtures/docker-mounts/${name}`, import.meta.url), 'utf8'),
  );

/** Who of the course's machine is told to have what the recorded one had. */
const RECORDED = { c1: 'joined', c2: 'volumes', metrics: 'host', vault: 'readonly' };

function answer(
  id: NamespaceId | null,
  name: string,
  landmarks: string[] | null,
): [NamespaceId, Asked<Inside>][] {
  const mounts = mountsInside(mountsOf(name), mountsOf('daemon'));
  const answer: Inside = {
    ...{ type: 'mnt', mounts, root: '/', landmarks },
    ...{ through: 'pid 1', unreadable: {} },
  };
  return id === null ? [] : [[id, { is: 'answered', answer }]];
}

const insides: Insides = new Map([
  ...answer(courseMachine.host.namespaces.mnt, 'daemon', ['/etc/shadow', '/home', '/boot']),
  ...courseMachine.containers.flatMap(({ name, namespaces }) => {
    const [, recorded] = Object.entries(RECORDED).find(([each]) => each === name) ?? [];
    return recorded === undefined ? [] : answer(namespaces.mnt, recorded, null);
  }),
]);

/** What may have made the layers that were recorded, the lowest first. */
const MADE = [
  [1_984_172, 'Imported from -'],
  [307_200, '|1 TOKEN=none /bin/sh -c dd if=/dev/zero of=/var/data/zeros bs=1k count=300'],
  [6, '/bin/sh -c #(nop) COPY file:d874 in /srv/a'],
] as const;

const layers: LayersTold = {
  images: {
    is: 'answered',
    answer: {
      images: courseMachine.containers.flatMap(({ engine, id, name }) => {
        const [, recorded] = Object.entries(RECORDED).find(([each]) => each === name) ?? [];
        const mounts = recorded === undefined ? [] : mountsInside(mountsOf(recorded), null);
        const made = (stackOf(mounts, 'docker')?.layers ?? []).map((digest, nth): Layer => {
          const [bytes = null, instruction = null] = MADE[nth] ?? [];
          return { digest, bytes, instruction, sharedWith: [] };
        });
        const image = {
          id: name,
          tags: [name],
          bytes: 1,
          layers: made,
          steps: null,
          unreadable: {},
        };
        return made.length === 0 ? [] : [{ ...image, engine, containers: [id] }];
      }),
      unreadable: {},
      about: null,
    },
  },
  written: new Map(
    courseMachine.containers.map((each) => {
      const row = { engine: each.engine, container: each.id, bytes: 12_288, unreadable: {} };
      return [containerKey(each), { is: 'answered', answer: row }];
    }),
  ),
};

const request: FigureRequest = {
  ...{ snapshot: courseMachine, insides, theme: 'dark', language: 'en', usage: null },
  viewState: { ...DEFAULT_VIEW_STATE, view: 'lens', lens: 'mnt' },
  ...{ size: { width: 1200, height: 720 }, timeZone: 'UTC' },
};

describe('the figure of mounts', () => {
  it.each([
    ['dark', 'en'],
    ['light', 'zh-CN'],
  ] as const)('%s %s is as it was', async (theme, language) => {
    const { svg } = drawFigure({ ...request, theme, language });
    await expect(svg).toMatchFileSnapshot(`golden/recorded-lens-mnt-${theme}.svg`);
  });

  it('has what made each layer and what was written, where that was told', async () => {
    const { svg } = drawFigure({ ...request, layers });
    await expect(svg).toMatchFileSnapshot('golden/recorded-lens-mnt-layers.svg');
  });

  it('has all its columns where they need more width than was asked for', () => {
    const { size, svg } = drawFigure({ ...request, size: { width: 480, height: 320 } });
    expect(size.width).toBeGreaterThan(480);
    expect(svg).toContain(`width="${size.width}"`);
  });
});
