import type { ComponentProps } from 'react';
import { TYPE_LETTERS } from '@lib/layout/ring';
import { NAMESPACE_TYPES, type NamespaceType } from '@lib/model/namespace-type';
import { useMessages } from '../store/messages';
import { useNsview, useView } from '../store/store';

/** A chip for each namespace type: which ones the views show, or which one the lens looks through. */
export function TypeChips() {
  return useView() === 'lens' ? <LensChoice /> : <TypeFilter />;
}

/** One of the types at a time. */
function LensChoice() {
  const { shell, model } = useMessages();
  const lens = useNsview((store) => store.viewState.lens);
  const show = useNsview((store) => store.show);
  return (
    <div
      role="group"
      aria-label={shell.lensLabel}
      className="flex flex-wrap gap-1 in-data-projector:gap-0.5"
    >
      {NAMESPACE_TYPES.map((type, index) => (
        <Chip
          key={type}
          type={type}
          pressed={type === lens}
          alone
          title={`${shell.chooseLens(type)} (${index + 1}): ${model.isolates[type]}.`}
          onClick={() => show({ lens: type })}
        />
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
    <div
      role="group"
      aria-label={shell.typesLabel}
      className="flex flex-wrap gap-1 in-data-projector:gap-0.5"
    >
      {NAMESPACE_TYPES.map((type) => (
        <Chip
          key={type}
          type={type}
          pressed={types.includes(type)}
          title={`${shell.showType(type)}: ${model.isolates[type]}. ${shell.onlyType}.`}
          onClick={() => toggle(type)}
          onDoubleClick={() => alone(type)}
        />
      ))}
    </div>
  );
}

type ButtonProps = Pick<ComponentProps<'button'>, 'title' | 'onClick' | 'onDoubleClick'>;

interface ChipProps extends ButtonProps {
  type: NamespaceType;
  pressed: boolean;
  /** Is one pressed at a time? It is marked. */
  alone?: boolean;
}

function Chip({ type, pressed, alone, ...button }: ChipProps) {
  return (
    <button
      type="button"
      aria-pressed={pressed}
      className={`flex items-center gap-1.5 rounded-full border border-line px-2 py-0.5 max-[1440px]:gap-1 max-[1440px]:px-1.5 in-data-projector:px-1 text-xs text-dim hover:bg-raised aria-pressed:border-line-strong aria-pressed:text-text ${alone ? 'aria-pressed:bg-selected aria-pressed:font-semibold' : ''}`}
      {...button}
    >
      <span
        aria-hidden
        className={`flex size-2.5 items-center justify-center rounded-full border-2 font-bold in-data-projector:size-[1.1rem] ${pressed ? 'text-(--on-type)' : ''}`}
        style={{
          borderColor: `var(--type-${type})`,
          background: pressed ? `var(--type-${type})` : 'transparent',
        }}
      >
        <span className="hidden in-data-projector:inline">{TYPE_LETTERS[type]}</span>
      </span>
      <span className="in-data-projector:max-[1600px]:sr-only">{type}</span>
    </button>
  );
}
