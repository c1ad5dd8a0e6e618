import { noAnswer } from './no-answer';
import { reason } from './reason';

/** Why something of a container, or of a process, could not be read or decided: each reason has one sentence. */
export const reasons = {
  EACCES: 'it may not be read',
  EPERM: 'it may not be read',
  ESRCH: 'its first process has ended, or is not seen from here',
  ENOENT: 'the file that tells it is not there',
  EAGAIN: 'it has not been told yet',
  ENODATA: 'the engine does not tell it',
  EREMOTE: 'it runs on another kernel than the one that is read',
  EINVAL: 'it is told in a way that makes no sense',
  EBADMSG: 'it is told in a way that makes no sense',
  ETIMEDOUT: 'the engine has not answered in time',
  'not-counted': 'the engine has not counted it yet',
  redacted: 'command lines are not shown',
  'not-in-recording': noAnswer['not-in-recording'],
  'not-answered': 'who was asked gave no answer',
  gone: noAnswer.gone,
  deadline: noAnswer.deadline,
  busy: noAnswer.busy,
  failed: noAnswer.failed,
  'not-from-here': noAnswer['not-from-here'],
  withheld: noAnswer.withheld,
  asked: 'it is being read',

  'no-security-module': 'no AppArmor or SELinux is at work on this machine',
  'users-elsewhere': 'who reads is in another user namespace than the host',
  'host-unknown': "the host's own namespace is not known",

  'controller-absent': 'this kernel has no cgroups for it',
  'cgroup-not-its-own': 'its cgroup does not bear its id, so that others may be in it',
  'cgroup-unseen': 'no process that can be read shows this cgroup',
  'above-unseen': 'cgroups further up, which cannot be seen, may be stricter',
  'quota-unseen': 'quotas of file systems are not read',
  covered: 'something in the container tells it otherwise',
  'too-many': 'too many cgroups are in it',

  'not-told': 'this kernel does not tell it',
  'not-in-table': 'the kernel is newer than nsview',
  '32-bit': 'a program of 32 bits numbers its calls in another way',
  'other-architecture': 'nsview knows the calls of x86_64 and arm64 alone',
  absent: 'this kernel has no namespaces of this type',
  undecided: 'what is known of the way is not enough to tell',
  'older-iptables': 'the rules of the older iptables are told by its own program alone',

  'already-so': 'it was so before the step began, and has to become otherwise first',
  'counted-anew': 'it was counted anew since the step began',
  'not-remapped': 'no daemon here gives containers users of their own (userns-remap)',
  remapped: 'the containers here have users of their own, not those of the host',
  rootless: 'the engine here runs without root, and has no users of the host to give',
  'no-registry': 'no registry runs here',
  'no-bridge': 'the daemon here has no bridge for its containers',
  'podman-otherwise': 'it is as Docker does it, and Podman does it in another way',
};
const SENTENCES = new Map(Object.entries(reasons));

/**
 * @param why a word or an errno, after which may stand what else was said, in no language of the reader's
 * @returns an errno that has no sentence as the system names it
 */
export function unknownBecause(why: string): string {
  const [code = why] = why.split(': ');
  return SENTENCES.get(code) ?? reason(why);
}
