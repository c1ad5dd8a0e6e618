import { useId } from 'react';
import { useAllMessages } from '@components/store/messages';
import { SEVERITIES, type Findings } from '@lib/findings/finding';
import { subjectKey, subjectsOf, type Choice } from '@lib/report/choice';
import { SeverityMark } from './severity-mark';

interface ChoiceFormProps {
  /** All of it, whatever is chosen. */
  told: Findings;
  choice: Choice;
  onChoose: (choice: Choice) => void;
}

const FIELD = 'rounded-md border border-line-strong bg-ground px-2.5 py-1 text-text';

/** Which findings are shown: by how bad they are, by whom they are about, by words in them. */
export function ChoiceForm({ told, choice, onChoose }: ChoiceFormProps) {
  const { findingList: words, findings } = useAllMessages();
  const { severities, container, text } = choice;
  const id = useId();
  return (
    <form
      className="flex flex-wrap items-center gap-x-5 gap-y-2"
      onSubmit={(event) => event.preventDefault()}
    >
      <fieldset className="flex flex-wrap gap-x-3">
        <legend className="sr-only">{findings.columns.severity}</legend>
        {SEVERITIES.map((severity) => (
          <label key={severity} className="flex cursor-pointer items-center gap-1.5">
            <input
              type="checkbox"
              name={severity}
              checked={severities.includes(severity)}
              onChange={({ target }) =>
                onChoose({
                  ...choice,
                  severities: SEVERITIES.filter((each) =>
                    each === severity ? target.checked : severities.includes(each),
                  ),
                })
              }
            />
            <SeverityMark of={severity} />
          </label>
        ))}
      </fieldset>
      <select
        aria-label={findings.columns.container}
        value={container ?? ''}
        className={`max-w-56 ${FIELD}`}
        onChange={({ target }) =>
          onChoose({ ...choice, container: target.value === '' ? null : target.value })
        }
      >
        <option value="">{words.anyContainer}</option>
        {subjectsOf(told).map((subject) => (
          <option key={subjectKey(subject)} value={subjectKey(subject)}>
            {subject.name}
          </option>
        ))}
      </select>
      <label htmlFor={id} className="flex items-center gap-2 text-dim">
        {words.text}
        <input
          id={id}
          type="search"
          autoComplete="off"
          spellCheck={false}
          value={text}
          className={`w-52 ${FIELD}`}
          onChange={({ target }) => onChoose({ ...choice, text: target.value })}
        />
      </label>
    </form>
  );
}
