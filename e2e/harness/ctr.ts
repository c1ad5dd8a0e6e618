import { cpSync, mkdirSync, mkdtempSync, rmdirSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { mustRun } from './command';

/** containerd's command line, for one daemon; what it runs is gone when it is closed. */
export class Ctr {
  readonly #made: string[] = [];

  /** @param rootfs the files of every container */
  constructor(
    private readonly socket: string,
    private readonly rootfs: string,
    readonly namespace: string,
  ) {}

  /** A container of two processes that sleep. */
  async run(name: string, ...options: string[]): Promise<void> {
    const command = ['/bin/sh', '-c', '/bin/sleep 1d & exec /bin/sleep 1d'];
    await this.runOf(command, name, ...options);
  }

  async runOf(command: readonly string[], name: string, ...options: string[]): Promise<void> {
    this.#made.push(name);
    await this.do('run', '-d', ...options, '--rootfs', this.rootfs, name, ...command);
  }

  do(...words: string[]): Promise<string> {
    return mustRun('ctr', ['--address', this.socket, '--namespace', this.namespace, ...words]);
  }

  /** Of all its processes, as containerd lists them. */
  async pids(name: string): Promise<number[]> {
    const listed = await this.do('task', 'ps', name);
    return (listed.match(/^\d+/gm) ?? []).map(Number).sort((a, b) => a - b);
  }

  /** The number of its first process, as containerd lists it. */
  async leader(name: string): Promise<number> {
    const row = (await this.do('task', 'ls'))
      .split('\n')
      .find((line) => line.startsWith(`${name} `));
    return Number(/\s(\d+)\s/.exec(row ?? '')?.[1]);
  }

  async remove(name: string): Promise<void> {
    this.#made.splice(this.#made.indexOf(name), 1);
    await this.do('task', 'rm', '--force', name);
    await this.do('container', 'rm', name);
  }

  async removeAll(): Promise<void> {
    for (const name of [...this.#made]) await this.remove(name);
  }

  async close(): Promise<void> {
    await this.removeAll();
    await this.do('namespaces', 'rm', this.namespace);
    const left = await mustRun('find', ['/sys/fs/cgroup', '-name', this.namespace]);
    for (const folder of left.split('\n').filter(Boolean)) rmdirSync(folder);
    rmSync(this.rootfs, { recursive: true });
  }
}

/** @param socket where containerd listens @param namespace its own word for a set of containers */
export function makeCtr(socket: string, namespace: string): Ctr {
  const rootfs = mkdtempSync(join(tmpdir(), 'nsv-ctr-'));
  mkdirSync(join(rootfs, 'bin'));
  cpSync('/bin/busybox', join(rootfs, 'bin/busybox'));
  for (const name of ['sh', 'sleep']) symlinkSync('busybox', join(rootfs, 'bin', name));
  return new Ctr(socket, rootfs, namespace);
}
