import type { HotStatement } from '../../db/contract.js';

/** The first parameter that is a word to compare by trigrams. */
const FIRST_WORD = 12;

/** A star of a page's pattern stands for anything; what LIKE takes for special does not. */
const PATTERN = String.raw`replace(replace(replace(replace(a.page_pattern, '\', '\\'), '%', '\%'), '_', '\_'), '*', '%')`;

/**
 * A page of a site's articles that have any of the words, best first: those with all of them before the others. `$1` site, `$2` whether inactive ones too,
 * `$3` the words joined by `&` and `$4` by `|` as `to_tsquery` takes them, `$5` the query in lower case, `$6` category or null, `$7` language or null, `$8` path or
 * null, `$9`/`$10` rank and id of the cursor or null, `$11` limit, and from `$12` on words whose spelling may be a little off.
 */
function searchSql(words: number): string {
  const near = Array.from({ length: words }, (_, index) => ` OR $${FIRST_WORD + index}::text <% a.heading`).join('');
  return `WITH ranked AS (
    SELECT a.*, (1000000 * ((a.words @@ to_tsquery('simple', $3))::int + least(ts_rank(a.words, to_tsquery('simple', $4)), 0.999)
        + similarity(lower(a.title), $5::text)))::int AS rank
      FROM article a
     WHERE a.site_id = $1 AND a.deleted_at IS NULL AND ($2::boolean OR a.is_active)
       AND ($6::text IS NULL OR a.category = $6::text)
       AND ($7::text IS NULL OR a.language IS NULL OR $7::text = a.language OR starts_with($7::text, a.language || '-'))
       AND ($8::text IS NULL OR a.page_pattern IS NULL OR $8::text LIKE ${PATTERN})
       AND (a.words @@ to_tsquery('simple', $4)${near}))
    SELECT id, rank FROM ranked r WHERE $9::int IS NULL OR (r.rank, r.id) < ($9::int, $10::text)
    ORDER BY r.rank DESC, r.id DESC LIMIT $11::int`;
}

const statements = new Map<number, HotStatement>();

/** The statement that searches with so many words compared by trigrams; they begin at `$12`. */
export function searchStatement(words: number): HotStatement {
  const known = statements.get(words) ?? { name: `knowledge.search.${words}`, text: searchSql(words) };
  statements.set(words, known);
  return known;
}
