import { Part } from '../parts/part';
import { withAllMessages } from '../store/messages';
import { useNsview } from '../store/store';
import { WhenThere } from '../ui/fetched';

/** Nothing has changed yet when the page opens. */
const ANNOUNCEMENT = new Part(
  withAllMessages(async () => (await import('./announcement')).Announcement),
);

/** What is read out to those who do not see the page. There from the start: a new one is not listened to. */
export function LiveRegions() {
  // What follows from what a person did is said at once.
  const told = useNsview((store) => store.told);
  return (
    <>
      <p role="status" data-announcement className="sr-only">
        <WhenThere part={ANNOUNCEMENT}>{(Announcement) => <Announcement />}</WhenThere>
      </p>
      <p role="status" data-told className="sr-only">
        {told?.text}
      </p>
    </>
  );
}
