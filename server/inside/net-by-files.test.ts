import { execFileSync } from 'node:child_process';
import { afterAll, afterEach, describe, expect, it } from 'vitest';
import { z } from 'zod';
import * as zm from 'zod/mini';
import { netInsideSchema, type NetInside as WithDns } from '@lib/inside/net';
import { createEnter } from '../enter/enter';
import type { Door } from '../enter/visit';
import { ProcRoot } from '../proc/read';
import { builtProgram } from '../proc/testing/built';
import { readNet } from './net';
import { endAll, listeningIn, namespaceOf, oneOfEach } from './testing/places';

/* What is told of a network by files, against what is told in it. */

type NetInside = Omit<WithDns, 'dns'>;

const isRoot = process.getuid?.() === 0;
const READER = builtProgram('read-net');

const proc = new ProcRoot('/proc');
const enter = createEnter('/proc');
afterEach(endAll);
afterAll(() => enter.close());

const doorOf = (pid: number): Door => ({ pid, namespace: namespaceOf(pid, 'net') });
const read = (pid: number, pids = [pid]) =>
  readNet(enter, proc, { ...doorOf(pid), pids, others: [] });

/** What is read without the right to enter. */
function readUnentered(pid: number, pids: number[]): NetInside & { unreadable: object } {
  const place = JSON.stringify({ ...doorOf(pid), pids, others: [] });
  const program = [process.execPath, READER, place];
  const said = execFileSync('setpriv', ['--bounding-set=-sys_admin', ...program]);
  const schema = z.intersection(
    zm.omit(netInsideSchema, { dns: true }),
    z.object({ unreadable: z.looseObject({}) }),
  );
  return schema.parse(JSON.parse(said.toString()));
}

describe.skipIf(!isRoot)(
  'a network that may not be entered (needs root, to give up rights)',
  () => {
    const EPERM_EACH = [
      ...['devices.kind', 'devices.state', 'devices.enabled', 'devices.mtu', 'devices.mac'],
      ...['devices.addresses', 'devices.master', 'devices.parent', 'devices.parentNamespace'],
      ...['devices.peer', 'devices.index', 'routes', 'rules', 'forwarding.v6'],
      ...['listening.device', 'listening.v6Only', 'firewall'],
    ];
    const reasons = (reason: string) =>
      Object.fromEntries(EPERM_EACH.map((field) => [field, reason]));

    it('without SYS_ADMIN: what files tell, and of each other fact the reason', async () => {
      const { near } = await oneOfEach();
      const server = await listeningIn(near);
      const entered = await read(near, [server]);
      const inside = readUnentered(near, [near, server]);

      expect(inside.unreadable).toEqual(reasons('EPERM'));
      expect(inside).toMatchObject({
        routes: null,
        rules: null,
        forwarding: { v4: false, v6: null },
      });
      const names = (told: NetInside) => told.devices?.map(({ name }) => name).sort();
      expect(names(inside)).toEqual(names(entered));
      // Those of IPv6 with their devices; those of IPv4 without device and length.
      const addresses = entered.devices?.flatMap((each) => each.addresses) ?? [];
      const six = addresses.filter((each) => each.includes(':'));
      expect(six.length).toBeGreaterThan(2);
      expect(inside.devices?.flatMap((each) => each.addresses).sort()).toEqual(six.sort());
      const four = addresses.filter((each) => !each.includes(':'));
      expect([...inside.looseAddresses].sort()).toEqual(
        four.map((each) => each.replace(/\/.*/, '')).sort(),
      );
      const numbers = new Map(entered.devices?.map(({ name, index }) => [name, index]));
      const known = inside.devices?.filter(({ index }) => index !== null) ?? [];
      expect(known.length).toBeGreaterThan(3);
      for (const { name, index } of known) expect(index).toBe(numbers.get(name));

      const bare = (told: NetInside) =>
        told.listening?.map((each) => ({ ...each, device: null, v6Only: null }));
      expect(bare(inside)).toEqual(bare(entered));
      expect(inside.listening).toHaveLength(5);
    });

    it('as an ordinary user: whose the sockets are is not known', async () => {
      const { near } = await oneOfEach();
      const server = await listeningIn(near);
      // So that the thread is there: nobody may not be let into the folder that it starts from.
      await read(near);
      const place = { ...doorOf(near), pids: [near, server], others: [] };
      process.seteuid?.('nobody');
      const inside = await readNet(enter, proc, place).finally(() => process.seteuid?.(0));
      expect(inside.unreadable).toEqual({ ...reasons('EACCES'), 'listening.outside': 'EACCES' });
      expect(inside.devices).toHaveLength(7);
      expect(inside.listening?.map(({ pids, outside }) => [pids, outside])).toEqual(
        Array.from({ length: 5 }, () => [[], null]),
      );
    });
  },
);
