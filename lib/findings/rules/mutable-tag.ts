import { docker, owasp } from '../references';
import type { Rule } from '../rule';

/** A digest or an image's id names one image for ever; a tag names another one tomorrow. */
const NAMES_ONE = /@sha256:[0-9a-f]{64}$|^(?:sha256:)?[0-9a-f]{12,64}$/;

export const mutableTag: Rule = {
  name: 'mutable-tag',
  severity: 'low',
  change: [{ how: 'with', text: 'IMAGE@sha256:…' }],
  reference: [
    owasp('13'),
    docker('pin base image versions', 'build/building/best-practices/#pin-base-image-versions'),
  ],
  check: (about) => {
    const tag = about.config('tag');
    if (NAMES_ONE.test(tag)) return null;
    return {
      of: [tag],
      evidence: [about.inspected('.Config.Image', tag)],
      change: [{ how: 'with', text: `${tag.replace(/:[^:/]+$/, '')}@sha256:…` }],
    };
  },
};
