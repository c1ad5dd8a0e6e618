import type { EngineState } from '../../model/host';
import type { OfferedRecording } from '../../protocol/shipped';
import type { EngineAdvice } from '../../shell/engine-help';

const engineTitles: Record<EngineState, string> = {
  connected: 'Connected',
  connecting: 'Connecting to the container engine…',
  disconnected: 'The container engine no longer answers',
  denied: 'No permission to talk to the container engine',
  absent: 'No container engine found',
};

const engineAdvice: Record<EngineAdvice, string> = {
  connected: '',
  connecting: 'This takes a moment after its start.',
  disconnected:
    'nsview keeps trying; containers show again as soon as it answers. To look into it:',
  deniedToGroup: 'Join the docker group, log in again and restart nsview (or run it as root):',
  deniedToRoot: 'Its socket is root’s alone: start nsview as root.',
  absentAnywhere:
    'Start Docker, or Podman’s socket: its containers run without it, but nsview can ask it nowhere else. nsview notices by itself. An endpoint elsewhere goes with --engine.',
  absentDocker: 'Start Docker; nsview notices by itself. An endpoint elsewhere goes with --docker.',
  absentOther: 'Start it; nsview notices by itself. An endpoint elsewhere goes with --engine.',
};

const recordings: Record<OfferedRecording, string> = {
  course: 'Two containers, step by step: each by itself, then both in one PID namespace.',
  compose: 'Two compose projects start up; sidecars join them, some stop.',
};

/** Beside the lone host: why there is no container, and what to do next. */
export const emptyPicture = {
  empty: {
    title: 'No container yet.',
    type: 'Or type:',
    then: 'Each gets a ring here as it starts. Then put c2 into the PID namespace of c1:',
    /** Where nobody types what runs. */
    byKubernetes: 'Kubernetes tells CRI-O what to run: each gets a ring here as it starts.',
  },
  engine: {
    titles: engineTitles,
    advice: engineAdvice,
    tried: 'Tried:',
    hostLive: 'Processes of the host stay live meanwhile.',
  },
  lesson: 'Step by step: the lesson “Isolation in action”',
  watch: 'Or watch a recording:',
  recordings,
  recorded: 'No container at this moment of the recording.',
};
