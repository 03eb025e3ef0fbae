-- Birth books, their entries and every version of each entry.
-- One row per commune and year: the lock under which the next number is taken, so that numbers have no gap.
CREATE TABLE civil_status.birth_registers (
    unit_code text NOT NULL,
    year int NOT NULL,
    last_number int NOT NULL,
    CONSTRAINT pk_birth_registers PRIMARY KEY (unit_code, year)
);

CREATE TABLE civil_status.birth_books (
    unit_code text NOT NULL,
    year int NOT NULL,
    volume int NOT NULL,
    first_number int NOT NULL,
    opened_on date NOT NULL,
    closed_on date,
    CONSTRAINT pk_birth_books PRIMARY KEY (unit_code, year, volume),
    CONSTRAINT ck_birth_books_closed CHECK (closed_on >= opened_on)
);

CREATE TABLE civil_status.birth_entries (
    id uuid NOT NULL,
    unit_code text NOT NULL,
    year int NOT NULL,
    number int NOT NULL,
    volume int NOT NULL,
    registered_on date NOT NULL,
    office_unit text NOT NULL,
    office_province text NOT NULL,
    child_surname text NOT NULL,
    child_middle_name text NOT NULL,
    child_given_name text NOT NULL,
    child_sex text NOT NULL,
    child_birth_date date NOT NULL,
    child_birth_place text NOT NULL,
    child_ethnic_code text NOT NULL,
    child_ethnicity text NOT NULL,
    child_nationality_code text NOT NULL,
    child_nationality text NOT NULL,
    child_native_place text NOT NULL,
    child_name_folded text NOT NULL,
    mother_id uuid,
    father_id uuid,
    mother jsonb,
    father jsonb,
    requester_id uuid NOT NULL,
    requester_name text NOT NULL,
    requester_relation text NOT NULL,
    birth_notice_code text,
    dossier_id uuid NOT NULL,
    dossier_code text NOT NULL,
    procedure_code text NOT NULL,
    effect_request_id uuid NOT NULL,
    pending_request_id uuid NOT NULL,
    public_token text NOT NULL,
    state text NOT NULL,
    look_alike_id uuid,
    child_id uuid,
    child_number text,
    signed_by_id uuid,
    signed_by_name text,
    signed_at timestamptz,
    certificate_file_id uuid,
    content_hash text,
    revoked_by_id uuid,
    revoked_at timestamptz,
    revoked_reason text,
    version int NOT NULL,
    CONSTRAINT pk_birth_entries PRIMARY KEY (id),
    CONSTRAINT uq_birth_entries_number UNIQUE (unit_code, year, number),
    CONSTRAINT uq_birth_entries_effect_request UNIQUE (effect_request_id),
    CONSTRAINT uq_birth_entries_public_token UNIQUE (public_token),
    CONSTRAINT fk_birth_entries_books FOREIGN KEY (unit_code, year, volume)
        REFERENCES civil_status.birth_books (unit_code, year, volume),
    CONSTRAINT fk_birth_entries_files FOREIGN KEY (certificate_file_id) REFERENCES civil_status.files (id),
    CONSTRAINT ck_birth_entries_number CHECK (number >= 1 AND volume >= 1),
    CONSTRAINT ck_birth_entries_sex CHECK (child_sex IN ('Unknown', 'Male', 'Female')),
    CONSTRAINT ck_birth_entries_state CHECK (state IN ('NumberPending', 'ReviewPending', 'Numbered', 'Signed', 'Revoked')),
    CONSTRAINT ck_birth_entries_numbered CHECK (state NOT IN ('Numbered', 'Signed') OR (child_id IS NOT NULL AND child_number IS NOT NULL)),
    CONSTRAINT ck_birth_entries_signed CHECK (state <> 'Signed' OR (signed_at IS NOT NULL AND content_hash IS NOT NULL)),
    CONSTRAINT ck_birth_entries_revoked CHECK ((state = 'Revoked') = (revoked_at IS NOT NULL))
);
-- A notice registers one birth; a revoked entry frees it.
CREATE UNIQUE INDEX ux_birth_entries_notice ON civil_status.birth_entries (birth_notice_code) WHERE state <> 'Revoked';
CREATE UNIQUE INDEX ux_birth_entries_dossier ON civil_status.birth_entries (dossier_id) WHERE state <> 'Revoked';
CREATE INDEX ix_birth_entries_name ON civil_status.birth_entries (unit_code, year, child_name_folded);

CREATE TABLE civil_status.entry_versions (
    entry_id uuid NOT NULL,
    version int NOT NULL,
    content jsonb NOT NULL,
    recorded_at timestamptz NOT NULL,
    CONSTRAINT pk_entry_versions PRIMARY KEY (entry_id, version),
    CONSTRAINT fk_entry_versions_entries FOREIGN KEY (entry_id) REFERENCES civil_status.birth_entries (id)
);
