import type { Reference } from './finding';

/** A section of the CIS Docker Benchmark, in the numbers of its version 1.6. */
export function cis(section: string): Reference {
  return {
    title: `CIS Docker Benchmark 1.6, ${section}`,
    url: 'https://www.cisecurity.org/benchmark/docker',
  };
}

/** A rule of OWASP's Docker Security Cheat Sheet. */
export function owasp(rule: string): Reference {
  return {
    title: `OWASP Docker Security Cheat Sheet, rule #${rule}`,
    url: 'https://cheatsheetseries.owasp.org/cheatsheets/Docker_Security_Cheat_Sheet.html',
  };
}

/** A page of Kubernetes' documentation. */
export function kubernetes(title: string, path: string): Reference {
  return { title: `Kubernetes: ${title}`, url: `https://kubernetes.io/${path}` };
}

/** A page of the engine's documentation. */
export function docker(title: string, path: string): Reference {
  return { title: `Docker: ${title}`, url: `https://docs.docker.com/${path}` };
}
