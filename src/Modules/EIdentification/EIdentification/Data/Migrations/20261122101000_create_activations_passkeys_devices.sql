-- How an account begins, the ways to sign in beside password and code app, what happened to it, and posts with their history.

ALTER TABLE e_identification.accounts
    ALTER COLUMN password_hash DROP NOT NULL,
    ADD COLUMN unit_code text NOT NULL DEFAULT '',
    -- Decree 69/2024/ND-CP: levels 1 and 2 of a citizen's account; 2 needs face and fingerprint before the police.
    ADD COLUMN level int NOT NULL DEFAULT 1 CONSTRAINT ck_accounts_level CHECK (level IN (1, 2)),
    ADD COLUMN assured_by text NOT NULL DEFAULT 'document'
        CONSTRAINT ck_accounts_assured_by CHECK (assured_by IN ('document', 'biometrics', 'letter', 'sample')),
    ADD COLUMN activated_at timestamptz,
    ADD COLUMN level_two_at timestamptz,
    ADD COLUMN closed_at timestamptz,
    -- The entry of the death that closed it.
    ADD COLUMN closed_by uuid,
    ADD COLUMN rights_version bigint NOT NULL DEFAULT 0;
UPDATE e_identification.accounts SET activated_at = created_at, level = 2, level_two_at = created_at, assured_by = 'sample';
CREATE INDEX ix_accounts_unit ON e_identification.accounts (unit_code);

ALTER TABLE e_identification.sessions DROP CONSTRAINT ck_sessions_factor;
ALTER TABLE e_identification.sessions ADD CONSTRAINT ck_sessions_factor CHECK (factor IN ('App', 'Mail', 'Passkey', 'RecoveryCode'));

-- Somebody before a clerk, or a letter on its way: a code that makes an account usable, or usable again. No code is kept
-- in any of these tables: each follows from its row's id and a key that isn't in the database.
CREATE TABLE e_identification.activations (
    id uuid NOT NULL CONSTRAINT pk_activations PRIMARY KEY,
    account_id uuid NOT NULL CONSTRAINT fk_activations_accounts REFERENCES e_identification.accounts (id),
    kind text NOT NULL CONSTRAINT ck_activations_kind CHECK (kind IN ('Counter', 'Letter', 'Reset', 'Raise')),
    document text,
    level int NOT NULL CONSTRAINT ck_activations_level CHECK (level IN (1, 2)),
    organisation_code text,
    clerk_account uuid,
    attempts int NOT NULL DEFAULT 0,
    created_at timestamptz NOT NULL,
    expires_at timestamptz NOT NULL,
    -- The clerk confirms by making it, the citizen here.
    confirmed_at timestamptz,
    finished_at timestamptz,
    -- Tried too often, replaced, or the person died.
    died_at timestamptz
);
CREATE INDEX ix_activations_account ON e_identification.activations (account_id, created_at DESC);
CREATE INDEX ix_activations_clerk ON e_identification.activations (organisation_code, created_at DESC);

-- Asked for by anybody at home: answered by a letter or by nothing, later, so that the page tells nobody which.
CREATE TABLE e_identification.asked_by_strangers (
    id uuid NOT NULL CONSTRAINT pk_asked_by_strangers PRIMARY KEY,
    kind text NOT NULL CONSTRAINT ck_asked_by_strangers_kind CHECK (kind IN ('Letter', 'Recovery')),
    number text NOT NULL,
    language text NOT NULL,
    asked_at timestamptz NOT NULL,
    attempts int NOT NULL DEFAULT 0,
    used_at timestamptz
);
CREATE INDEX ix_asked_by_strangers_asked ON e_identification.asked_by_strangers (asked_at);

CREATE TABLE e_identification.passkeys (
    id uuid NOT NULL CONSTRAINT pk_passkeys PRIMARY KEY,
    account_id uuid NOT NULL CONSTRAINT fk_passkeys_accounts REFERENCES e_identification.accounts (id),
    credential_id bytea NOT NULL CONSTRAINT uq_passkeys_credential UNIQUE,
    public_key bytea NOT NULL,
    name text NOT NULL,
    sign_count bigint NOT NULL,
    -- As the browser said them, with commas between.
    transports text NOT NULL,
    backup_eligible boolean NOT NULL,
    backed_up boolean NOT NULL,
    attestation_object bytea NOT NULL,
    client_data_json bytea NOT NULL,
    created_at timestamptz NOT NULL,
    last_used_at timestamptz
);
CREATE INDEX ix_passkeys_account ON e_identification.passkeys (account_id);

