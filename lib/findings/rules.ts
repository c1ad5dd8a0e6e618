import type { RuleName } from './finding';
import type { Rule } from './rule';
import { capabilities } from './rules/capabilities';
import { dockerSocket } from './rules/docker-socket';
import { hostIpc } from './rules/host-ipc';
import { hostNet } from './rules/host-net';
import { hostPaths } from './rules/host-paths';
import { hostPid } from './rules/host-pid';
import { hostRoot } from './rules/host-root';
import { hostUser } from './rules/host-user';
import { hostUts } from './rules/host-uts';
import { joined } from './rules/joined';
import { lsmOff } from './rules/lsm-off';
import { mutableTag } from './rules/mutable-tag';
import { newPrivileges } from './rules/new-privileges';
import { noMemoryLimit } from './rules/no-memory-limit';
import { noPidsLimit } from './rules/no-pids-limit';
import { notJoined } from './rules/not-joined';
import { podProcesses } from './rules/pod-processes';
import { portsEverywhere } from './rules/ports-everywhere';
import { privileged } from './rules/privileged';
import { rootWritableBind } from './rules/root-writable-bind';
import { seccompOff } from './rules/seccomp-off';

/** All that is looked for, each by its name. */
export const RULES: Readonly<Record<RuleName, Rule>> = {
  privileged,
  'docker-socket': dockerSocket,
  'host-paths': hostPaths,
  'host-root': hostRoot,
  'host-pid': hostPid,
  'host-net': hostNet,
  capabilities,
  'seccomp-off': seccompOff,
  'lsm-off': lsmOff,
  'new-privileges': newPrivileges,
  'host-ipc': hostIpc,
  'host-uts': hostUts,
  'host-user': hostUser,
  joined,
  'not-joined': notJoined,
  'pod-processes': podProcesses,
  'root-writable-bind': rootWritableBind,
  'ports-everywhere': portsEverywhere,
  'no-memory-limit': noMemoryLimit,
  'no-pids-limit': noPidsLimit,
  'mutable-tag': mutableTag,
};
