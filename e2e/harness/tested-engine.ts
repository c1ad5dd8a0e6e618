const ENGINES = ['docker', 'podman', 'containerd', 'none'] as const;

/** The engine that tests run on which need one: a Docker, or what there is instead on a machine without. */
export type TestedEngine = (typeof ENGINES)[number];

/** @throws where the environment asks for one that there is not */
export function testedEngine(): TestedEngine {
  const asked = process.env.NSVIEW_TEST_ENGINE ?? 'docker';
  const engine = ENGINES.find((each) => each === asked);
  if (engine !== undefined) return engine;
  throw new Error(`NSVIEW_TEST_ENGINE is ${asked}: expected one of ${ENGINES.join(', ')}`);
}

/** Why a test is skipped that is made for a Docker; null where there is one. */
export function lacksDocker(): string | null {
  const engine = testedEngine();
  return engine === 'docker' ? null : `needs a Docker daemon: NSVIEW_TEST_ENGINE is ${engine}`;
}

/** The files of those that say nothing of Docker alone, and were seen on another engine as well. */
const SEEN_ON: Readonly<Record<Exclude<TestedEngine, 'docker'>, readonly string[]>> = {
  podman: ['matrix', 'process', 'sharing'],
  containerd: ['matrix', 'sharing'],
  none: [],
};

/** Why a test of this file is skipped that needs an engine; null: it can run. */
export function lacksEngine(file: string): string | null {
  const engine = testedEngine();
  if (engine === 'docker') return null;
  if (engine === 'none') return lacksDocker();
  const isSeen = SEEN_ON[engine].some((name) => file.endsWith(`/${name}.spec.ts`));
  return isSeen ? null : `is made for Docker, and not for ${engine}: see docs/testing.md`;
}
