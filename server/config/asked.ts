import type { ShippedRecording } from '@lib/protocol/shipped';
import { printable } from '@lib/table/printable';
import { unknownParameters } from '@lib/view-state/parameters';
import { parseViewState, type ViewState } from '@lib/view-state/view-state';
import { wrongValue, type Context } from './common';

/* What `--view` and `--from` say, where something is made of what a page shows. */

/** A recording, one that comes with nsview, or the address of another nsview; null: this machine. */
export type From = { file: string } | { shipped: ShippedRecording } | { url: string } | null;

type Words = Context['messages']['cli'];

/** @throws UsageError */
export function viewStateIn(view: string, cli: Words): ViewState {
  // The whole address of a page, or what stands after its question mark.
  const query = view.slice(view.indexOf('?') + 1);
  const unknown = unknownParameters(query);
  const { state, problems } = parseViewState(query);
  const { addressParameter, addressValue } = cli.figureCommand;
  if (unknown.length > 0) {
    throw wrongValue(cli, '--view', view, addressParameter(unknown.map(printable).join(', ')));
  }
  const [problem] = problems;
  if (problem === undefined) return state;
  throw wrongValue(cli, '--view', view, addressValue(problem.parameter, problem.expected));
}

/** @param from as given; where it is not, the recording that the view names @throws UsageError */
export function sourceIn(from: string | undefined, { recording }: ViewState, cli: Words): From {
  if (from === undefined) return recording === null ? null : { shipped: recording };
  if (from === '') throw wrongValue(cli, '--from', from, cli.recordingFile);
  return /^https?:\/\//i.test(from) && URL.canParse(from) ? { url: from } : { file: from };
}
