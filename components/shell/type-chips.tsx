import { NAMESPACE_TYPES, type NamespaceType } from '@lib/model/namespace-type';
import { useMessages } from '../store/messages';
import { useNsview, useView } from '../store/store';

/** A chip for each namespace type: which ones the views show, or which one the lens looks through. */
export function TypeChips() {
  return useView() === 'lens' ? <LensChoice /> : <TypeFilter />;
}

const CHIP =
  'flex items-center gap-1.5 rounded-full border border-line px-2 py-0.5 max-[1440px]:gap-1 max-[1440px]:px-1.5 text-xs text-dim hover:bg-raised aria-pressed:border-line-strong aria-pressed:text-text';

/** One of the types at a time. */
function LensChoice() {
  const { shell, model } = useMessages();
  const lens = useNsview((store) => store.viewState.lens);
  const show = useNsview((store) => store.show);
  return (
    <div role="group" aria-label={shell.lensLabel} className="flex flex-wrap gap-1">
      {NAMESPACE_TYPES.map((type, index) => (
        <button
          key={type}
          type="button"
          aria-pressed={type === lens}
          title={`${shell.chooseLens(type)} (${index + 1}): ${model.isolates[type]}.`}
          onClick={() => show({ lens: type })}
          className={`${CHIP} aria-pressed:bg-selected aria-pressed:font-semibold`}
        >
          <ChipDot type={type} filled={type === lens} />
          <span className={type === lens ? '' : 'in-data-projector:sr-only'}>{type}</span>
        </button>
      ))}
    </div>
  );
}

/** Any of the types. Double-click: that one alone, or all. */
function TypeFilter() {
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
            className={CHIP}
          >
            <ChipDot type={type} filled={shown} />
            <span className="in-data-projector:sr-only">{type}</span>
          </button>
        );
      })}
    </div>
  );
}

function ChipDot({ type, filled }: { type: NamespaceType; filled: boolean }) {
  return (
    <span
      aria-hidden
      className="size-2.5 rounded-full border-2"
      style={{
        borderColor: `var(--type-${type})`,
        background: filled ? `var(--type-${type})` : 'transparent',
      }}
    />
  );
}
