import { expect, type Page } from '@playwright/test';
import type { NamespaceType } from '@lib/model/namespace-type';
import { snapshotOf } from './api';
import type { Dockerd } from './dockerd';
import type { Nsview } from './nsview';
import { containerNode } from './pages';
import { homesOf, linksOf, sharingOf } from './witness';

interface Arc {
  sharing: string | null;
  namespace: string | null;
}

/** What the Sharing view draws of a container: its arcs, by type. */
function drawnArcs(page: Page, container: string): Promise<Record<string, Arc>> {
  return containerNode(page, container)
    .locator('[data-type]')
    .evaluateAll((arcs) =>
      Object.fromEntries(
        arcs.map((arc) => [
          arc.getAttribute('data-type'),
          {
            sharing: arc.getAttribute('data-sharing'),
            namespace: arc.getAttribute('data-namespace'),
          },
        ]),
      ),
    );
}

/**
 * Every namespace of every named container, in the API and in the picture, is what readlink says of
 * its leader, and its sharing what the definition makes of that. All running containers of the
 * daemon have to be named.
 */
export async function expectAgreement(
  page: Page,
  nsview: Nsview,
  dockerd: Dockerd,
  names: readonly string[],
): Promise<void> {
  const pids = await Promise.all(names.map((name) => dockerd.leader(name)));
  const leaders = new Map(names.map((name, i) => [name, linksOf(pids[i] ?? 0)]));
  const homes = homesOf(dockerd);
  const truth = names.map((name, i) => ({
    name,
    pid: pids[i],
    namespaces: leaders.get(name),
    sharing: sharingOf(leaders, name, homes),
  }));

  await expect(async () => {
    const { containers } = await snapshotOf(nsview);
    const told = names.map((each) => {
      const found = containers.find(({ name }) => name === each);
      return {
        name: each,
        pid: found?.pid,
        namespaces: found?.namespaces,
        sharing: found?.sharing,
      };
    });
    expect(told).toEqual(truth);
    for (const { name, namespaces, sharing } of truth) {
      const arcs = Object.entries(sharing).map(([type, value]) => [
        type,
        { sharing: value, namespace: namespaces?.[type as NamespaceType] },
      ]);
      expect(await drawnArcs(page, name), name).toEqual(Object.fromEntries(arcs));
    }
  }).toPass({ timeout: 10_000 });
}
