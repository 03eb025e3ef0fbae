-- Accounts and how they sign in, sessions, and who holds which post in which organisation.

CREATE TABLE e_identification.accounts (
    id uuid NOT NULL CONSTRAINT pk_accounts PRIMARY KEY,
    person_id uuid NOT NULL CONSTRAINT uq_accounts_person UNIQUE,
    number text NOT NULL CONSTRAINT uq_accounts_number UNIQUE
        CONSTRAINT ck_accounts_number CHECK (number ~ '^[0-9]{12}$'),
    display_name text NOT NULL,
    salutation text NOT NULL CONSTRAINT ck_accounts_salutation CHECK (salutation IN ('chị', 'anh', 'bà', 'ông', 'bạn')),
    email text,
    language text NOT NULL CONSTRAINT ck_accounts_language CHECK (language IN ('vi', 'en')),
    password_hash text NOT NULL,
    authenticator_secret text,
    last_code_step bigint,
    created_at timestamptz NOT NULL
);

CREATE TABLE e_identification.sessions (
    id uuid NOT NULL CONSTRAINT pk_sessions PRIMARY KEY,
    account_id uuid NOT NULL CONSTRAINT fk_sessions_accounts REFERENCES e_identification.accounts (id),
    created_at timestamptz NOT NULL,
    last_seen_at timestamptz NOT NULL,
    shared boolean NOT NULL,
    factor text NOT NULL CONSTRAINT ck_sessions_factor CHECK (factor IN ('App', 'Mail')),
    device text NOT NULL,
    locked_at timestamptz,
    ended_at timestamptz
);
CREATE INDEX ix_sessions_account ON e_identification.sessions (account_id, created_at DESC);

-- Codes sent by e-mail, as hashes.
CREATE TABLE e_identification.sign_in_codes (
    id uuid NOT NULL CONSTRAINT pk_sign_in_codes PRIMARY KEY,
    account_id uuid NOT NULL CONSTRAINT fk_sign_in_codes_accounts REFERENCES e_identification.accounts (id),
    code_hash text NOT NULL,
    sent_at timestamptz NOT NULL,
    expires_at timestamptz NOT NULL,
    used_at timestamptz
);
CREATE INDEX ix_sign_in_codes_account ON e_identification.sign_in_codes (account_id, sent_at DESC);

-- Attempts, counted before they are judged, for any number that is typed: one that doesn't exist locks just the same.
CREATE TABLE e_identification.sign_in_attempts (
    subject text NOT NULL CONSTRAINT pk_sign_in_attempts PRIMARY KEY,
    attempts int NOT NULL,
    forgotten_at timestamptz NOT NULL
);
CREATE INDEX ix_sign_in_attempts_forgotten ON e_identification.sign_in_attempts (forgotten_at);

CREATE TABLE e_identification.organisations (
    code text NOT NULL CONSTRAINT pk_organisations PRIMARY KEY
        -- Decision 20/2020/QD-TTg: groups split by dots, at most 35 characters.
        CONSTRAINT ck_organisations_code CHECK (code ~ '^[A-Z][0-9]{2}([.][0-9]{2})*$' AND length(code) <= 35),
    kind text NOT NULL CONSTRAINT ck_organisations_kind CHECK (kind IN (
        'commune-service-centre', 'commune-peoples-committee', 'commune-police', 'operator')),
    name text NOT NULL,
    name_en text NOT NULL,
    unit_code text NOT NULL,
    address text NOT NULL,
    verified boolean NOT NULL,
    valid_from date NOT NULL,
    valid_to date,
    CONSTRAINT ck_organisations_validity CHECK (valid_from <= valid_to)
);
CREATE UNIQUE INDEX uq_organisations_unit_kind ON e_identification.organisations (unit_code, kind, valid_from);

CREATE TABLE e_identification.posts (
    id uuid NOT NULL CONSTRAINT pk_posts PRIMARY KEY,
    account_id uuid NOT NULL CONSTRAINT fk_posts_accounts REFERENCES e_identification.accounts (id),
    role text NOT NULL CONSTRAINT ck_posts_role CHECK (role IN (
        'receiving-clerk', 'centre-head', 'civil-status-officer', 'commune-leader', 'police-officer', 'administrator')),
    organisation_code text NOT NULL CONSTRAINT fk_posts_organisations REFERENCES e_identification.organisations (code),
    valid_from timestamptz NOT NULL,
    valid_to timestamptz,
    CONSTRAINT ck_posts_validity CHECK (valid_from < valid_to)
);
CREATE INDEX ix_posts_account ON e_identification.posts (account_id);
