import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { parseEvent } from './event';

const recorded = readFileSync(new URL('./fixtures/events.jsonl', import.meta.url), 'utf8')
  .trim()
  .split('\n');

test('the recorded events in their order, without the command line of the exec', () => {
  const events = recorded.map(parseEvent);
  expect(
    events.map((event) => (event === null || event === 'other' ? event : event.action)),
  ).toEqual([
    'exec_create',
    'exec_start',
    'exec_die',
    'create',
    'rename',
    'start',
    'die',
    'kill',
    'die',
    'destroy',
    'create',
    'start',
    'pause',
  ]);
  expect(JSON.stringify(events)).not.toContain('hunter2');
});

test.each<[string, string, ReturnType<typeof parseEvent>]>([
  ['an image event', '{"Type":"image","Action":"tag","Actor":{"ID":"sha256:1"}}', 'other'],
  ['no JSON', 'page not found', null],
  ['half a line', '{"Type":"container","Act', null],
  ['an empty line', '', null],
  ['no actor', '{"Type":"container","Action":"start"}', null],
  ['an actor without id', '{"Type":"container","Action":"start","Actor":{"ID":""}}', null],
  [
    'seconds only',
    '{"Type":"container","Action":"start","Actor":{"ID":"a"},"time":2}',
    { id: 'a', action: 'start', timeNano: 2e9 },
  ],
  [
    'no type, as old engines',
    '{"Action":"die","Actor":{"ID":"a"},"timeNano":5}',
    { id: 'a', action: 'die', timeNano: 5 },
  ],
])('%s', (_, line, expected) => {
  expect(parseEvent(line)).toEqual(expected);
});
