import type { ReactNode } from 'react';
import { filterChoices } from '@lib/select/filter-choices';
import { withoutAll } from '@lib/select/shown';
import { FILTERS } from '@lib/view-state/filters';
import { useAllMessages } from '../store/messages';
import { useShown } from '../store/shown';
import { useNsview } from '../store/store';
import { Button } from '../ui/button';
import { QueryField } from './query-field';

interface FilterFormProps {
  /** What is in the field at first, after what is asked for already. */
  typed: string;
  onClose: () => void;
}

/** What can be shown or hidden. */
export function FilterForm({ typed, onClose }: FilterFormProps) {
  const { filters, filtering, sandboxes } = useAllMessages();
  const snapshot = useNsview((store) => store.snapshot);
  const shown = useShown();
  const state = useNsview((store) => store.viewState);
  const show = useNsview((store) => store.show);
  if (snapshot === null || shown === null) return null;
  const choices = filterChoices(snapshot, state.hiddenProjects);
  const toggleProject = (name: string, visible: boolean) =>
    show({
      hiddenProjects: visible
        ? state.hiddenProjects.filter((each) => each !== name)
        : [...state.hiddenProjects, name],
    });
  return (
    <>
      <div className="mb-3 flex items-center justify-between gap-3">
        <h2 className="text-base font-bold">{filters.title}</h2>
        <Button onClick={onClose}>{filtering.close}</Button>
      </div>
      <QueryField typed={typed} />
      <div className="mt-3 flex flex-col gap-1">
        <Choice
          checked={state.stopped}
          count={choices.stopped}
          onChange={(stopped) => show({ stopped })}
        >
          {filtering.stopped}
        </Choice>
        <Choice
          checked={state.hostProcesses}
          count={choices.hostProcesses}
          onChange={(hostProcesses) => show({ hostProcesses })}
        >
          {filtering.hostProcesses}
        </Choice>
        <Choice
          checked={state.sandboxes !== null}
          count={choices.sandboxes}
          onChange={(checked) => show({ sandboxes: checked ? 'folded' : null })}
        >
          {sandboxes.choice}
        </Choice>
        {(choices.pauses > 0 || state.pauses) && (
          <Choice
            checked={state.pauses}
            count={choices.pauses}
            onChange={(pauses) => show({ pauses })}
          >
            {filtering.pausesEach}
          </Choice>
        )}
        {(choices.own > 0 || state.own) && (
          <Choice checked={state.own} count={choices.own} onChange={(own) => show({ own })}>
            {filtering.own}
          </Choice>
        )}
      </div>
      {choices.projects.length > 0 && (
        <fieldset className="mt-3 border-t border-line pt-2">
          <legend className="float-left mb-1 w-full text-xs text-dim">{filtering.projects}</legend>
          <div className="clear-both flex max-h-56 flex-col gap-1 overflow-y-auto">
            {choices.projects.map(({ name, containers }) => (
              <Choice
                key={name}
                checked={!state.hiddenProjects.includes(name)}
                count={containers}
                onChange={(visible) => toggleProject(name, visible)}
              >
                {name}
              </Choice>
            ))}
          </div>
        </fieldset>
      )}
      <div className="mt-3 flex flex-wrap items-center justify-between gap-3 border-t border-line pt-3">
        <p role="status" className="text-sm text-dim">
          {filtering.met(shown.snapshot.containers.length, snapshot.containers.length)}
        </p>
        <Button onClick={() => show(withoutAll(FILTERS))}>{filters.showAll}</Button>
      </div>
    </>
  );
}

function Choice(props: {
  checked: boolean;
  /** How many there are of it. */
  count: number;
  onChange: (checked: boolean) => void;
  children: ReactNode;
}) {
  return (
    <label className="flex cursor-pointer items-center gap-2.5 rounded-md px-1.5 py-1 text-sm hover:bg-raised">
      <input
        type="checkbox"
        className="size-4 shrink-0 accent-focus"
        checked={props.checked}
        onChange={(event) => props.onChange(event.target.checked)}
      />
      <span className="min-w-0 flex-1 [overflow-wrap:anywhere]">{props.children}</span>
      <span className="shrink-0 font-mono text-xs text-dim">{props.count}</span>
    </label>
  );
}
