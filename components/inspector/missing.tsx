import { useAllMessages } from '../store/messages';
import { useNsview } from '../store/store';
import { Title } from './title';

/** A selection that is not there (any more): its name stays, and there is a way back. */
export function Missing({ name, text, hint }: { name: string; text: string; hint: string }) {
  const messages = useAllMessages().inspector.missing;
  const select = useNsview((store) => store.select);
  return (
    <>
      <Title name={name}>
        <p>{text}</p>
        <p>{hint}</p>
      </Title>
      <button
        type="button"
        className="cursor-pointer self-start rounded-full border border-line px-3.5 py-1 text-sm hover:border-line-strong hover:bg-raised"
        onClick={() => select(null)}
      >
        {messages.back}
      </button>
    </>
  );
}
