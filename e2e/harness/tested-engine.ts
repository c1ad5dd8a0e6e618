/** The engine that tests run on which need one: a Docker, or what there is instead on a machine without. */
export type TestedEngine = 'docker' | 'podman' | 'none';

/** @throws where the environment asks for one that there is not */
export function testedEngine(): TestedEngine {
  const asked = process.env.NSVIEW_TEST_ENGINE ?? 'docker';
  if (asked === 'docker' || asked === 'podman' || asked === 'none') return asked;
  throw new Error(`NSVIEW_TEST_ENGINE is ${asked}: docker, podman or none`);
}

/** Why a test is skipped that is made for a Docker; null where there is one. */
export function lacksDocker(): string | null {
  return testedEngine() === 'docker'
    ? null
    : 'needs a Docker daemon: NSVIEW_TEST_ENGINE says otherwise';
}

/** The files of those that say nothing of Docker alone, and run on Podman by Docker's API as well. */
const ON_PODMAN: readonly string[] = ['matrix', 'process', 'sharing'];

/** Why a test of this file is skipped that needs an engine; null: it can run. */
export function lacksEngine(file: string): string | null {
  if (testedEngine() !== 'podman') return lacksDocker();
  const isMade = ON_PODMAN.some((name) => file.endsWith(`/${name}.spec.ts`));
  return isMade ? null : 'is made for Docker: see docs/testing.md';
}
