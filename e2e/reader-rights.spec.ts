import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { snapshotOf } from './harness/api';
import { demand } from './harness/command';
import { expect, test } from './harness/fixtures';
import { until } from './harness/until';

test('the reader may read what root may, and write nothing', async ({ dockerd, ownNsview }) => {
  const nsview = await ownNsview({ docker: dockerd.endpoint, args: ['--reader', 'container'] });
  const reads = async () => (await snapshotOf(nsview)).host.reader === 'container';
  await until('the reader in a container reads', reads, 20_000, 100);
  const listed = await dockerd.cli('ps', '-q', '--filter', 'label=nsview.role=reader');
  const reader = demand(listed, 'docker ps').trim();
  const status = readFileSync(`/proc/${await dockerd.leader(reader)}/status`, 'utf8');
  const field = (name: string) => new RegExp(`^${name}:\\t(.*)$`, 'm').exec(status)?.[1];
  expect({ uid: field('Uid'), noNewPrivs: field('NoNewPrivs') }).toEqual({
    uid: '65534\t65534\t65534\t65534',
    noNewPrivs: '1',
  });
  // DAC_READ_SEARCH (2) and SYS_PTRACE (19), and nothing else that it could ever get.
  for (const set of ['CapEff', 'CapPrm', 'CapInh', 'CapBnd', 'CapAmb']) {
    expect(field(set), set).toBe('0000000000080004');
  }

  const folder = mkdtempSync(join(tmpdir(), 'nsv-written-'));
  writeFileSync(join(folder, 'secret'), 'root’s own', { mode: 0o600 });
  try {
    const script = `
      const { chmodSync, mkdirSync, readFileSync, rmSync, writeFileSync } = require('fs');
      const at = '/proc/${process.pid}/root${folder}/';
      const said = (act) => { try { return String(act()); } catch (error) { return error.code; } };
      console.log(JSON.stringify([
        () => readFileSync(at + 'secret', 'utf8'),
        () => writeFileSync(at + 'secret', 'x'),
        () => writeFileSync(at + 'new', 'x'),
        () => mkdirSync(at + 'folder'),
        () => rmSync(at + 'secret'),
        () => chmodSync(at + 'secret', 0o666),
      ].map(said)));`;
    // In its container, and started as it was: only the program is another.
    const entry = await dockerd.cli('inspect', '--format', '{{json .Config.Entrypoint}}', reader);
    const start = (JSON.parse(demand(entry, 'docker inspect')) as string[]).slice(0, -1);
    const done = await dockerd.cli('exec', reader, ...start, '-e', script);
    const [read, ...written] = JSON.parse(demand(done, 'docker exec')) as string[];
    expect(read).toBe('root’s own');
    expect(written).toEqual(['EACCES', 'EACCES', 'EACCES', 'EACCES', 'EPERM']);
  } finally {
    rmSync(folder, { recursive: true });
  }
});
