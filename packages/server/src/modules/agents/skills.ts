import type { Deps } from '../../deps.js';
import type { HotStatement } from '../../db/contract.js';

const SKILLS: HotStatement = {
  name: 'agents.skills',
  text: `SELECT DISTINCT k.skill->>'name' AS name FROM agent a CROSS JOIN LATERAL jsonb_array_elements(a.skills) AS k(skill) WHERE a.site_id = $1`,
};

/** Names of everything that some agent of the site can do. */
export async function siteSkills(deps: Pick<Deps, 'db'>, siteId: string): Promise<string[]> {
  const rows = await deps.db.hot<{ readonly name: string }>(SKILLS, [siteId]);
  return rows.map(({ name }) => name);
}
