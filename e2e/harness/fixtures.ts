import { test as base, type BrowserContext } from '@playwright/test';
import { type Dockerd, type DockerdOptions, startDockerd } from './dockerd';
import { makeUbuntu } from './images';
import { type Nsview, type NsviewOptions, startNsview } from './nsview';
import { makeOrdinaryProject, type OrdinaryProject } from './ordinary-project';
import { makeOrdinaryUser, type OrdinaryUser } from './ordinary-user';

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
      const dockerd = await startDockerd();
      await makeUbuntu(dockerd);
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
      const dockerd = await startDockerd({ usernsRemap: true });
      await makeUbuntu(dockerd);
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
  dockerd: async ({ sharedDockerd }, use) => {
    await use(sharedDockerd);
    await sharedDockerd.clear();
  },
  remapped: async ({ sharedRemapped }, use) => {
    await use(sharedRemapped);
    await sharedRemapped.dockerd.clear();
  },
  ownDockerd: async ({}, use) => {
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

export { expect } from '@playwright/test';