-- Each challenge is answered once, on whichever host: answering deletes it.
CREATE TABLE e_identification.passkey_challenges (
    id uuid NOT NULL CONSTRAINT pk_passkey_challenges PRIMARY KEY,
    account_id uuid,
    state text NOT NULL,
    expires_at timestamptz NOT NULL
);
CREATE INDEX ix_passkey_challenges_expires ON e_identification.passkey_challenges (expires_at);

CREATE TABLE e_identification.recovery_codes (
    id uuid NOT NULL CONSTRAINT pk_recovery_codes PRIMARY KEY,
    account_id uuid NOT NULL CONSTRAINT fk_recovery_codes_accounts REFERENCES e_identification.accounts (id),
    created_at timestamptz NOT NULL,
    used_at timestamptz
);
CREATE INDEX ix_recovery_codes_account ON e_identification.recovery_codes (account_id);

-- Browsers that an account has been signed in with, as keyed hashes of a cookie.
CREATE TABLE e_identification.known_devices (
    account_id uuid NOT NULL CONSTRAINT fk_known_devices_accounts REFERENCES e_identification.accounts (id),
    device_hash text NOT NULL,
    first_seen_at timestamptz NOT NULL,
    CONSTRAINT pk_known_devices PRIMARY KEY (account_id, device_hash)
);

CREATE TABLE e_identification.mail_changes (
    id uuid NOT NULL CONSTRAINT pk_mail_changes PRIMARY KEY,
    account_id uuid NOT NULL CONSTRAINT fk_mail_changes_accounts REFERENCES e_identification.accounts (id),
    old_mail text,
    new_mail text NOT NULL,
    attempts int NOT NULL DEFAULT 0,
    asked_at timestamptz NOT NULL,
    expires_at timestamptz NOT NULL,
    confirmed_at timestamptz,
    undone_at timestamptz
);
CREATE INDEX ix_mail_changes_account ON e_identification.mail_changes (account_id, asked_at DESC);

-- What was changed about an account, kept for its owner; only added to.
CREATE TABLE e_identification.account_history (
    id uuid NOT NULL CONSTRAINT pk_account_history PRIMARY KEY,
    account_id uuid NOT NULL CONSTRAINT fk_account_history_accounts REFERENCES e_identification.accounts (id),
    at timestamptz NOT NULL,
    kind text NOT NULL,
    device text,
    organisation text,
    subject_id uuid
);
CREATE INDEX ix_account_history_account ON e_identification.account_history (account_id, at DESC);

-- Posts keep who gave and who took them. A post taken back before it began ends at its own beginning.
ALTER TABLE e_identification.posts DROP CONSTRAINT ck_posts_validity;
ALTER TABLE e_identification.posts
    ADD CONSTRAINT ck_posts_validity CHECK (valid_from <= valid_to),
    ADD COLUMN deputy_for uuid CONSTRAINT fk_posts_deputy_for REFERENCES e_identification.posts (id),
    ADD COLUMN appointed_by uuid,
    ADD COLUMN appointed_at timestamptz,
    ADD COLUMN ended_by uuid,
    ADD COLUMN ended_at timestamptz,
    -- The entry of the death that ended it, and the end it had before.
    ADD COLUMN ended_by_death uuid,
    ADD COLUMN end_before_death timestamptz;
CREATE INDEX ix_posts_organisation ON e_identification.posts (organisation_code, valid_from DESC);

-- Whatever changes a post, the rights of its holder are read anew at the next request, on every host.
CREATE FUNCTION e_identification.renew_rights() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    UPDATE e_identification.accounts SET rights_version = rights_version + 1 WHERE id = coalesce(NEW.account_id, OLD.account_id);
    RETURN NULL;
END $$;
CREATE TRIGGER tr_posts_renew_rights AFTER INSERT OR UPDATE OR DELETE ON e_identification.posts
    FOR EACH ROW EXECUTE FUNCTION e_identification.renew_rights();

-- What a death ended, and whether it was given back: both facts stay.
CREATE TABLE e_identification.deaths (
    entry_id uuid NOT NULL CONSTRAINT pk_deaths PRIMARY KEY,
    person_id uuid NOT NULL,
    account_id uuid,
    ended_at timestamptz NOT NULL,
    sessions int NOT NULL,
    posts int NOT NULL,
    revoked_at timestamptz
);
CREATE INDEX ix_deaths_person ON e_identification.deaths (person_id);
