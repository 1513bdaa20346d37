import type { Checked, CheckAsk, Progress } from './check-rows.ts';
import type { Looked } from './look-at-file.ts';

export type ToWorker =
  | { readonly kind: 'look'; readonly file: File }
  | { readonly kind: 'check'; readonly ask: CheckAsk };

export type FromWorker =
  | { readonly kind: 'looked'; readonly looked: Looked }
  | { readonly kind: 'progress'; readonly progress: Progress }
  | { readonly kind: 'checked'; readonly checked: Checked };
