import { known, type Family } from './family';

/** Who follows what is presented. */
export interface Following {
  /** Browsers. */
  followers: number;
  /** How many events were refused, by name. */
  refused: ReadonlyMap<string, number>;
}

/** @param following null: nothing is presented */
export function followingFamilies(following: Following | null): Family[] {
  if (following === null) return [];
  return [
    {
      name: 'nsview_followers',
      help: 'How many browsers follow what is presented.',
      type: 'gauge',
      samples: known({}, following.followers),
    },
    {
      name: 'nsview_follower_events_refused_total',
      help: 'Events of followers that were refused, for they are not for them to send.',
      type: 'counter',
      samples: [...following.refused].map(([event, value]) => ({ labels: { event }, value })),
    },
  ];
}
