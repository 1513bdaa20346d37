import { constants, copyFileSync, existsSync, mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';

/** What today's national data is made from, as we ship it. */
export const NATIONAL_MANIFEST = fileURLToPath(
  new URL('../national/manifest.json', import.meta.url),
);

/** Copies the national manifest to where the user may edit it. False when one is there. */
export function layOut(file: string): boolean {
  if (existsSync(file)) return false;
  mkdirSync(dirname(file), { recursive: true });
  copyFileSync(NATIONAL_MANIFEST, file, constants.COPYFILE_EXCL);
  return true;
}
