import { test as base, type BrowserContext, type TestInfo } from '@playwright/test';
import { run } from './command';
import { startContainerdAsDocker } from './containerd-as-docker';
import { type Dockerd, type DockerdOptions, startDockerd } from './dockerd';
import { makeUbuntu } from './images';
import { type Nsview, type NsviewOptions, startNsview } from './nsview';
import { makeOrdinaryProject, type OrdinaryProject } from './ordinary-project';
import { makeOrdinaryUser, type OrdinaryUser } from './ordinary-user';
import { NoDocker } from './no-docker';
import { startPodmanAsDocker } from './podman-as-docker';
import { lacksDocker, lacksEngine, testedEngine } from './tested-engine';

interface TestFixtures {
  /** The shared daemon, without any containers, before and after the test. */
  dockerd: Dockerd;
  /** One that maps users, without any containers, before and after the test, and who watches it. */
  remapped: Watched;
  /** Starts one more daemon with an `ubuntu` image, closed after the test. */
  ownDockerd: (options?: DockerdOptions) => Promise<Dockerd>;
  /** Starts one more server, stopped after the test and after its pages. */
  ownNsview: (options: NsviewOptions) => Promise<Nsview>;
  /** Of the browser; a test in which some page logs an error or throws one fails. */
  context: BrowserContext;
}

/** A daemon with an `ubuntu` image, and a server that watches it. */
interface Watched {
  dockerd: Dockerd;
  nsview: Nsview;
}

/** The daemon that there is, with an `ubuntu` image. */
async function startTested(): Promise<Dockerd> {
  const engine = testedEngine();
  if (engine === 'none') return new NoDocker();
  if (engine === 'podman') return startPodmanAsDocker();
  if (engine === 'containerd') return startContainerdAsDocker();
  const dockerd = await startDockerd();
  await makeUbuntu(dockerd);
  return dockerd;
}

/** @param lacks null: it has what it needs */
function skipFor(testInfo: TestInfo, lacks: string | null): void {
  testInfo.skip(lacks !== null, lacks ?? '');
}

/** Somebody who is not root, as most are who run nsview. */
export interface Ordinary {
  user: OrdinaryUser;
  /** The project in a folder that nobody but this user may enter. */
  project: OrdinaryProject;
}

interface WorkerFixtures {
  sharedDockerd: Dockerd;
  /** A server that watches the shared daemon. */
  nsview: Nsview;
  /** Started by the first test that wants it. */
  sharedRemapped: Watched;
  ordinary: Ordinary;
}

/** Playwright's `test` on a real daemon with an `ubuntu` image, watched by a real server. */
export const test = base.extend<TestFixtures, WorkerFixtures>({
  sharedDockerd: [
    async ({}, use) => {
      const dockerd = await startTested();
      await use(dockerd);
      await dockerd.close();
    },
    { scope: 'worker', timeout: 90_000 },
  ],
  nsview: [
    async ({ sharedDockerd }, use) => {
      const nsview = await startNsview({ docker: sharedDockerd.endpoint });
      await use(nsview);
      await nsview.stop();
    },
    { scope: 'worker', timeout: 60_000 },
  ],
  sharedRemapped: [
    async ({}, use) => {
      // The tests of who asks for it are skipped without one, but not before it is there.
      const dockerd =
        lacksDocker() === null ? await startDockerd({ usernsRemap: true }) : new NoDocker();
      if (lacksDocker() === null) await makeUbuntu(dockerd);
      const nsview = await startNsview({ docker: dockerd.endpoint });
      await use({ dockerd, nsview });
      await nsview.stop();
      await dockerd.close();
    },
    { scope: 'worker', timeout: 90_000 },
  ],
  ordinary: [
    async ({}, use) => {
      const user = await makeOrdinaryUser();
      const project = await makeOrdinaryProject(user);
      await use({ user, project });
      await project.remove();
      await user.remove();
    },
    { scope: 'worker', timeout: 60_000 },
  ],
  dockerd: async ({ sharedDockerd }, use, testInfo) => {
    skipFor(testInfo, lacksEngine(testInfo.file));
    await use(sharedDockerd);
    await sharedDockerd.clear();
  },
  remapped: async ({ sharedRemapped }, use, testInfo) => {
    skipFor(testInfo, lacksDocker());
    await use(sharedRemapped);
    await sharedRemapped.dockerd.clear();
  },
  ownDockerd: async ({}, use, testInfo) => {
    skipFor(testInfo, lacksDocker());
    const started: Dockerd[] = [];
    await use(async (options) => {
      const dockerd = await startDockerd(options);
      started.push(dockerd);
      await makeUbuntu(dockerd);
      return dockerd;
    });
    for (const dockerd of started) await dockerd.close();
  },
  ownNsview: async ({}, use) => {
    const started: Nsview[] = [];
    await use(async (options) => {
      const nsview = await startNsview(options);
      started.push(nsview);
      return nsview;
    });
    for (const nsview of started) await nsview.stop();
  },
  // Set up after the servers, so closed before them: a page that loses its server logs errors.
  context: async ({ context, ownNsview: _servers }, use) => {
    const errors: string[] = [];
    context.on('weberror', (error) => errors.push(String(error.error())));
    context.on('console', (message) => {
      if (message.type() === 'error') errors.push(message.text());
    });
    await use(context);
    base.expect(errors, 'errors in the console of a page').toEqual([]);
  },
});

/** Skips what starts or asks a Docker by other ways than these fixtures: a test, or a file of them. */
export function needsDocker(): void {
  base.skip(lacksDocker() !== null, lacksDocker() ?? '');
}

/** Skips what runs programs that this machine has not. */
export async function needsInstalled(...programs: string[]): Promise<void> {
  const { code } = await run('which', programs);
  base.skip(code !== 0, `not installed: ${programs.join(' or ')}`);
}

export { expect } from '@playwright/test';
