import { describe, expect, it } from 'vitest';
import { fleetHostSchema, HUB_NAME } from './host-name';
import { hostPermissions, hubPermissions, NAME_IN_CREDENTIAL } from './permissions';
import { askSubject, inboxPrefix, liveSubject, summarySubject } from './subjects';

/** Does a subject without wildcards match, as NATS has it: `*` is one token, `>` all that are left? */
function matches(pattern: string, subject: string): boolean {
  const wanted = pattern.split('.');
  const tokens = subject.split('.');
  const rest = wanted.indexOf('>');
  if (rest >= 0 ? tokens.length <= rest : tokens.length !== wanted.length) return false;
  return wanted.every((token, at) => token === '*' || token === '>' || token === tokens[at]);
}

const allows = (patterns: readonly string[], subject: string) =>
  patterns.some((pattern) => matches(pattern, subject));

describe('what a machine’s credential may do', () => {
  it('is this and nothing else', () => {
    expect(hostPermissions('vm-07')).toEqual({
      publish: ['$KV.hosts.vm-07', 'nsview.v1.live.vm-07'],
      subscribe: ['nsview.v1.ask.vm-07', '_INBOX.vm-07.>'],
      responses: { most: 64, seconds: 60 },
    });
  });

  it.each([
    ['another’s summary', summarySubject('vm-08')],
    ['another’s deltas', liveSubject('vm-08')],
    ['a question to another', askSubject('vm-08')],
    ['a question to itself', askSubject('vm-07')],
    ['an answer to a hub that did not ask', `${inboxPrefix(HUB_NAME)}.x`],
    ['a longer name', summarySubject('vm-07x')],
    ['a name below its own', `${summarySubject('vm-07')}.x`],
    ['all of the bucket', '$KV.hosts'],
    ['another bucket', '$KV.other.vm-07'],
    ['what there is', '$JS.API.INFO'],
    ['the bucket’s content', '$JS.API.DIRECT.GET.KV_hosts.$KV.hosts.vm-07'],
    ['the end of the bucket', '$JS.API.STREAM.PURGE.KV_hosts'],
    ['the server itself', '$SYS.REQ.SERVER.PING'],
  ])('may not publish %s', (_, subject) => {
    expect(allows(hostPermissions('vm-07').publish, subject)).toBe(false);
  });

  it.each([
    ['another’s questions', askSubject('vm-08')],
    ['another’s inbox', `${inboxPrefix('vm-08')}.x.y`],
    ['a hub’s answers', `${inboxPrefix(HUB_NAME)}.x.y`],
    ['deltas', liveSubject('vm-08')],
    ['summaries', summarySubject('vm-07')],
  ])('may not hear %s', (_, subject) => {
    expect(allows(hostPermissions('vm-07').subscribe, subject)).toBe(false);
  });

  it('has the name as a whole token wherever it is: a server puts nothing in elsewhere', () => {
    const { publish, subscribe } = hostPermissions(NAME_IN_CREDENTIAL);
    for (const subject of [...publish, ...subscribe]) {
      expect(subject.split('.').filter((token) => token.includes('name()'))).toEqual([
        NAME_IN_CREDENTIAL,
      ]);
    }
  });

  it.each(['hub', 'local', 'a.b', '*', '>', 'a b', 'A', '', '-a', 'a'.repeat(64), '{{name()}}'])(
    'is made for no machine called %j',
    (name) => {
      expect(fleetHostSchema.safeParse(name).success).toBe(false);
    },
  );
});

describe('what a hub’s credential may do', () => {
  const { publish, subscribe, responses } = hubPermissions();

  it('is this and nothing else', () => {
    expect({ publish, subscribe, responses }).toEqual({
      publish: [
        'nsview.v1.ask.*',
        '$JS.API.STREAM.CREATE.KV_hosts',
        '$JS.API.STREAM.INFO.KV_hosts',
        '$JS.API.DIRECT.GET.KV_hosts.$KV.hosts.*',
      ],
      subscribe: ['$KV.hosts.*', 'nsview.v1.live.*', '_INBOX.hub.>'],
      responses: null,
    });
  });

  it.each([
    ['a summary', summarySubject('vm-07')],
    ['deltas', liveSubject('vm-07')],
    ['an answer to a machine', `${inboxPrefix('vm-07')}.x`],
    ['the end of the bucket', '$JS.API.STREAM.DELETE.KV_hosts'],
    ['another bucket', '$JS.API.STREAM.CREATE.KV_other'],
  ])('may not publish %s', (_, subject) => {
    expect(allows(publish, subject)).toBe(false);
  });

  it.each([
    ['questions', askSubject('vm-07')],
    ['a machine’s inbox', `${inboxPrefix('vm-07')}.x`],
  ])('may not hear %s', (_, subject) => {
    expect(allows(subscribe, subject)).toBe(false);
  });
});
