import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { GeneratedMachine } from '../../e2e/harness/generated/machine';
import { lensBoxes, type LensBox } from '../layout/lens/lens-boxes';
import type { Container } from '../model/container';
import { namespaceId } from '../model/ids';
import { NAMESPACE_TYPES, perType, type NamespaceType } from '../model/namespace-type';
import type { Snapshot } from '../model/snapshot';
import { CONTAINER_TINTS, containerColours, tintOf } from './container-colour';
import { container, courseMachine } from './course-machine';

const FEW = CONTAINER_TINTS.length;
/** How many namespaces of a type containers are in: few, so that they share a lot. */
const namespaceOf = (type: NamespaceType) =>
  fc.nat(20).map((nth) => namespaceId(type, String(4026532000 + nth)));
const anyNamespaces = fc.record(perType(namespaceOf));
const anyMachine = fc
  .array(fc.tuple(fc.stringMatching(/^[a-z]{1,6}$/), anyNamespaces), { maxLength: 40 })
  .map((members) => members.map((each, nth) => containerAt(nth, ...each)));

function containerAt(nth: number, name: string, namespaces: Container['namespaces']): Container {
  const startedAt = new Date(1000 * nth).toISOString();
  return container({ name: `${name}-${nth}`, pid: 100 + nth, namespaces, startedAt });
}

const machineOf = (containers: Container[]): Snapshot => ({
  ...courseMachine,
  containers,
});

/** The colours of a machine’s containers, in their order. */
function tintsOf(containers: Container[]): (string | null)[] {
  const colours = containerColours(machineOf(containers));
  return containers.map((each) => tintOf(colours, each));
}

describe('colours of neighbours', () => {
  it('differ in each namespace, where its container could avoid those of all that it is with', () => {
    fc.assert(
      fc.property(anyMachine, (containers) => {
        const tints = tintsOf(containers);
        containers.forEach((each, nth) => {
          const mates = containers
            .slice(0, nth)
            .flatMap((other, index) =>
              NAMESPACE_TYPES.some((type) => other.namespaces[type] === each.namespaces[type])
                ? [tints[index]]
                : [],
            );
          if (mates.length < FEW) expect(mates).not.toContain(tints[nth]);
        });
      }),
    );
  });

  it('stay as they are when one more comes', () => {
    fc.assert(
      fc.property(anyMachine, (containers) => {
        expect(tintsOf(containers.slice(0, -1))).toEqual(tintsOf(containers).slice(0, -1));
      }),
    );
  });

  it.each([12, 30, 60, 200])('differ in every lens of a machine with %i', (count) => {
    const snapshot = new GeneratedMachine(count).snapshot();
    const colours = containerColours(snapshot);
    const tints = ({ members }: LensBox) => members.map((each) => tintOf(colours, each));
    const level = (boxes: readonly LensBox[]) => {
      boxes.forEach((box, at) => {
        const before = boxes[at - 1];
        const [own, others] = [tints(box), before === undefined ? [] : tints(before)];
        if (own.length <= FEW) expect(new Set(own).size).toBe(own.length);
        if (own.length + others.length <= FEW) {
          expect(own.filter((tint) => others.includes(tint))).toEqual([]);
        }
        level(box.children);
      });
    };
    for (const type of NAMESPACE_TYPES) level(lensBoxes(snapshot, type, new Set()));
    expect(colours.size).toBe(count);
  });

  it('differ side by side where more are together than there are colours', () => {
    const together = perType((type) => namespaceId(type, '4026532001'));
    const tints = tintsOf(Array.from({ length: 30 }, (_, nth) => containerAt(nth, 'c', together)));
    expect(tints.filter((tint, nth) => tint === tints[nth - 1])).toEqual([]);
  });
});
