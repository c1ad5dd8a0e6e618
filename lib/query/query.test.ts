import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { namespaceId } from '../model/ids';
import { parseQuery } from './query';

describe('a query', () => {
  it.each([
    ['web', [{ kind: 'word', text: 'web' }]],
    [
      'Web API',
      [
        { kind: 'word', text: 'web' },
        { kind: 'word', text: 'api' },
      ],
    ],
    ['"sleep 1d"', [{ kind: 'word', text: 'sleep 1d' }]],
    ['"half open', [{ kind: 'word', text: 'half open' }]],
    ['4026532183', [{ kind: 'number', value: 4026532183 }]],
    ['pid:18', [{ kind: 'pid', value: 18 }]],
    ['pid:[4026532183]', [{ kind: 'namespace', id: namespaceId('pid', '4026532183') }]],
    ['net:4026532184', [{ kind: 'namespace', id: namespaceId('net', '4026532184') }]],
    ['image:Ubuntu', [{ kind: 'field', field: 'image', text: 'ubuntu' }]],
    ['nginx:1.27', [{ kind: 'word', text: 'nginx:1.27' }]],
    ['image:', []],
    ['shared', [{ kind: 'sharing', sharing: 'shared', types: [] }]],
    ['type:pid shared', [{ kind: 'sharing', sharing: 'shared', types: ['pid'] }]],
    ['host type:net,pid', [{ kind: 'sharing', sharing: 'host', types: ['pid', 'net'] }]],
    ['   ', []],
  ])('%s', (text, terms) => {
    expect(parseQuery(text)).toEqual({ terms, problems: [] });
  });

  it.each([
    ['type:disk shared', 'type:disk'],
    ['net:eth0', 'net:eth0'],
    ['state:asleep', 'state:asleep'],
    ['type:pid', 'type:pid'],
  ])('%s: tells what was not understood', (text, term) => {
    expect(parseQuery(text).problems).toMatchObject([{ term }]);
  });

  it('takes any text', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        const { terms, problems } = parseQuery(text);
        expect(terms.length + problems.length).toBeLessThanOrEqual(text.length + 1);
      }),
    );
  });
});
