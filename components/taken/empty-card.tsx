import { CardBeside } from '../views/sharing/card-beside';
import { useEmptyMessages } from '../store/messages';

/** In the place of what says what to type (`#empty-card`): what is recorded has no engine that could be started. */
export function EmptyCard() {
  return <CardBeside title={useEmptyMessages().recorded} />;
}
