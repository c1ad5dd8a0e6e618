import { jetstreamManager } from '@nats-io/jetstream';
import {
  AuthorizationError,
  connect,
  headers,
  type NatsConnection,
  type PublishOptions,
} from '@nats-io/transport-node';
import { askSubject, BUCKET_STREAM, liveSubject, summarySubject } from '@lib/fleet/subjects';
import { Bucket } from '../server/fleet/bucket';
import { certify } from '../server/fleet/certificates';
import { type LineError } from '../server/fleet/line';
import { newUserKey } from '../server/fleet/user-key';
import { expect, test } from './harness/fixtures';
import { Fleet, KINDS } from './harness/nats';
import {
  cutOff,
  heardBy,
  kept,
  notHeard,
  notPublished,
  onStatus,
  SOON,
  violationsOf,
} from './harness/nats-lines';
import { until } from './harness/until';

/* What credentials allow, and that a real server refuses all else; over TLS, whoever knows the keys. */

async function problemOf(line: Promise<NatsConnection>): Promise<LineError['problem'] | 'none'> {
  return line.then(
    () => 'none' as const,
    ({ problem }: LineError) => problem,
  );
}

for (const kind of KINDS) {
  test.describe(`with ${kind === 'keys' ? 'a list of keys' : 'signed credentials'}`, () => {
    let fleet: Fleet;
    let a: NatsConnection;
    let b: NatsConnection;
    let hub: NatsConnection;
    let bucket: Bucket;

    test.beforeAll(async () => {
      fleet = await Fleet.start(kind, ['vm-01', 'vm-02']);
    });
    test.afterAll(() => fleet.close());

    test.beforeEach(async () => {
      a = await fleet.line('vm-01');
      b = await fleet.line('vm-02');
      hub = await fleet.line(null);
      bucket = await Bucket.open(hub);
      b.publish(summarySubject('vm-02'), 'of the second');
      await until(
        'there is a summary of the second',
        async () => (await kept(bucket))['vm-02'] === 'of the second',
        SOON,
      );
    });
    test.afterEach(() => fleet.hangUp());

    /** Waits until all is done that the first machine has sent so far. */
    async function settled(mark: string): Promise<void> {
      a.publish(summarySubject('vm-01'), mark);
      await until(mark, async () => (await kept(bucket))['vm-01'] === mark, SOON);
      await hub.flush();
    }

    test('a machine puts its summary, and every hub reads it', async () => {
      const other = await fleet.line(null);
      const heard = await heardBy(other, summarySubject('*'));
      a.publish(summarySubject('vm-01'), 'of the first');
      await until('the other hub hears it', () => heard.length > 0, SOON);
      const [first] = heard;
      expect([first?.subject, first?.string()]).toEqual(['$KV.hosts.vm-01', 'of the first']);
      const both = { 'vm-01': 'of the first', 'vm-02': 'of the second' };
      expect(await kept(await Bucket.open(other))).toEqual(both);
      a.publish(summarySubject('vm-01'), 'as it is now');
      const now = { ...both, 'vm-01': 'as it is now' };
      await expect.poll(() => kept(bucket)).toEqual(now);
    });

    test('the bucket forgets in a minute, and holds little', async () => {
      const manager = await jetstreamManager(hub, { checkAPI: false });
      const { config } = await manager.streams.info(BUCKET_STREAM);
      expect(config).toMatchObject({
        max_age: 60_000_000_000,
        max_bytes: 2 * 1024 * 1024,
        max_msgs_per_subject: 1,
        storage: 'file',
      });
      a.publish(summarySubject('vm-01'), 'x'.repeat(5000));
      await settled('too large a one was not taken');
    });

    test('a hub asks a machine, and gets its answer in as many messages as it has', async () => {
      a.subscribe(askSubject('vm-01'), {
        callback: (_, message) => {
          for (const part of ['one', 'two', 'three'])
            message.respond(`${message.string()} ${part}`);
        },
      });
      await a.flush();
      const heard = await heardBy(hub, '_INBOX.hub.parts');
      hub.publish(askSubject('vm-01'), 'part', { reply: '_INBOX.hub.parts' });
      await until('all has come', () => heard.length === 3, SOON);
      const texts = heard.map((message) => message.string());
      expect(texts).toEqual(['part one', 'part two', 'part three']);
    });

    test('a machine tells all hubs at once', async () => {
      const other = await fleet.line(null);
      const heard = [
        await heardBy(hub, liveSubject('*')),
        await heardBy(other, liveSubject('*')),
        await heardBy(hub, liveSubject('vm-02')),
      ];
      a.publish(liveSubject('vm-01'), 'a delta');
      await until('one hears it', () => heard[0]?.length === 1, SOON);
      await until('the other hears it', () => heard[1]?.length === 1, SOON);
      const told = heard.map((messages) => messages.map(({ subject }) => subject));
      expect(told).toEqual([['nsview.v1.live.vm-01'], ['nsview.v1.live.vm-01'], []]);
    });

    test('who does not run is told of at once', async () => {
      await expect(hub.request(askSubject('vm-02'), 'x', { timeout: SOON })).rejects.toThrow(
        /no responders/,
      );
    });

    test.describe('a machine', () => {
      test('is refused to publish anything but its own', async () => {
        const subjects = [
          // Of another, and of a hub.
          ...['$KV.hosts.vm-02', 'nsview.v1.live.vm-02', 'nsview.v1.ask.vm-02'],
          ...['_INBOX.vm-02.x.1', '_INBOX.hub.x.1'],
          // To itself, and beside its own.
          ...['nsview.v1.ask.vm-01', '$KV.hosts.hub', '$KV.hosts.vm-01.x', '$KV.mine.vm-01'],
          // All that the bucket can be asked.
          ...['$JS.API.INFO', '$JS.API.STREAM.INFO.KV_hosts', '$JS.API.STREAM.NAMES'],
          '$JS.API.DIRECT.GET.KV_hosts.$KV.hosts.vm-01',
          '$JS.API.DIRECT.GET.KV_hosts.$KV.hosts.vm-02',
          ...['$JS.API.STREAM.MSG.GET.KV_hosts', '$JS.API.STREAM.MSG.DELETE.KV_hosts'],
          ...['$JS.API.STREAM.PURGE.KV_hosts', '$JS.API.STREAM.DELETE.KV_hosts'],
          ...['$JS.API.STREAM.UPDATE.KV_hosts', '$JS.API.STREAM.CREATE.KV_mine'],
          ...['$JS.API.CONSUMER.CREATE.KV_hosts', '$JS.API.CONSUMER.DURABLE.CREATE.KV_hosts.mine'],
          // The server, and whatever there may be.
          ...['$SYS.REQ.SERVER.PING', 'anything'],
        ];
        expect(await notPublished(a, subjects)).toEqual(subjects);
        await settled('after all that');
        expect(await kept(bucket)).toEqual({
          'vm-01': 'after all that',
          'vm-02': 'of the second',
        });
      });

      test('is refused to hear anything but what is for itself', async () => {
        const subjects = [
          ...['nsview.v1.ask.vm-02', 'nsview.v1.ask.*', 'nsview.v1.live.vm-02', 'nsview.v1.>'],
          ...['$KV.hosts.vm-02', '$KV.hosts.*', '$KV.>'],
          ...['_INBOX.vm-02.>', '_INBOX.hub.>', '_INBOX.>', '_INBOX.*.x'],
          ...['$JS.API.>', '$JS.EVENT.ADVISORY.>', '$SYS.>', '>', '*.*'],
        ];
        expect(await notHeard(a, subjects)).toEqual(subjects);
      });

      test('is refused to take others’ questions in turn with them', async () => {
        const subjects = ['nsview.v1.ask.vm-02', 'nsview.v1.ask.*'];
        expect(await notHeard(a, subjects, { queue: 'any' })).toEqual(subjects);
      });

      test('is refused to answer without an end', async () => {
        const told = violationsOf(a);
        a.subscribe(askSubject('vm-01'), {
          callback: (_, message) => {
            for (let part = 0; part < 100; part += 1) message.respond('x');
          },
        });
        await a.flush();
        const heard = await heardBy(hub, '_INBOX.hub.many');
        hub.publish(askSubject('vm-01'), 'x', { reply: '_INBOX.hub.many' });
        await until('it is told so', () => told.length > 0, SOON);
        await a.flush();
        await hub.flush();
        expect(heard).toHaveLength(64);
      });

      const rollup = headers();
      rollup.set('Nats-Rollup', 'all');
      const BACK_DOORS: [name: string, options: PublishOptions][] = [
        ['an acknowledgement to be written as another’s summary', { reply: '$KV.hosts.vm-02' }],
        ['an acknowledgement to be asked of another', { reply: 'nsview.v1.ask.vm-02' }],
        ['an acknowledgement to purge', { reply: '$JS.API.STREAM.PURGE.KV_hosts' }],
        ['all that came before to be removed', { headers: rollup }],
      ];
      for (const [name, options] of BACK_DOORS) {
        test(`with its summary wants ${name}, and nothing comes of that`, async () => {
          const asked = await heardBy(b, askSubject('vm-02'));
          a.publish(summarySubject('vm-01'), 'x', options);
          await settled('after all that');
          await b.flush();
          expect(asked).toEqual([]);
          expect(await kept(bucket)).toEqual({
            'vm-01': 'after all that',
            'vm-02': 'of the second',
          });
        });
      }

      test('gets nothing by another name in its file', async () => {
        const credentials = { ...fleet.credentials('vm-01'), host: 'vm-02' };
        const line = await fleet.line(credentials);
        expect(await notPublished(line, [summarySubject('vm-02')])).toHaveLength(1);
        expect(await notHeard(line, [askSubject('vm-02')])).toHaveLength(1);
      });
    });

    test.describe('a hub', () => {
      test('is refused to speak for machines, and to do more with the bucket than it needs', async () => {
        const published = [
          ...['$KV.hosts.vm-01', 'nsview.v1.live.vm-01', '_INBOX.vm-01.x'],
          ...['$JS.API.STREAM.PURGE.KV_hosts', '$JS.API.STREAM.DELETE.KV_hosts'],
          ...['$JS.API.STREAM.CREATE.KV_other', '$JS.API.CONSUMER.CREATE.KV_hosts'],
          '$SYS.REQ.SERVER.PING',
        ];
        expect(await notPublished(hub, published)).toEqual(published);
        const heard = ['nsview.v1.ask.vm-01', '_INBOX.vm-01.>', '>'];
        expect(await notHeard(hub, heard)).toEqual(heard);
      });

      test('is refused to answer a machine, which has nothing to ask', async () => {
        const told = violationsOf(hub);
        hub.subscribe(liveSubject('*'), {
          callback: (_, message) => {
            message.respond('x');
          },
        });
        await hub.flush();
        a.publish(liveSubject('vm-01'), 'x', { reply: '_INBOX.vm-01.x' });
        await until('it is told so', () => told.length > 0, SOON);
        expect(told.map(({ subject }) => subject)).toEqual(['_INBOX.vm-01.x']);
      });
    });

    test.describe('nobody else', () => {
      test('connects: who has no credentials', async () => {
        const authority = fleet.credentials(null).authority ?? '';
        const anonymous = connect({ servers: fleet.url, tls: { ca: authority }, timeout: SOON });
        await expect(anonymous).rejects.toThrow(AuthorizationError);
      });

      test('connects: a key that nobody made', async () => {
        const { seed } = newUserKey();
        expect(await problemOf(fleet.line({ ...fleet.credentials('vm-01'), seed }))).toBe(
          'refused',
        );
      });

      test('connects: a key that nobody signed for', async () => {
        const { seed } = newUserKey();
        const unsigned = { ...fleet.credentials('vm-01'), seed, jwt: null };
        expect(await problemOf(fleet.line(unsigned))).toBe('refused');
      });

      if (kind === 'signing') {
        test('connects: who has changed the name that was signed', async () => {
          const credentials = fleet.credentials('vm-01');
          const [head = '', claims = '', signature = ''] = (credentials.jwt ?? '').split('.');
          const text = Buffer.from(claims, 'base64url').toString().replace('"vm-01"', '"vm-02"');
          const jwt = [head, Buffer.from(text).toString('base64url'), signature].join('.');
          expect(await problemOf(fleet.line({ ...credentials, jwt }))).toBe('refused');
        });
      }

      test('is taken for the server: one of another authority', async () => {
        const other = await certify(['127.0.0.1'], Date.now());
        const credentials = fleet.credentials('vm-01');
        const wrong = { ...credentials, authority: other.authority.certificate };
        expect(await problemOf(fleet.line(wrong))).toBe('authority');
        expect(await problemOf(fleet.line({ ...credentials, authority: null }))).toBe('authority');
      });

      test('is taken for the server: one at an address that it has no certificate for', async () => {
        const there = `tls://127.0.0.2:${fleet.port}`;
        expect(await problemOf(fleet.line('vm-01', there))).toBe('name');
        expect(await problemOf(fleet.line('vm-01', `tls://localhost:${fleet.port}`))).toBe('none');
      });
    });

    test('lines come back by themselves, and the bucket has what it had', async () => {
      await fleet.stopServer();
      await fleet.startServer();
      const there = await until(
        'a hub reads the bucket again',
        () => kept(bucket).catch(() => undefined),
        SOON,
      );
      expect(there['vm-02']).toBe('of the second');
      await settled('after the cut');
    });

    test('who is added connects while the server runs, and nobody is cut off', async () => {
      const cut = cutOff({ 'vm-01': a, 'vm-02': b, hub });
      await fleet.command('add', 'vm-03');
      const line = await until(
        'the third connects',
        () => fleet.line('vm-03').catch(() => undefined),
        SOON,
      );
      line.publish(summarySubject('vm-03'), 'of the third');
      await until('it is read', async () => (await kept(bucket))['vm-03'] === 'of the third', SOON);
      await settled('the others are still there');
      expect([...cut]).toEqual([]);
    });

    test('who is revoked is cut off, and does not come back; the others stay', async () => {
      await fleet.command('add', 'vm-04');
      const line = await until(
        'the fourth connects',
        () => fleet.line('vm-04').catch(() => undefined),
        SOON,
      );
      const credentials = fleet.credentials('vm-04');
      const cut = cutOff({ 'vm-04': line, 'vm-02': b, hub });
      let refused = 0;
      onStatus(line, (status) => {
        if (status.type === 'error' && status.error instanceof AuthorizationError) refused += 1;
      });
      await fleet.command('revoke', 'vm-04');
      await until('it is cut off', () => cut.has('vm-04'), SOON);
      await until('it is refused again and again', () => refused > 2, SOON);
      expect(await problemOf(fleet.line(credentials))).toBe('refused');
      await settled('the others are still there');
      expect([...cut]).toEqual(['vm-04']);
    });
  });
}

test('a bucket that was made in the usual way is not used', async () => {
  const fleet = await Fleet.start('keys', ['vm-01']);
  try {
    const line = await fleet.line(null);
    const manager = await jetstreamManager(line, { checkAPI: false });
    const usual = { allow_rollup_hdrs: true, deny_delete: true, max_msgs_per_subject: 1 };
    await manager.streams.add({ name: BUCKET_STREAM, subjects: [summarySubject('>')], ...usual });
    await expect(Bucket.open(line)).rejects.toMatchObject({ problem: 'bucket' });
  } finally {
    await fleet.close();
  }
});
