import { describe, expect, it } from 'vitest';
import { announcement } from '../facts/announcement';
import { summarise } from '../facts/summary';
import { toldGone } from '../facts/gone';
import { happenings } from '../facts/happenings';
import { messagesFor } from '../i18n/messages';
import { pidInside } from '../inside/pid';
import { perType } from '../model/namespace-type';
import type { Snapshot } from '../model/snapshot';
import { filterChoices } from '../select/filter-choices';
import { courseMachine } from '../select/course-machine';
import { compare } from '../timeline/compare';
import { EventTeller } from '../timeline/events';
import { sharingGraph } from './graph';

/* c2 runs, and its engine does not tell its process: it is not known where it is, and it is not stopped. */

const messages = messagesFor('en');
const isC2 = ({ name }: { name: string }) => name === 'c2';
const untold: Snapshot = {
  ...courseMachine,
  containers: courseMachine.containers.map((each) =>
    isC2(each)
      ? {
          ...each,
          ...{
            pid: 0,
            namespaces: perType(() => null),
            sharing: perType(() => 'unknown' as const),
          },
          unreadable: { pid: 'EACCES', ...perTypeUnreadable() },
        }
      : each,
  ),
};

function perTypeUnreadable() {
  return Object.fromEntries(
    Object.keys(courseMachine.host.namespaces).map((type) => [`namespaces.${type}`, 'EACCES']),
  );
}

describe('a container that runs, and whose process is not told', () => {
  it('is drawn as one that runs', () => {
    const nodes = new Map(sharingGraph(untold).nodes.map((each) => [each.container.name, each]));
    expect([nodes.get('c2')?.stopped, nodes.get('old')?.stopped]).toEqual([false, true]);
  });

  it('is counted among those that run, of some of which not all is known', () => {
    const { running, stopped, unknown } = summarise(untold);
    expect({ running, stopped }).toEqual({ running: 4, stopped: 1 });
    expect(unknown).toBeGreaterThan(0);
    expect(filterChoices(untold, []).stopped).toBe(1);
  });

  it('did not stop when that was told no more, nor start when it was told again', () => {
    expect(announcement(courseMachine, untold, messages)).toEqual([]);
    expect(announcement(untold, courseMachine, messages).join()).not.toMatch(/start/);
    const teller = new EventTeller(courseMachine);
    const told = [...teller.tell(1000, untold), ...teller.tell(2000, courseMachine)];
    expect(happenings(told, messages.timeline).join()).not.toMatch(/start|stop/);
  });

  it('may end with any', () => {
    const [c1 = expect.fail('c1')] = courseMachine.containers;
    const id = c1.namespaces.pid ?? expect.fail('a PID namespace');
    expect(pidInside(id, untold)).toMatchObject({
      endsWith: null,
      unreadable: { endsWith: 'EACCES' },
    });
  });

  it('is told, when it is gone, as one whose process was not known', () => {
    const after = { ...untold, containers: untold.containers.filter((each) => !isC2(each)) };
    const [gone] = toldGone(compare(untold, after), after, null, messages);
    expect(gone?.detail).toBe('its process is not known: EACCES');
  });
});
