import { describe, expect, it } from 'vitest';
import { arcSentence, nodeSentence } from '../facts/arc-sentence';
import { containerFacts } from '../facts/container';
import { messagesFor } from '../i18n/messages';
import { sampleSnapshot, type Sketch } from '../layout/fixtures/sample-snapshot';
import type { Container } from '../model/container';
import type { Snapshot } from '../model/snapshot';
import { sharingGraph } from './graph';
import { brokenJoins } from './joins';

/** Two containers, of which `web` was configured to share the network of `vpn`, which started later. */
function machine(web: Partial<Container> = {}, vpn: Partial<Container> = {}): Snapshot {
  const sketches: Sketch[] = [{ name: 'web' }, { name: 'vpn' }];
  const snapshot = sampleSnapshot(sketches);
  const donor = snapshot.containers[1]?.id ?? '';
  const changes = [{ joins: { net: `container:${donor}` }, ...web }, vpn];
  const containers = snapshot.containers.map((each, index) => ({ ...each, ...changes[index] }));
  return { ...snapshot, containers };
}

function brokenIn({ containers }: Snapshot) {
  const [web] = containers;
  if (web === undefined) throw new Error('there is a container');
  return brokenJoins(containers, web);
}

describe('a join that the kernel does not bear out', () => {
  const together = machine().containers[1]?.namespaces;
  it.each<[string, Snapshot, object[]]>([
    ['its donor was started again', machine(), [{ type: 'net', restarted: true }]],
    [
      'its donor is the older one',
      machine({ startedAt: '2026-02-01T00:00:00.000Z' }),
      [{ type: 'net', restarted: false }],
    ],
    ['its donor is named', machine({ joins: { net: 'container:vpn' } }), [{ type: 'net' }]],
    ['they are together', machine(together && { namespaces: together }), []],
    ['it asks for nothing', machine({ joins: {} }), []],
    ['it asks for the host', machine({ joins: { net: 'host' } }), []],
    ['its donor is gone', machine({ joins: { net: 'container:gone' } }), []],
    ['its donor is of another engine', machine({}, { engine: 'docker:unix:///other.sock' }), []],
    ['its donor could not be read', machine({}, { namespaces: unread() }), []],
    ['it has no process', machine({ namespaces: unread() }), []],
  ])('%s', (_name, snapshot, expected) => {
    expect(brokenIn(snapshot)).toMatchObject(expected);
    expect(brokenIn(snapshot)).toHaveLength(expected.length);
  });

  it.each([
    ['en', /; it is configured to share vpn’s, but vpn has another since its restart/],
    ['zh-CN', /；配置要求与 vpn 共享，但 vpn 重启后用的是另一个/],
  ] as const)('is said of the arc and of the ring: %s', (language, expected) => {
    const snapshot = machine();
    const [node] = sharingGraph(snapshot).nodes;
    if (node === undefined) throw new Error('there is a node');
    const messages = messagesFor(language);
    const { namespaces } = snapshot.host;
    expect(arcSentence(node, 'net', namespaces, messages)).toMatch(expected);
    expect(nodeSentence(node, namespaces, messages)).toMatch(expected);
    expect(arcSentence(node, 'pid', namespaces, messages)).not.toMatch(expected);
  });

  it('is a fact of its type', () => {
    const snapshot = machine();
    const [web, vpn] = snapshot.containers;
    if (web === undefined) throw new Error('there is a container');
    const facts = containerFacts(snapshot, web).namespaces;
    const broken = facts.filter((fact) => fact.broken !== null);
    expect(broken).toMatchObject([{ type: 'net', sharing: 'own', broken: { donor: vpn } }]);
  });
});

function unread(): Container['namespaces'] {
  const { namespaces } = sampleSnapshot([{ name: 'gone', state: 'exited' }]).containers[0] ?? {};
  if (namespaces === undefined) throw new Error('the sample has a container');
  return namespaces;
}
