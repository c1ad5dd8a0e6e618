import type { EngineInfo } from '@lib/docker/reading';

/** The oldest node that runs nsview. */
const OLDEST = 20;

/** What runs the reader: the host's own node, or that of an image. */
export type NodeChoice = { kind: 'host' } | { kind: 'image'; tag: string };

/**
 * Which node can run in a container there, the best first. The host's own needs nothing else, but
 * Docker Desktop has its containers in a virtual machine that does not see the host's /usr. Nothing
 * is pulled: an image counts when it is there.
 *
 * @param tags of the images that are there
 */
export function nodeChoices(
  info: Pick<EngineInfo, 'operatingSystem'>,
  tags: readonly string[],
): NodeChoice[] {
  const [image] = tags
    .map((tag) => ({ tag, major: nodeMajor(tag) }))
    .filter(({ major }) => major >= OLDEST)
    .sort((a, b) => b.major - a.major || (a.tag < b.tag ? -1 : 1));
  const choices: NodeChoice[] = [];
  if (!isDockerDesktop(info)) choices.push({ kind: 'host' });
  if (image !== undefined) choices.push({ kind: 'image', tag: image.tag });
  return choices;
}

/** Docker Desktop has its containers in a virtual machine. */
export function isDockerDesktop({ operatingSystem }: Pick<EngineInfo, 'operatingSystem'>): boolean {
  return operatingSystem === 'Docker Desktop';
}

/** `node:22-slim` → 22; 0 for what is no image of node, or does not say which. */
function nodeMajor(tag: string): number {
  return Number(/^(?:docker\.io\/)?(?:library\/)?node:(\d+)(?![\d])/.exec(tag)?.[1] ?? 0);
}
