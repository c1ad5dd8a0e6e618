import type { Messages } from '../i18n/messages';
import { containerKey, kernelName, type ContainerKey, type NamespaceId } from '../model/ids';
import type { Comparison, Different, Difference, Fact } from '../timeline/difference';

type Words = Messages['timeline'];

/** What is different of a container, in words: the first is what it is called. */
export interface ToldDifference {
  key: ContainerKey;
  name: string;
  difference: Difference;
  title: string;
  facts: string[];
}

/** In the order of the comparison. */
export function toldDifferences({ different }: Comparison, words: Words): ToldDifference[] {
  return different.map((each) => {
    const { difference, container, name, again, facts } = each;
    const title = again && difference !== 'changed' ? words.again[difference](name) : name;
    return {
      ...{ key: containerKey(container), name, difference, title },
      facts: facts.map((fact) => told(fact, each, words)),
    };
  });
}

function told(fact: Fact, { difference }: Different, { facts }: Words): string {
  switch (fact.is) {
    case 'state':
      return facts.state(fact.from, fact.to);
    case 'run':
      return facts.run;
    case 'sees':
      return facts.sees(fact.to, fact.from);
    case 'company': {
      const { type, came, went } = fact;
      return [
        ...(came.length > 0 ? [facts.came(type, came)] : []),
        ...(went.length > 0 ? [facts.gone(type, went)] : []),
      ].join('; ');
    }
    case 'space': {
      const { type, from, to, isSameNumber } = fact;
      if (difference === 'went') {
        return from === null ? '' : facts.wasWith(type, kernelName(from.id), from.others);
      }
      if (to === null) return facts.unknown(type);
      if (isSameNumber) return facts.sameNumber(type, kernelName(to.id));
      const is =
        to.how === 'host' ? facts.host(type) : facts[to.how](type, kernelName(to.id), to.others);
      return from === null ? is : `${is}; ${facts.was(kernelName(from.id))}`;
    }
  }
}

/** The same of a sandbox, which is at one of the two moments alone. */
export interface ToldSandbox {
  key: string;
  pid: number;
  difference: Difference;
  name: string;
  detail: string;
}

/** In the order of the comparison. */
export function toldSandboxes(
  { sandboxes }: Comparison,
  { sandboxes: words }: Pick<Messages, 'sandboxes'>,
): ToldSandbox[] {
  return sandboxes.map(({ key, pid, difference, name, named, processes }) => {
    return { key, pid, difference, name, detail: words.detail(named, pid, processes) };
  });
}

/** What has a sign in pictures: containers, sandboxes, and the namespaces in which something is different. */
export function differenceSigns({
  different,
  sandboxes,
}: Comparison): ReadonlyMap<string, Difference> {
  const signs = new Map<string, Difference>(
    sandboxes.map(({ key, difference }) => [key, difference]),
  );
  const ofSpace = (id: NamespaceId | null, difference: Difference) => {
    if (id !== null && !signs.has(id)) signs.set(id, difference);
  };
  for (const { difference, container, facts } of different) {
    signs.set(containerKey(container), difference);
    if (difference === 'went') continue;
    for (const fact of facts) {
      if (fact.is === 'space')
        ofSpace(fact.to?.id ?? null, fact.from === null ? 'changed' : 'appeared');
      if (fact.is === 'company') ofSpace(container.namespaces[fact.type], 'changed');
    }
  }
  return signs;
}
