import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

setFlagsFromString('--expose-gc');
const collect = runInNewContext('gc') as () => void;

/** Gives back what nobody holds any more: after much of it, the engine would wait until there is as much again. */
export function giveBackMemory(): void {
  collect();
}
