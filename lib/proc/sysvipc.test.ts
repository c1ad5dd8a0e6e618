import { describe, expect, it } from 'vitest';
import { ProcParseError } from './parse-error';
import { parseQueues, parseSegments, parseSemaphores } from './sysvipc';

const SHM =
  '       key      shmid perms                  size  cpid  lpid nattch   uid   gid  cuid  cgid      atime      dtime      ctime                   rss                  swap\n';
const SEM =
  '       key      semid perms      nsems   uid   gid  cuid  cgid      otime      ctime\n';
const MSG =
  '       key      msqid perms      cbytes       qnum lspid lrpid   uid   gid  cuid  cgid      stime      rtime      ctime\n';

describe('sysvipc', () => {
  it('segments, by id; a key has no sign', () => {
    const rows =
      '        42          3   600                  4096  5356  5356      1  1000  1000     0     0 1795453838          0 1795453838                  4096                     0\n' +
      '-559038737          0  1666 18446744073709551 99999 99999    120     0     0     0     0          0          0 1795453838                     0                     0\n';
    expect(parseSegments(SHM + rows)).toEqual([
      {
        id: 0,
        key: '0xdeadbeef',
        ownerUid: 0,
        mode: '1666',
        bytes: 18446744073709552,
        attached: 120,
      },
      { id: 3, key: '0x0000002a', ownerUid: 1000, mode: '600', bytes: 4096, attached: 1 },
    ]);
  });
  it('semaphores', () => {
    const row =
      '         0          7   644          5     0     0     0     0          0 1795453838\n';
    expect(parseSemaphores(SEM + row)).toEqual([
      { id: 7, key: '0x00000000', ownerUid: 0, mode: '644', count: 5 },
    ]);
  });
  it('queues', () => {
    const row =
      '         1          2     0          11          1  5356     0     0     0     0     0 1795453838          0 1795453838\n';
    expect(parseQueues(MSG + row)).toEqual([
      { id: 2, key: '0x00000001', ownerUid: 0, mode: '0', messages: 1, bytes: 11 },
    ]);
  });
  it('none', () => {
    expect([parseSegments(SHM), parseSemaphores(SEM), parseQueues(MSG)]).toEqual([[], [], []]);
  });
  it.each([
    ['a column less', 'key shmid perms\n 1 2 600\n'],
    ['a row cut off', `${SHM}        42          3\n`],
    ['no number', `${SHM}        42     three   600 4096 1 1 1 0 0 0 0 0 0 0 0 0\n`],
  ])('%s: refused', (_, text) => {
    expect(() => parseSegments(text)).toThrow(ProcParseError);
  });
});
