/**
 * The course's demonstration, as the README has it too: two containers, each with a PID namespace of its
 * own; then the second comes again, in that of the first.
 */
export const FIRST_STEPS = {
  apart: [
    'docker run --name c1 -d ubuntu sh -c "sleep 1d"',
    'docker run --name c2 -d ubuntu sh -c "sleep 999d"',
  ],
  joined: [
    'docker rm c2 --force',
    'docker run --name c2 --pid=container:c1 -d ubuntu sh -c "sleep 999d"',
  ],
} as const;
