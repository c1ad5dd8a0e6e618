import type { StageMessage } from '@lib/present/from-stage';
import type { PresentRequest } from '@lib/protocol/present-request';
import type { Show } from './show';

/** A page of the presenter's address. */
export interface PresenterPage {
  readonly id: string;
  /** What it sits before; null: nothing yet. */
  readonly show: Show | null;
  tell: (message: StageMessage) => void;
}

/** Hears what pages of the presenter's address do about presenting. */
export interface Presenters {
  hear: (page: PresenterPage, request: PresentRequest) => void;
  /** It sits before something else now. */
  moved: (page: PresenterPage) => void;
  gone: (page: PresenterPage) => void;
}
