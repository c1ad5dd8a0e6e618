import type { Messages } from '@lib/i18n/messages';
import { compare, type Standing, type TypeComparison } from '@lib/sharing/comparison';
import { inodeOf, type ContainerKey } from '@lib/model/ids';
import type { Snapshot } from '@lib/model/snapshot';
import { findContainer, nameTold } from '@lib/model/container-ref';
import { HOST } from '@lib/model/host-word';
import { useAllMessages } from '../store/messages';
import { useNsview } from '../store/store';
import { ContainerLink, TypeDot } from './links';
import { Missing } from './missing';
import { ReachSection } from './reach-section';
import { SameUsers } from './same-users';
import { Section } from './section';
import { Title } from './title';
import { tintOf } from '@lib/select/container-colour';

const LINK =
  'cursor-pointer rounded text-left underline decoration-line-strong underline-offset-3 hover:decoration-current';

const SIGNS: Readonly<Record<Standing, string>> = {
  same: '=',
  different: '≠',
  'first inside': '⊂',
  'second inside': '⊃',
  unknown: '?',
  none: '–',
  absent: '∅',
};

/** Two containers, type by type, and what follows from it. */
export function ComparisonInspector({
  snapshot,
  refs,
  colours,
}: {
  snapshot: Snapshot;
  refs: readonly [string, string];
  colours: ReadonlyMap<ContainerKey, string>;
}) {
  const messages = useAllMessages();
  const words = messages.comparison;
  const show = useNsview((store) => store.show);
  const [first, second] = [findContainer(snapshot, refs[0]), findContainer(snapshot, refs[1])];
  if (first === null || second === null) {
    const name = first === null ? refs[0] : refs[1];
    const { container, containerHint } = messages.inspector.missing;
    return <Missing name={name} text={container(name)} hint={containerHint} />;
  }
  const { types, same } = compare(snapshot, first, second);
  const names = [nameTold(snapshot, first), nameTold(snapshot, second)] as const;
  const link = (container: typeof first) => {
    const colour = tintOf(colours, container) ?? undefined;
    return <ContainerLink container={container} {...(colour === undefined ? {} : { colour })} />;
  };
  return (
    <>
      <Title name={words.heading(...names)}>
        <p>{words.lead(same, types.length)}</p>
        <button
          type="button"
          className={`mt-1 ${LINK} text-text`}
          onClick={() => show({ view: 'processes', vantages: [HOST, ...refs] })}
        >
          {words.processes}
        </button>
      </Title>
      <Section title={words.table}>
        <table className="w-full border-collapse text-[0.8125rem]">
          <thead>
            <tr className="text-left text-dim">
              <th scope="col" className="sr-only">
                {messages.inspector.columns.type}
              </th>
              <th scope="col" className="py-1 pr-2 font-normal [overflow-wrap:anywhere]">
                {link(first)}
              </th>
              <th scope="col" className="py-1 pr-2 font-normal [overflow-wrap:anywhere]">
                {link(second)}
              </th>
              <th scope="col" className="sr-only">
                {messages.inspector.columns.sharing}
              </th>
            </tr>
          </thead>
          <tbody>
            {types.map((type) => (
              <Row key={type.type} of={type} words={words} />
            ))}
          </tbody>
        </table>
      </Section>
      {first.pid > 0 && second.pid > 0 && (
        <ReachSection snapshot={snapshot} pair={[first, second]} />
      )}
      <Section title={words.follow}>
        <ul className="flex flex-col gap-2 text-sm leading-relaxed">
          {types.map((of) => (
            <li key={of.type} className="flex items-baseline gap-2">
              <TypeDot type={of.type} />
              <span>{followsFrom(of, ...names, words)}</span>
            </li>
          ))}
        </ul>
      </Section>
      <SameUsers snapshot={snapshot} both={[first, second]} />
    </>
  );
}

function Row({ of, words }: { of: TypeComparison; words: Messages['comparison'] }) {
  const { type, first, second, standing } = of;
  const same = standing === 'same';
  const inode = (id: typeof first) => (id === null ? '–' : `…${inodeOf(id).slice(-4)}`);
  return (
    <tr
      className="border-b border-line align-baseline"
      data-compare={type}
      data-standing={standing}
    >
      <th scope="row" className="py-1.5 pr-2 text-left font-mono font-normal whitespace-nowrap">
        <span className="mr-2 inline-flex">
          <TypeDot type={type} />
        </span>
        {type}
      </th>
      <td className="py-1.5 pr-2 font-mono">{inode(first)}</td>
      <td className="py-1.5 pr-2 font-mono">{inode(second)}</td>
      <td className={`py-1.5 ${same ? 'font-semibold' : 'text-dim'}`}>
        {SIGNS[standing]} {words.standings[standing]}
      </td>
    </tr>
  );
}

/** In words, what two containers can do because of how they stand to each other in this type. */
function followsFrom(
  { type, standing }: TypeComparison,
  first: string,
  second: string,
  words: Messages['comparison'],
): string {
  const { same, different, inside } = words.follows;
  switch (standing) {
    case 'same':
      return same[type](first, second);
    case 'unknown':
      return words.unknown(type);
    case 'none':
      return words.none;
    case 'absent':
      return words.absent(type);
    case 'first inside':
      return type === 'pid' || type === 'user'
        ? inside[type](first, second)
        : different[type](first, second);
    case 'second inside':
      return type === 'pid' || type === 'user'
        ? inside[type](second, first)
        : different[type](first, second);
    case 'different':
      return different[type](first, second);
  }
}
