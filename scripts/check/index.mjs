import { apiReports } from './api-reports.mjs';
import { boundaries } from './boundaries.mjs';
import { counts } from './counts.mjs';
import { coverage } from './coverage.mjs';
import { deadCode } from './dead-code.mjs';
import { generated } from './generated.mjs';
import { hygiene } from './hygiene.mjs';
import { links } from './links.mjs';
import { migrations } from './migrations.mjs';
import { promises } from './promises.mjs';
import { shape } from './shape.mjs';
import { sizes } from './sizes.mjs';
import { sources } from './sources.mjs';
import { types } from './types.mjs';

/** The checks of the gate. Each has a key, a name, a remedy, and `run({ update })` that resolves with its problems;
 * `needsBuild` where it looks at what is published. */
export const checks = [generated, migrations, types, sources, boundaries, deadCode, shape, sizes, apiReports, links, promises, counts, coverage, hygiene];
