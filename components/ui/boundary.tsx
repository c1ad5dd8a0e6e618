import { Component, useLayoutEffect, useRef, type ReactNode } from 'react';
import { useMessages } from '../store/messages';
import { Button } from './button';

interface BoundaryProps {
  /** What could not be drawn, in a sentence. */
  sentence: string;
  /** What is drawn: once it is another, what went wrong with the one before no longer counts. */
  drawn: string;
  /** The id of the part of the page that it is in, which takes the focus once it is drawn again. */
  home: string;
  children: ReactNode;
}

interface BoundaryState {
  drawn: string;
  failure: { error: unknown } | null;
}

/** Draws its children; where they fail, says so in their place, and the rest of the page goes on. */
export class Boundary extends Component<BoundaryProps, BoundaryState> {
  override state: BoundaryState = { drawn: this.props.drawn, failure: null };

  static getDerivedStateFromError(error: unknown): Partial<BoundaryState> {
    return { failure: { error } };
  }

  static getDerivedStateFromProps(
    { drawn }: BoundaryProps,
    state: BoundaryState,
  ): BoundaryState | null {
    return drawn === state.drawn ? null : { drawn, failure: null };
  }

  override render(): ReactNode {
    const { sentence, home, children } = this.props;
    const { failure } = this.state;
    if (failure === null) return children;
    const tryAgain = () =>
      this.setState({ failure: null }, () => document.getElementById(home)?.focus());
    return <Failure sentence={sentence} error={failure.error} home={home} onTryAgain={tryAgain} />;
  }
}

interface FailureProps extends Pick<BoundaryProps, 'sentence' | 'home'> {
  error: unknown;
  onTryAgain: () => void;
}

function Failure({ sentence, error, home, onTryAgain }: FailureProps) {
  const { shell } = useMessages();
  const button = useRef<HTMLButtonElement>(null);
  useLayoutEffect(() => {
    // What had the focus is gone, or never came: here one can go on.
    const { activeElement, body } = document;
    if (activeElement === body || activeElement?.id === home) button.current?.focus();
  }, [home]);
  return (
    <div role="alert" className="flex flex-col items-start gap-2 p-7 leading-relaxed">
      <p className="font-semibold">{sentence}</p>
      <p className="text-sm text-dim">
        {shell.reason}{' '}
        <span className="font-mono [overflow-wrap:anywhere]">
          {error instanceof Error ? error.message : String(error)}
        </span>
      </p>
      <Button ref={button} onClick={onTryAgain}>
        {shell.tryAgain}
      </Button>
    </div>
  );
}
