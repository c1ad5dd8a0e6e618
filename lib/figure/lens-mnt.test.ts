import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { Inside } from '../inside/inside';
import type { Insides } from '../inside/insides';
import { mountsInside } from '../inside/mnt';
import type { NamespaceId } from '../model/ids';
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

  it('has all its columns where they need more width than was asked for', () => {
    const { size, svg } = drawFigure({ ...request, size: { width: 480, height: 320 } });
    expect(size.width).toBeGreaterThan(480);
    expect(svg).toContain(`width="${size.width}"`);
  });
});
