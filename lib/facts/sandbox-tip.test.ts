import { expect, it } from 'vitest';
import { messagesFor } from '../i18n/messages';
import { namespaceId } from '../model/ids';
import { NAMESPACE_TYPES } from '../model/namespace-type';
import { findSandboxes } from '../sandboxes/find';
import { withSandboxes } from '../sandboxes/fixtures/with-sandboxes';
import { SANDBOXES_KEY } from '../sandboxes/fold';
import { courseMachine } from '../select/course-machine';
import { sharingGraph } from '../sharing/graph';
import { tipLines, type TipSubject } from './picture-tip';

const messages = messagesFor('en');
const { pid = null } = courseMachine.containers.find(({ name }) => name === 'c1')?.namespaces ?? {};
const machine = withSandboxes(courseMachine, { mnt: namespaceId('mnt', '71'), pid });
const key = findSandboxes(machine).sandboxes[0]?.key ?? '';
const told = (subject: TipSubject, inFull = false) =>
  tipLines(subject, sharingGraph(machine), machine, messages, inFull);

const WHAT = 'sleep, sandbox, 1 process, PID 20001: not in the host’s pid, mnt namespaces';
const PID = 'sleep shares its PID namespace pid:[4026532183] with c1 and c2';

it('says what it is and what it shares', () => {
  expect(told({ kind: 'node', key })).toEqual([
    { type: null, text: WHAT },
    { type: 'pid', text: PID },
  ]);
});

it('says all of it to who cannot point', () => {
  const lines = told({ kind: 'node', key }, true);
  expect(lines.map(({ type }) => type)).toEqual([null, ...NAMESPACE_TYPES]);
});

it('says of a part, and of a line that begins there, what that is', () => {
  expect(told({ kind: 'arc', key, type: 'pid' })).toEqual([{ type: 'pid', text: PID }]);
  expect(told({ kind: 'arc', key, type: 'mnt' })).toEqual([
    { type: 'mnt', text: 'sleep has a mount namespace of its own, mnt:[71]' },
  ]);
});

it('says of many what they are, and nothing of one that is gone', () => {
  expect(told({ kind: 'node', key: SANDBOXES_KEY })).toEqual([
    { type: null, text: messages.sandboxes.what },
  ]);
  expect(told({ kind: 'node', key: ':sandbox gone' })).toEqual([]);
  expect(told({ kind: 'arc', key: ':sandbox gone', type: 'pid' })).toEqual([]);
});
