import type { Outcome } from './command';
import type { Dockerd } from './dockerd';

/** Stands where tests have a Docker, on a machine without: nobody listens there, and nothing can be asked of it. */
export class NoDocker implements Dockerd {
  constructor(readonly endpoint = 'unix:///run/nsview-tests-without-docker.sock') {}

  get socket(): string {
    return this.endpoint.replace('unix://', '');
  }

  get containerd(): string {
    return refuse();
  }

  get pid(): number {
    return refuse();
  }

  start(): Promise<void> {
    return refuse();
  }

  ping(): Promise<boolean> {
    return Promise.resolve(false);
  }

  cli(..._args: string[]): Promise<Outcome> {
    return refuse();
  }

  type(_line: string): Promise<Outcome> {
    return refuse();
  }

  run(..._args: string[]): Promise<string> {
    return refuse();
  }

  leader(_container: string): Promise<number> {
    return refuse();
  }

  waysOut(): Promise<string[]> {
    return refuse();
  }

  clear(): Promise<void> {
    return Promise.resolve();
  }

  pause(): void {
    refuse();
  }

  resume(): void {
    refuse();
  }

  stop(): Promise<void> {
    return Promise.resolve();
  }

  log(): string {
    return '';
  }

  close(): Promise<void> {
    return Promise.resolve();
  }
}

function refuse(): never {
  throw new Error('a test that needs this is made for Docker: see tested-engine.ts');
}
