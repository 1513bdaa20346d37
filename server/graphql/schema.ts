import './area.ts';
import './body.ts';
import './boundary-change.ts';
import './coterminosity.ts';
import './coterminosity-history.ts';
import './need.ts';
import './place.ts';
import './practice.ts';
import './proposal.ts';
import './recut.ts';
import './referral.ts';
import './release.ts';
import './reorganisation.ts';
import './team.ts';
import './team-coverage.ts';

import { builder } from './builder.ts';

export const schema = builder.toSchema();
