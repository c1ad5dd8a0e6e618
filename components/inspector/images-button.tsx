import { useAllMessages } from '@components/store/messages';
import { useNsview } from '@components/store/store';
import { Button } from '../ui/button';

/** Leads to all images. */
export function ImagesButton() {
  const { imageList: words } = useAllMessages();
  const show = useNsview((store) => store.show);
  return (
    <Button aria-haspopup="dialog" onClick={() => show({ images: true })}>
      {words.open}
    </Button>
  );
}
