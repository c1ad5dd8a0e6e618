import type { Messages } from '../i18n/messages';
import type { TimelineEvent } from '../timeline/event';

type Words = Messages['timeline'];

/** What happened, one sentence for each container: `c2 made again; in c1’s PID namespace now`. */
export function happenings(events: readonly TimelineEvent[], words: Words): string[] {
  const names = [...new Set(events.map(({ container }) => container.name))];
  return names.map((name) => {
    const own = events.filter(({ container }) => container.name === name);
    const first = mainOf(own);
    const told = own.filter((event) => !own.some((other) => isBack(event, other)));
    const moved = told.toSorted(joinedFirst).flatMap(({ what, types, others }) => {
      if (what === 'joined' || what === 'left') return [words[what](types, others)];
      return what === 'renewed' ? [words.renewed(types)] : [];
    });
    return words.together(
      first === null ? [words.only(name, moved)] : [words.happened[first](name), ...moved],
    );
  });
}

/** What has to be said first of what happened to one container, in order; null: it only moved. */
function mainOf(events: readonly TimelineEvent[]): keyof Words['happened'] | null {
  const all = events.flatMap(({ what }) =>
    what === 'left' || what === 'joined' || what === 'renewed' ? [] : [what],
  );
  const last = all.at(-1) ?? null;
  if (last === 'removed') return last;
  for (const made of ['recreated', 'created'] as const) if (all.includes(made)) return made;
  return last === 'started' && all.includes('stopped') ? 'restarted' : last;
}

/** Did it leave who was made again meanwhile, and whom it has joined again? */
function isBack(left: TimelineEvent, joined: TimelineEvent): boolean {
  return (
    left.what === 'left' &&
    joined.what === 'joined' &&
    left.others.join() === joined.others.join() &&
    left.types.every((type) => joined.types.includes(type))
  );
}

/** Where it is comes before what only looks the same. */
function joinedFirst(a: TimelineEvent, b: TimelineEvent): number {
  return (
    Number(b.what === 'joined') - Number(a.what === 'joined') ||
    Number(a.what === 'renewed') - Number(b.what === 'renewed')
  );
}
