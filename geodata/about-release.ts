import { fileURLToPath } from 'node:url';

import { type BoundarySet, kindName } from '../server/domain/area.ts';
import { codesOf } from '../server/domain/body.ts';
import type { OtherName } from '../server/domain/other-name.ts';
import type { Release, Source } from '../server/domain/release.ts';
import { shown } from './fields.ts';
import { InputFault } from './input-fault.ts';
import { OUR_OTHER_NAMES, readOtherNames } from './other-names.ts';
import type { Drawing } from './draw.ts';
import { filesOf, type Manifest } from './manifest.ts';
import { fingerprint } from './read/file.ts';

const DEMONSTRATION = fileURLToPath(new URL('./embedded/directory', import.meta.url));
const DEMONSTRATION_NOTICE =
  'Contacts are a demonstration: invented numbers from ranges kept for drama. Do not ring them.';

/** The folder of needs, teams and arrangements that a release is made with. */
export function teamsFolderOf({ teams }: Manifest): string {
  return teams ?? DEMONSTRATION;
}

/** A release is named after the bytes of all its files, so that the same files are the same release. */
export function releaseIdOf(manifest: Manifest): string {
  const directory = ['needs.json', 'teams.json', 'arrangements.json'].map(
    (name) => `${teamsFolderOf(manifest)}/${name}`,
  );
  const files = [manifest.file, ...filesOf(manifest), OUR_OTHER_NAMES, ...directory];
  return `${manifest.release}-${fingerprint(files, repairsAskedOf(manifest))}`;
}

/** Repair may be asked for beside the manifest, and then makes another release of the same files. */
function repairsAskedOf({ boundaries, residents }: Manifest): string {
  const asked = [...boundaries, ...(residents ? [residents] : [])].map(({ repair }) => repair);
  return asked.includes(true) ? JSON.stringify(asked) : '';
}

/** What a reader is told of the release as a whole. */
export function aboutRelease(
  manifest: Manifest,
  { sets, areas, notices }: Drawing,
): Omit<Release, 'loadedAt'> {
  return {
    id: releaseIdOf(manifest),
    sources: sourcesOf(manifest),
    notices: [...notices, ...noticesOf(manifest, sets)],
    coverage: {
      name: manifest.coverage,
      listsUnits: manifest.postcodes.length > 0,
      postcodeAreas: postcodeAreasOf(manifest),
    },
    otherNames: otherNamesOf(manifest, areas),
  };
}

/** Ours of the bodies that are here, and all of the manifest’s own. */
function otherNamesOf({ otherNames }: Manifest, areas: Drawing['areas']): OtherName[] {
  const codes = new Set(areas.flatMap(({ area }) => codesOf(area)));
  const theirs = otherNames.flatMap(readOtherNames);
  const unknown = theirs.find(({ of }) => !codes.has(of));
  if (unknown)
    throw new InputFault(
      `${otherNames.join()}: wanted codes of areas of this release in "of", found ${shown(unknown.of)}`,
    );
  return [...readOtherNames(OUR_OTHER_NAMES).filter(({ of }) => codes.has(of)), ...theirs];
}

function sourcesOf({ boundaries, attribution }: Manifest): Source[] {
  const sources = boundaries.map(({ source, licence }) => ({ name: source, licence, attribution }));
  return sources.filter(
    ({ name, licence }, at) =>
      sources.findIndex((other) => other.name === name && other.licence === licence) === at,
  );
}

function noticesOf(manifest: Manifest, sets: readonly BoundarySet[]): string[] {
  return [
    ...sets
      .filter(({ status }) => status !== 'OFFICIAL')
      .map(
        ({ kind, edition, status }) =>
          `The ${kindName(kind)} lines of ${edition} are ${status.toLowerCase()}, not official.`,
      ),
    ...(manifest.residents ? ['Residents are shared out from small areas by their ground.'] : []),
    ...(manifest.teams === null ? [DEMONSTRATION_NOTICE] : []),
  ];
}

/** Null as soon as one source was read whole. */
function postcodeAreasOf({ postcodes }: Manifest): string[] | null {
  const areas = postcodes.map((source) => source.areas);
  return areas.includes(null) ? null : [...new Set(areas.flatMap((each) => each ?? []))].sort();
}
