import { readLink } from '../../shell/proof';
import { kernelName } from '../../model/ids';
import { brokenJoins } from '../../sharing/joins';
import { docker } from '../references';
import type { Rule } from '../rule';
import { Unreadable } from '../unreadable';

/** It was to share a namespace, and was left behind in an old one when the other was started again. */
export const notJoined: Rule = {
  name: 'not-joined',
  severity: 'medium',
  change: [{ how: 'run', text: 'docker restart' }],
  reference: [docker('PID settings', 'engine/containers/run/#pid-settings---pid')],
  check: (about) => {
    const { snapshot, container } = about;
    const broken = brokenJoins(snapshot.containers, container);
    if (broken.length > 0) {
      return {
        of: broken.map(({ type, donor }) => `${type}: ${donor.name}`),
        evidence: broken.flatMap(({ type, donor }) => {
          const theirs = donor.namespaces[type];
          return [
            about.link(type),
            ...(theirs === null
              ? []
              : [
                  {
                    command: readLink(donor.pid, type),
                    value: kernelName(theirs),
                  },
                ]),
          ];
        }),
        change: [{ how: 'run', text: about.client('restart') }],
      };
    }
    const { joins } = container.unreadable;
    if (joins !== undefined) throw new Unreadable(joins);
    return null;
  },
};
