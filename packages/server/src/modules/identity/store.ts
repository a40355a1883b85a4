import type { HotStatement } from '../../db/contract.js';

const USER_COLUMNS = `id, site_id AS "siteId", external_id AS "externalId", role::text AS role, is_guest AS "isGuest", display_name AS "displayName",
  avatar_url AS "avatarUrl", is_active AS "isActive", merged_into_id AS "mergedIntoId", updated_at AS "updatedAt"`;

const SITE_COLUMNS = `id, name, public_key AS "publicKey", secret, previous_secret AS "previousSecret", jwks_url AS "jwksUrl", issuer,
  allowed_origins AS "allowedOrigins", settings, is_active AS "isActive"`;

const worksForSite = (role: string): string => `${role} IN ('agent', 'admin', 'bot')`;

/** The site whose public key or id is `$1`. */
export const SITE_BY_KEY: HotStatement = {
  name: 'identity_site_by_key',
  text: `SELECT ${SITE_COLUMNS} FROM site WHERE public_key = $1 OR id = $1`,
};

/** The user of site `$1` whose external id is `$2`. */
export const USER_BY_EXTERNAL_ID: HotStatement = {
  name: 'identity_user_by_external_id',
  text: `SELECT ${USER_COLUMNS} FROM "user" WHERE site_id = $1 AND external_id = $2`,
};

/** The users of site `$1` whose external ids are `$2` or whose ids are `$3`. */
export const USERS_TOGETHER: HotStatement = {
  name: 'identity_users_together',
  text: `SELECT ${USER_COLUMNS} FROM "user" WHERE site_id = $1 AND external_id = ANY($2::text[])
    UNION ALL SELECT ${USER_COLUMNS} FROM "user" WHERE site_id = $1 AND id = ANY($3::text[])`,
};

/**
 * Makes the user, or brings the one that exists up to what the host says: `$1` id for a new row, `$2` site, `$3` external id,
 * `$4` role, `$5` name or null, `$6` picture or null, `$7` name for a new row without one, `$8` now.
 */
export const SEE_USER: HotStatement = {
  name: 'identity_see_user',
  text: `INSERT INTO "user" (id, site_id, external_id, role, is_guest, display_name, avatar_url, profile, is_active, notice_seq, created_at, updated_at)
    VALUES ($1, $2, $3, $4::text::role, false, coalesce($5::text, $7::text), $6::text, '{}'::jsonb, true, 0, $8::timestamptz, $8::timestamptz)
    ON CONFLICT (site_id, external_id) DO UPDATE SET role = EXCLUDED.role, display_name = coalesce($5::text, "user".display_name),
      avatar_url = coalesce($6::text, "user".avatar_url), updated_at = EXCLUDED.updated_at,
      staff_left_at = CASE WHEN ${worksForSite('EXCLUDED.role')} THEN NULL WHEN ${worksForSite('"user".role')} THEN EXCLUDED.updated_at ELSE "user".staff_left_at END
    RETURNING ${USER_COLUMNS}`,
};

/** Makes the bot of site `$2` unless it is there: `$1` id, `$3` external id, `$4` name, `$5` now. */
export const MAKE_BOT = `INSERT INTO "user" (id, site_id, external_id, role, is_guest, display_name, profile, is_active, notice_seq, created_at, updated_at)
  VALUES ($1, $2, $3, 'bot', false, $4, '{}'::jsonb, true, 0, $5::timestamptz, $5::timestamptz) ON CONFLICT (site_id, external_id) DO NOTHING`;

/** The key whose hash is `$1`, and whether its site is switched on. */
export const KEY_BY_HASH: HotStatement = {
  name: 'identity_key_by_hash',
  text: `SELECT k.id, k.site_id AS "siteId", k.expires_at AS "expiresAt", k.revoked_at AS "revokedAt", k.last_used_at AS "lastUsedAt",
    s.is_active AS "siteIsActive" FROM api_key k JOIN site s ON s.id = k.site_id WHERE k.hash = $1`,
};

/** Notes that key `$1` was used at `$2`, at most once a minute. */
export const TOUCH_KEY: HotStatement = {
  name: 'identity_touch_key',
  text: `UPDATE api_key SET last_used_at = $2::timestamptz
    WHERE id = $1 AND (last_used_at IS NULL OR last_used_at < $2::timestamptz - interval '1 minute')`,
};

/** What user `$1` of site `$2` was let do beyond their role. */
export const PERMISSIONS_OF: HotStatement = {
  name: 'identity_permissions_of',
  text: `SELECT permissions::text[] AS permissions FROM "user" WHERE id = $1 AND site_id = $2`,
};

/** Lets user `$1` of site `$2` do `$3` beyond their role, and nothing else. */
export const SET_PERMISSIONS: HotStatement = {
  name: 'identity_set_permissions',
  text: `UPDATE "user" SET permissions = $3::text[]::permission[] WHERE id = $1 AND site_id = $2`,
};
