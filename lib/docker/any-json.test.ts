import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, inject, it } from 'vitest';
import { readConfig } from '../config/read-config';
import { parsePodmanList } from '../podman/word';
import { parseContainer, parseContainerList } from './container';
import { parseEvent } from './event';
import { parseHistory, parseImage, parseWritten } from './image';
import { parseInfo } from './info';
import { parseVersion } from './version';

/* No answer of an engine, whatever is in it, makes a parser throw. */

const text = (name: string): string =>
  readFileSync(new URL(`./fixtures/${name}`, import.meta.url), 'utf8');

/** JSON as recorded, with something else in one place of it. */
function spoilt(json: unknown): fc.Arbitrary<unknown> {
  const paths = pathsIn(json);
  return fc
    .tuple(fc.constantFrom(...paths), fc.oneof(fc.jsonValue(), fc.constant(undefined)))
    .map(([path, value]) => replaced(json, path, value));
}

function pathsIn(json: unknown): string[][] {
  const inside =
    typeof json === 'object' && json !== null
      ? Object.entries(json).flatMap(([key, value]) => pathsIn(value).map((path) => [key, ...path]))
      : [];
  return [[], ...inside];
}

function replaced(json: unknown, [key, ...rest]: readonly string[], value: unknown): unknown {
  if (key === undefined) return value;
  if (Array.isArray(json)) {
    return json.map((item: unknown, at) =>
      String(at) === key ? replaced(item, rest, value) : item,
    );
  }
  const fields = Object.entries(typeof json === 'object' && json !== null ? json : {});
  return Object.fromEntries(
    fields.map(([name, old]) => [name, name === key ? replaced(old, rest, value) : old]),
  );
}

const PARSERS: [file: string, parse: (json: unknown) => unknown][] = [
  ['inspect-own.json', (json) => parseContainer('asked', json)],
  ['inspect-exited-host-network.json', (json) => parseContainer('asked', json)],
  ['inspect-own.json', readConfig],
  ['list.json', parseContainerList],
  ['list.json', parseHistory],
  ['inspect-own.json', parseImage],
  ['inspect-own.json', parseWritten],
  ['version.json', parseVersion],
  ['info.json', parseInfo],
  ['../../podman/fixtures/list.json', parsePodmanList],
];

describe('fault 18: any answer', () => {
  it.each(PARSERS)('like %s', (file, parse) => {
    fc.assert(
      fc.property(spoilt(JSON.parse(text(file))), (json) => {
        expect(parse(json)).not.toBeUndefined();
      }),
      { numRuns: inject('parserCases') },
    );
  });

  it('like an event', () => {
    const lines = text('events.jsonl').trim().split('\n');
    const odd = fc.constantFrom(...lines).chain((line) =>
      fc.oneof(
        spoilt(JSON.parse(line)).map((json) => JSON.stringify(json) ?? ''),
        fc.tuple(fc.nat(line.length), fc.string()).map(([at, more]) => line.slice(0, at) + more),
      ),
    );
    fc.assert(
      fc.property(odd, (line) => {
        expect(parseEvent(line)).not.toBeUndefined();
      }),
      { numRuns: inject('parserCases') },
    );
  });
});
