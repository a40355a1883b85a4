import { BOT_EXTERNAL_ID } from '../identity/index.js';

// Whom a broadcast is for, said once: for what a person reads, for whom a node tells, and for the counts.

// Whether the condition `t.c` holds for the user `u`. What a profile does not have, is equal to nothing and less than nothing.
const holds = (u: string): string => {
  const value = `${u}.profile #> ARRAY(SELECT jsonb_array_elements_text(t.c->'path'))`;
  return `CASE t.c->>'op'
    WHEN 'is' THEN t.c->'values' @> jsonb_build_array(${value})
    WHEN 'is_not' THEN NOT (t.c->'values' @> jsonb_build_array(${value}))
    WHEN 'has' THEN jsonb_typeof(${value}) = 'array' AND EXISTS (
      SELECT 1 FROM jsonb_array_elements(t.c->'values') x(v) WHERE ${value} @> jsonb_build_array(x.v))
    WHEN 'exists' THEN coalesce(jsonb_typeof(${value}), 'null') <> 'null'
    WHEN 'missing' THEN coalesce(jsonb_typeof(${value}), 'null') = 'null'
    WHEN 'at_least' THEN jsonb_typeof(${value}) = 'number' AND (${value}) >= t.c->'values'->0
    WHEN 'at_most' THEN jsonb_typeof(${value}) = 'number' AND (${value}) <= t.c->'values'->0
    WHEN 'before' THEN ${u}.created_at < (t.c->>'at')::timestamptz
    WHEN 'after' THEN ${u}.created_at > (t.c->>'at')::timestamptz
  END`;
};

/** An SQL condition: the broadcast `b` is for the user `u` (aliases of the tables). The state of the broadcast is not looked at. */
export const isForSql = (b: string, u: string): string => `(${u}.is_active AND ${u}.merged_into_id IS NULL AND ${u}.role <> 'system' AND ${u}.external_id IS DISTINCT FROM '${BOT_EXTERNAL_ID}'
  AND (coalesce(cardinality(${b}.roles), 0) = 0 OR ${u}.role = ANY(${b}.roles))
  AND (${b}.guests = 'included' OR (${b}.guests = 'only') = ${u}.is_guest)
  AND (${b}.includes_newcomers OR ${b}.published_at IS NULL OR ${u}.created_at <= ${b}.published_at)
  AND (${b}.segment = '[]'::jsonb OR EXISTS (SELECT 1 FROM jsonb_array_elements(${b}.segment) g(terms) WHERE NOT EXISTS (
    SELECT 1 FROM jsonb_array_elements(g.terms) t(c) WHERE NOT coalesce(${holds(u)}, false)))))`;
