import { describe, expect, it } from 'vitest';
import { nodeSentence } from '../facts/arc-sentence';
import { announcement } from '../facts/announcement';
import { summarise } from '../facts/summary';
import { toldGone } from '../facts/gone';
import { nodeNotes } from '../facts/node-notes';
import { happenings } from '../facts/happenings';
import { messagesFor } from '../i18n/messages';
import { pidInside } from '../inside/pid';
import { LANGUAGES } from '../model/language';
import { perType } from '../model/namespace-type';
import type { Snapshot } from '../model/snapshot';
import { userAnswer } from '../scene/lens-user/who-is-who';
import { containerColours, inLegend } from '../select/container-colour';
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

  it('is in the legend of colours, and among those whose users are asked about', () => {
    const legend = inLegend(untold, containerColours(untold)) ?? [];
    expect(legend.map(({ container: { name } }) => name)).toContain('c2');
    const { groups } = userAnswer(untold, new Set());
    const unknown = groups.filter(({ onHost }) => onHost.is === 'unknown');
    expect(unknown.flatMap(({ containers }) => containers.map(({ name }) => name))).toEqual(['c2']);
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

describe('a container of which it is not told either whether it runs', () => {
  const containers = untold.containers.map((each) =>
    isC2(each)
      ? { ...each, state: 'created' as const, unreadable: { ...each.unreadable, state: 'EACCES' } }
      : each,
  );
  const doubted: Snapshot = { ...untold, containers };

  it('is not said to have no process', () => {
    const { running, stopped } = summarise(doubted);
    expect({ running, stopped }).toEqual({ running: 4, stopped: 1 });
  });

  it.each(LANGUAGES)('is said to be in a state that is not known, in %s', (language) => {
    const told = messagesFor(language);
    const node = sharingGraph(doubted).nodes.find((each) => isC2(each.container));
    if (node === undefined) expect.fail('c2');
    expect(nodeNotes(node, told)).toEqual([told.model.stateUnknown]);
    const sentence = nodeSentence(node, doubted.host.namespaces, told);
    expect(sentence).toContain(told.model.stateUnknown);
    expect(sentence).not.toContain(told.model.states.created);
  });
});
