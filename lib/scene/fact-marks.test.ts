import { describe, expect, it } from 'vitest';
import { known, none, unknown } from '../layout/lens/fact-line';
import { messagesFor } from '../i18n/messages';
import { monoWidth } from '../layout/mono-text';
import { sansWidth } from '../layout/node-text';
import { factMarks } from './fact-marks';
import type { LensRole } from './lens-role';
import type { Mark } from './mark';

const messages = messagesFor('en');

function drawn(width: number, ...lines: Parameters<typeof factMarks>[0]['lines']) {
  return factMarks({ x: 10, y: 20, width, lines });
}

const childrenOf = (mark: Mark<LensRole> | undefined) =>
  mark?.kind === 'group' ? mark.children : [];
const textsOf = (mark: Mark<LensRole> | undefined) =>
  childrenOf(mark).flatMap((each) => (each.kind === 'text' ? [each] : []));

describe('lines of facts', () => {
  it('are found by what they tell, and what is not known by that as well', () => {
    const missing = unknown({ field: 'a', label: 'a', unreadable: { a: 'EIO' }, messages });
    const lines = drawn(200, missing, none('b', 'b', 'none'), known('c', 'c', ['1']));
    expect(lines.map(({ data }) => data)).toEqual([
      { fact: 'a', state: 'unknown', unreadable: 'a' },
      { fact: 'b', state: 'none', unreadable: null },
      { fact: 'c', state: 'known', unreadable: null },
    ]);
    const looks = lines.map((line) => textsOf(line).at(-1)?.is);
    expect(looks).toEqual([['unknown'], ['none'], ['known', 'mono']]);
  });

  it('begin what labels are about at one place, below each other', () => {
    const lines = drawn(300, known('a', 'short', ['x']), known('b', 'a longer label', ['y']));
    const [first, second] = lines.map((line) => textsOf(line).at(-1));
    expect(first?.x).toBe(second?.x);
    expect(second?.y).toBeGreaterThan((first?.y ?? 0) + 12);
  });

  it.each([500, 300, 220, 168, 120])('stay within %i pixels', (width) => {
    const id = 'a'.repeat(64);
    const lines = drawn(
      width,
      known('root', 'its / is', [`/docker/${id}`]),
      known('root', 'its / is', [`/${'容器'.repeat(10)}`, `/${'容器'.repeat(6)}`]),
      known(
        'segments',
        'System V',
        ['2 segments · 1 set of semaphores · 1 queue', '4 objects'],
        false,
      ),
      { ...known('shmMount', '/dev/shm', ['19M of 64M used', '19M of 64M'], false), used: 0.3 },
    );
    for (const line of lines) {
      for (const { x, text, size, is } of textsOf(line)) {
        const mono = is?.includes('mono') === true;
        const wide = mono ? monoWidth(text, size) : sansWidth(text, size);
        expect(x + wide, text).toBeLessThanOrEqual(10 + width + 0.001);
      }
    }
  });

  it('leave the label out before they cut what it is about, and take shorter words before that', () => {
    const text = (width: number, ...texts: string[]) =>
      textsOf(drawn(width, known('a', 'a label', texts, false))[0]).map((each) => each.text);
    expect(text(200, 'many words of it', 'few')).toEqual(['a label', 'many words of it']);
    expect(text(80, 'many words of it', 'few')).toEqual(['a label', 'few']);
    expect(text(80, 'words of it')).toEqual(['words of it']);
    expect(text(30, 'words of it')[0]).toContain('…');
  });

  it('show a share as a bar: nothing of it where nothing is used, something where anything is', () => {
    const bars = (used: number) =>
      childrenOf(drawn(300, { ...known('s', 's', ['x']), used })[0]).flatMap((each) =>
        each.kind === 'rect' ? [[each.role, each.width] as const] : [],
      );
    expect(bars(0)).toEqual([['bar', 40]]);
    expect(bars(0.5)).toEqual([
      ['bar', 40],
      ['barUsed', 20],
    ]);
    const [, least] = bars(0.0001);
    expect(least?.[1]).toBeGreaterThan(4);
  });
});
