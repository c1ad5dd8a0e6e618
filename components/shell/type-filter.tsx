import { NAMESPACE_TYPES, type NamespaceType } from '@lib/model/namespace-type';
import { useMessages } from '../store/messages';
import { useNsview } from '../store/store';

/** A chip for each namespace type: which ones the views show. Double-click: that one alone, or all. */
export function TypeFilter() {
  const { shell, model } = useMessages();
  const types = useNsview((store) => store.viewState.types);
  const show = useNsview((store) => store.show);

  const toggle = (type: NamespaceType) =>
    show({
      types: NAMESPACE_TYPES.filter((each) => types.includes(each) !== (each === type)),
    });
  const alone = (type: NamespaceType) => {
    const already = types.length === 1 && types[0] === type;
    show({ types: already ? NAMESPACE_TYPES : [type] });
  };
  return (
    <div role="group" aria-label={shell.typesLabel} className="flex flex-wrap gap-1">
      {NAMESPACE_TYPES.map((type) => {
        const shown = types.includes(type);
        return (
          <button
            key={type}
            type="button"
            aria-pressed={shown}
            title={`${shell.showType(type)}: ${model.isolates[type]}. ${shell.onlyType}.`}
            onClick={() => toggle(type)}
            onDoubleClick={() => alone(type)}
            className="flex items-center gap-1.5 rounded-full border border-line px-2 py-0.5 text-xs text-dim hover:bg-raised aria-pressed:border-line-strong aria-pressed:text-text"
          >
            <span
              aria-hidden
              className="size-2.5 rounded-full border-2"
              style={{
                borderColor: `var(--type-${type})`,
                background: shown ? `var(--type-${type})` : 'transparent',
              }}
            />
            {type}
          </button>
        );
      })}
    </div>
  );
}
