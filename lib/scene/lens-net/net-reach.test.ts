import { expect, it } from 'vitest';
import { HOST_NET, netMachine } from '../../layout/lens-net/fixtures/net-machine';
import { draw, flat, keysOf, marksOf, TWO } from './fixtures/net-picture';

const { snapshot, insides } = netMachine(TWO);
const netOf = (container: string) =>
  snapshot.containers.find(({ name }) => name === container)?.namespaces.net ?? HOST_NET;
const [webNet, c1Net, c2Net] = [netOf('web'), netOf('c1'), netOf('c2')];
const hop = (where: typeof HOST_NET) => ({
  where,
  back: false,
  says: { code: 'dropped' as const },
});
const sends = hop(webNet);

it.each([
  ['in the first box', 'c1', [sends], webNet, [true, true, true]],
  ['on the rail', 'c1', [sends, hop(HOST_NET)], null, [false, true, false]],
  ['in the second box', 'c1', [sends, hop(HOST_NET), hop(c1Net)], c1Net, [false, false, false]],
  ['in the first of two rails', 'c2', [sends], webNet, [true, true, true, true]],
  ['between rails', 'c2', [sends, hop(HOST_NET)], null, [false, true, false, true]],
  [
    'in the second of two rails',
    'c2',
    [sends, hop(HOST_NET), hop(c2Net)],
    c2Net,
    [false, false, false, false],
  ],
] as const)('bars the way where it ends: %s', (_, other, hops, box, untaken) => {
  const asked = {
    is: 'answered' as const,
    answer: { verdict: 'no' as const, hops: [...hops], changes: [] },
  };
  const by = { protocol: 'tcp' as const, port: 80 };
  const reaches = [{ from: 'web', to: other, by, asked }];
  const selected = draw(snapshot, insides, keysOf(snapshot, 'web', other), { reaches });
  const signs = marksOf(selected).flatMap((mark) =>
    mark.role === 'barrier' && mark.kind === 'circle' ? [{ x: mark.cx, y: mark.cy }] : [],
  );
  expect(signs).toHaveLength(1);
  const begins = marksOf(selected).flatMap((mark) => {
    if (mark.kind !== 'group' || mark.data?.wire === undefined) return [];
    const start = mark.children.find(({ role }) => role === 'device');
    if (start?.kind !== 'circle') return [];
    return [{ of: String(mark.data.from).split(' ')[0], x: start.cx, y: start.cy }];
  });
  expect(begins.filter(({ x, y }) => x === signs[0]?.x && y === signs[0]?.y)).toEqual(
    box === null ? [] : [expect.objectContaining({ of: box })],
  );
  const drawn = marksOf(selected).filter(
    ({ role, is }) => role === 'meeting' || (role === 'wire' && is?.includes('lit') === true),
  );
  expect(drawn.map(({ is }) => is?.includes('untaken'))).toEqual(untaken);
});

it.each([
  ['on the page, each way in a line with why', false, ['web c1', 'c1 web'], 1],
  ['from the back row, the first way with why below it', true, ['web c1'], 2],
])('says %s', (_, brief, ways, lines) => {
  const asked = {
    is: 'answered' as const,
    answer: { verdict: 'no' as const, hops: [sends], changes: [] },
  };
  const by = { protocol: 'tcp' as const, port: 80 };
  const reaches = ['web c1', 'c1 web'].map((way) => {
    const [from = '', to = ''] = way.split(' ');
    return { from, to, by, asked };
  });
  const chosen = keysOf(snapshot, 'web', 'c1');
  const { parts } = draw(snapshot, insides, chosen, { reaches, brief });
  const said = parts.find(({ key }) => key === 'reach')?.things ?? [];
  expect(said.map(({ key }) => key)).toEqual(ways.map((way) => `reach ${way}`));
  for (const { drawing, sentence } of said) {
    const texts = flat([drawing]).flatMap((mark) => (mark.kind === 'text' ? [mark.y] : []));
    expect(new Set(texts).size).toBe(lines);
    expect(sentence).toContain('web');
  }
});
