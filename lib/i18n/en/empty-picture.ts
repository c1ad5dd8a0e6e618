import type { EngineState } from '../../model/host';
import type { OfferedRecording } from '../../protocol/shipped';

const engineTitles: Record<EngineState, string> = {
  connected: 'Connected',
  connecting: 'Connecting to the container engine…',
  disconnected: 'The container engine no longer answers',
  denied: 'No permission to talk to the container engine',
  absent: 'No container engine found',
};

const engineAdvice: Record<EngineState, string> = {
  connected: '',
  connecting: 'This takes a moment after its start.',
  disconnected:
    'nsview keeps trying; containers show again as soon as it answers. To look into it:',
  denied: 'Join the docker group, log in again and restart nsview (or run it as root):',
  absent: 'Start Docker; nsview notices by itself. An endpoint elsewhere goes with --docker.',
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
