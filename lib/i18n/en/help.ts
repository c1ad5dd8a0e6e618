import type { KeyPlace, KeysOf } from '../../keys/keys';

/** What each line of the list of keys does. */
const keys: { [Place in KeyPlace]: Record<KeysOf<Place>, string> } = {
  everywhere: {
    search: 'search: name, image, number, inode, what is shared',
    views: 'the next view, the one before',
    walk: 'into the picture, and to the neighbour in that direction',
    choose: 'select, with the facts on the right; once more: a container in full',
    compare: 'compare with what is selected',
    clear: 'back from a container in full; select nothing',
    filter: 'show and hide',
    freeze: 'hold this moment; again: go on',
    takeAway: 'take what is shown away: figure, data, link',
    projector: 'for the back row: all larger, the picture has the room; again: back',
    inspector: 'show or hide the facts on the right',
    lessons: 'the list of lessons',
    images: 'all images, and the layers that they are made of',
    pauses:
      'in Sharing and the Matrix: pause containers of pods each by itself; again: in their pods',
    present: 'present: who follows, and the link for them',
    timeline: 'the timeline: what happened, and back to any moment of it; again: away',
    help: 'this page',
  },
  projector: {
    spotlight: 'a spotlight: all is dark but what is selected or pointed at',
    marker: 'a marker: a pointer or a finger draws on the picture; again: selects as ever',
    wipe: 'wipe away what was drawn',
  },
  sharing: {
    zoom: 'zoom in and out',
    fit: 'fit all into the picture',
    move: 'move what has the focus; dragging does it as well',
    pin: 'pin what has the focus, or let it go back; a double-click lets go as well',
  },
  lens: { lens: 'the lens of pid, net, mnt, user, ipc, uts, cgroup, time' },
  matrix: {
    edges: 'first and last cell of the row',
    corners: 'first and last cell of all',
    pages: 'ten rows up, ten rows down',
  },
  processes: {
    edges: 'first and last process',
    pages: 'a page up, a page down',
    reveal: 'tell all of this process, and show it in every pane',
    fold: 'in a tree: fold, or to the parent; unfold, or to the first child',
    sameNumber: 'who else has the number of this process',
  },
  recording: {
    play: 'play and pause',
    marks: 'to the change before, to the next one',
    slide: 'on the slider: a second back, a second on; ten back, ten on',
  },
  timeline: {
    compare: 'compare with this moment; again: no more',
    live: 'back to live',
  },
  lesson: {
    step: 'the step before, the next one, the first',
    view: 'back to the view that the step shows',
    blank: 'a dark screen; again: back',
    language: 'the other language',
    run: 'in the lab: run the next command',
  },
  following: { rejoin: 'follow again what is presented' },
};

/** The `?` overlay. */
export const help = {
  title: 'Keys and legend',
  close: 'Close',
  places: {
    everywhere: 'Everywhere',
    projector: 'Projector',
    sharing: 'Sharing',
    lens: 'Lens',
    matrix: 'Matrix',
    processes: 'Processes',
    recording: 'Recording, and timeline',
    timeline: 'Timeline',
    lesson: 'Lesson',
    following: 'Following a presentation',
  } satisfies Record<KeyPlace, string>,
  keys,
  legendTitle: 'How to read the rings and cells',
  letters:
    'Eight arcs, always at the same places: P pid, N net, M mnt, U user, I ipc, H uts, C cgroup, T time.',
  own: 'pale: the container’s own',
  shared: 'bright, tied to a diamond: shared with other containers',
  host: 'hatched or dashed: the host’s',
  unknown: 'outlined with ?: could not be read',
  none: 'thin: no process now',
  absent: 'blank with its letter struck out: this kernel has no namespaces of that type',
};
