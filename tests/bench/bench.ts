import { benchAttack } from './attack.ts';
import { benchBulk } from './bulk.ts';
import { benchHttp } from './http.ts';
import { benchLoad } from './load.ts';
import { print } from './measure.ts';
import { benchOverlay } from './overlay.ts';
import { benchPlanner } from './planner.ts';
import { machine } from './real.ts';
import { benchReferral } from './referral.ts';
import { benchSpreadsheet } from './spreadsheet.ts';
import { benchStart } from './start.ts';

const BENCHES: Readonly<Record<string, () => Promise<void>>> = {
  attack: benchAttack,
  bulk: benchBulk,
  http: benchHttp,
  load: benchLoad,
  overlay: benchOverlay,
  referral: benchReferral,
  spreadsheet: benchSpreadsheet,
  planner: benchPlanner,
  start: benchStart,
};

const names = process.argv.slice(2);
const known = Object.keys(BENCHES);
const stray = names.find((name) => !known.includes(name));
if (stray !== undefined) {
  process.stderr.write(`Wanted ${known.join(', ')} or nothing for all, found "${stray}"\n`);
  process.exitCode = 64;
} else {
  print(machine());
  for (const name of names.length > 0 ? names : known) await BENCHES[name]?.();
}
