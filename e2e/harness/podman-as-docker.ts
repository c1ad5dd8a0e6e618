import type { Outcome } from './command';
import { NoDocker } from './no-docker';
import { makePodman, type Podman } from './podman';
import { until } from './until';

const GONE_WITHIN = 30_000;

/** A Podman where tests have a Docker: nsview asks it by Docker's API, and `podman` stands for `docker`. */
class PodmanAsDocker extends NoDocker {
  constructor(private readonly podman: Podman) {
    super(podman.endpoint);
  }

  override start(): Promise<void> {
    return this.podman.serve();
  }

  override async ping(): Promise<boolean> {
    return (await this.podman.cli('--url', this.endpoint, 'version')).code === 0;
  }

  override cli(...args: string[]): Promise<Outcome> {
    return this.podman.cli(...args);
  }

  override type(line: string): Promise<Outcome> {
    return this.podman.type(line);
  }

  override run(...args: string[]): Promise<string> {
    return this.podman.do('run', '-d', ...args);
  }

  override leader(container: string): Promise<number> {
    return this.podman.leader(container);
  }

  override async clear(): Promise<void> {
    const force = ['--force', '--all', '--time', '0'];
    await this.podman.do('pod', 'rm', ...force);
    // One whose namespaces another has can go after that alone: it refuses, and goes the next time.
    await until(
      'its containers are gone',
      async () => {
        await this.podman.cli('rm', ...force);
        return (await this.podman.do('ps', '--all', '--quiet')) === '';
      },
      GONE_WITHIN,
    );
  }

  override stop(): Promise<void> {
    return this.podman.stop();
  }

  override log(): string {
    return this.podman.log();
  }

  override close(): Promise<void> {
    return this.podman.close();
  }
}

/** Start one with an image, and wait until it answers. The caller closes it. */
export async function startPodmanAsDocker(): Promise<PodmanAsDocker> {
  const podman = await makePodman();
  try {
    await podman.serve();
  } catch (error) {
    await podman.close();
    throw error;
  }
  return new PodmanAsDocker(podman);
}
