import './area.ts';
import './boundary-change.ts';
import './coterminosity.ts';
import './need.ts';
import './place.ts';
import './practice.ts';
import './referral.ts';
import './release.ts';
import './team.ts';

import { builder } from './builder.ts';

export const schema = builder.toSchema();
