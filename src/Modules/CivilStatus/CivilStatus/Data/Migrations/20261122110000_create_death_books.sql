-- Registers and volumes say what they are of; death entries, and what each death ended.
ALTER TABLE civil_status.birth_registers RENAME TO registers;
ALTER TABLE civil_status.registers ADD COLUMN kind text NOT NULL DEFAULT 'Birth';
ALTER TABLE civil_status.registers DROP CONSTRAINT pk_birth_registers;
ALTER TABLE civil_status.registers ADD CONSTRAINT pk_registers PRIMARY KEY (kind, unit_code, year);
ALTER TABLE civil_status.registers ALTER COLUMN kind DROP DEFAULT;
ALTER TABLE civil_status.registers ADD CONSTRAINT ck_registers_kind CHECK (kind IN ('Birth', 'Death', 'Change', 'Copy'));

ALTER TABLE civil_status.birth_entries DROP CONSTRAINT fk_birth_entries_books;
ALTER TABLE civil_status.birth_books RENAME TO books;
ALTER TABLE civil_status.books ADD COLUMN kind text NOT NULL DEFAULT 'Birth';
ALTER TABLE civil_status.books ADD COLUMN closing_events int;
ALTER TABLE civil_status.books ADD COLUMN closing_pages int;
ALTER TABLE civil_status.books DROP CONSTRAINT pk_birth_books;
ALTER TABLE civil_status.books ADD CONSTRAINT pk_books PRIMARY KEY (kind, unit_code, year, volume);
ALTER TABLE civil_status.books ALTER COLUMN kind DROP DEFAULT;
ALTER TABLE civil_status.books RENAME CONSTRAINT ck_birth_books_closed TO ck_books_closed;
ALTER TABLE civil_status.books ADD CONSTRAINT ck_books_kind CHECK (kind IN ('Birth', 'Death', 'Change', 'Copy'));
CREATE INDEX ix_books_open ON civil_status.books (year) WHERE closed_on IS NULL;

ALTER TABLE civil_status.birth_entries ADD COLUMN look_alike_without_entry boolean NOT NULL DEFAULT false;
ALTER TABLE civil_status.birth_entries ADD COLUMN book text NOT NULL DEFAULT 'Birth';
ALTER TABLE civil_status.birth_entries ADD CONSTRAINT ck_birth_entries_book CHECK (book = 'Birth');
ALTER TABLE civil_status.birth_entries ADD CONSTRAINT fk_birth_entries_books FOREIGN KEY (book, unit_code, year, volume)
    REFERENCES civil_status.books (kind, unit_code, year, volume);

-- Versions of entries of every register.
ALTER TABLE civil_status.entry_versions DROP CONSTRAINT fk_entry_versions_entries;

CREATE TABLE civil_status.death_entries (
    id uuid NOT NULL,
    book text NOT NULL,
    unit_code text NOT NULL,
    year int NOT NULL,
    number int NOT NULL,
    volume int NOT NULL,
    registered_on date NOT NULL,
    office_unit text NOT NULL,
    office_province text NOT NULL,
    deceased_id uuid NOT NULL,
    deceased jsonb NOT NULL,
    deceased_number text NOT NULL,
    deceased_sex text NOT NULL,
    deceased_name_folded text NOT NULL,
    died_on date NOT NULL,
    died_precision text NOT NULL,
    died_time time,
    death_place text NOT NULL,
    death_cause text NOT NULL,
    notice_number text,
    requester_id uuid NOT NULL,
    requester_name text NOT NULL,
    requester_relation text NOT NULL,
    dossier_id uuid NOT NULL,
    dossier_code text NOT NULL,
    procedure_code text NOT NULL,
    effect_request_id uuid NOT NULL,
    pending_request_id uuid NOT NULL,
    public_token text NOT NULL,
    state text NOT NULL,
    paper_title text,
    paper_title_en text,
    signed_by_id uuid,
    signed_by_name text,
    signed_at timestamptz,
    extract_file_id uuid,
    content_hash text,
    revoked_by_id uuid,
    revoked_at timestamptz,
    revoked_reason text,
    revoked_law text,
    revoked_evidence text,
    version int NOT NULL,
    CONSTRAINT pk_death_entries PRIMARY KEY (id),
    CONSTRAINT uq_death_entries_number UNIQUE (unit_code, year, number),
    CONSTRAINT uq_death_entries_effect_request UNIQUE (effect_request_id),
    CONSTRAINT uq_death_entries_public_token UNIQUE (public_token),
    CONSTRAINT fk_death_entries_books FOREIGN KEY (book, unit_code, year, volume)
        REFERENCES civil_status.books (kind, unit_code, year, volume),
    CONSTRAINT fk_death_entries_files FOREIGN KEY (extract_file_id) REFERENCES civil_status.files (id),
    CONSTRAINT ck_death_entries_book CHECK (book = 'Death'),
    CONSTRAINT ck_death_entries_number CHECK (number >= 1 AND volume >= 1),
    CONSTRAINT ck_death_entries_sex CHECK (deceased_sex IN ('Unknown', 'Male', 'Female')),
    CONSTRAINT ck_death_entries_precision CHECK (died_precision IN ('Day', 'Month', 'Year')),
    CONSTRAINT ck_death_entries_state CHECK (state IN ('Written', 'Signed', 'Revoked')),
    CONSTRAINT ck_death_entries_signed CHECK (
        state <> 'Signed' OR (signed_at IS NOT NULL AND content_hash IS NOT NULL AND paper_title IS NOT NULL)),
    CONSTRAINT ck_death_entries_revoked CHECK ((state = 'Revoked') = (revoked_at IS NOT NULL))
);
-- Nobody dies twice; an entry out of force frees the way for the right one.
CREATE UNIQUE INDEX ux_death_entries_deceased ON civil_status.death_entries (deceased_id) WHERE state <> 'Revoked';
CREATE UNIQUE INDEX ux_death_entries_dossier ON civil_status.death_entries (dossier_id) WHERE state <> 'Revoked';
CREATE INDEX ix_death_entries_name ON civil_status.death_entries (unit_code, year, deceased_name_folded);

-- Every report of every module, in the order they came; the latest of a kind counts.
CREATE TABLE civil_status.death_consequences (
    id uuid NOT NULL,
    death_entry_id uuid NOT NULL,
    kind text NOT NULL,
    state text NOT NULL,
    count int NOT NULL,
    waits_for_organisation text,
    at timestamptz NOT NULL,
    CONSTRAINT pk_death_consequences PRIMARY KEY (id),
    CONSTRAINT fk_death_consequences_entries FOREIGN KEY (death_entry_id) REFERENCES civil_status.death_entries (id),
    CONSTRAINT ck_death_consequences_state CHECK (state IN ('Nothing', 'Done', 'Waiting', 'Restored')),
    CONSTRAINT ck_death_consequences_count CHECK (count >= 0)
);
CREATE INDEX ix_death_consequences_entry ON civil_status.death_consequences (death_entry_id, kind, at);
