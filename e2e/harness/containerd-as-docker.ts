import { test } from '@playwright/test';
import type { Outcome } from './command';
import { type Containerd, startContainerd } from './containerd';
import { type Ctr, makeCtr } from './ctr';
import { runWords } from './ctr-run-words';
import { NoDocker } from './no-docker';

const DONE: Outcome = { code: 0, stdout: '', stderr: '' };

/**
 * A containerd where tests have a Docker: nsview asks it by its own API, and `ctr` does the little of `docker` that it
 * can. A test that wants more of it is skipped there and then, and says what is lacking.
 */
class ContainerdAsDocker extends NoDocker {
  constructor(
    private readonly daemon: Containerd,
    private readonly ctr: Ctr,
  ) {
    super(`containerd://${daemon.socket}`);
  }

  override get socket(): string {
    return this.daemon.socket;
  }

  override get containerd(): string {
    return this.daemon.socket;
  }

  override start(): Promise<void> {
    return this.daemon.start();
  }

  override stop(): Promise<void> {
    return this.daemon.stop();
  }

  override leader(name: string): Promise<number> {
    return this.ctr.leader(name);
  }

  override async run(...words: string[]): Promise<string> {
    const { name, options, command } = await runWords(words, (donor) => this.leader(donor), lack);
    await this.ctr.runOf(command, name, ...options);
    return name;
  }

  override async cli(verb = '', ...words: string[]): Promise<Outcome> {
    const names = words.filter((word) => !word.startsWith('-'));
    if (verb === 'run') await this.run(...words);
    else if (verb === 'rm') for (const name of names) await this.ctr.remove(name);
    else if (verb === 'pause') for (const name of names) await this.ctr.do('task', 'pause', name);
    else if (verb === 'unpause')
      for (const name of names) await this.ctr.do('task', 'resume', name);
    else lack(`docker ${verb}`);
    return DONE;
  }

  override type(line: string): Promise<Outcome> {
    return lack(line);
  }

  override clear(): Promise<void> {
    return this.ctr.removeAll();
  }

  override log(): string {
    return this.daemon.log();
  }

  override async close(): Promise<void> {
    await this.ctr.close();
    await this.daemon.close();
  }
}

/** Ends a test that wants of a container what containerd's own client has no word for: docs/testing.md. */
function lack(what: string): never {
  test.skip(true, `containerd alone: ctr does nothing like ${what}`);
  throw new Error('a test that is skipped goes on');
}

/** Start one with its command line, and wait until it answers. The caller closes it. */
export async function startContainerdAsDocker(): Promise<ContainerdAsDocker> {
  const daemon = await startContainerd();
  return new ContainerdAsDocker(daemon, makeCtr(daemon.socket, 'nsv-tests'));
}
