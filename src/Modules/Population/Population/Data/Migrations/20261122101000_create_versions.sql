-- Residences, household memberships and changes of the record: every version kept, none ever overwritten.

ALTER TABLE population.households ALTER COLUMN head_id DROP NOT NULL;
ALTER TABLE population.households ADD COLUMN headless_since date;
ALTER TABLE population.households ADD COLUMN headless_entry uuid;
ALTER TABLE population.households ADD COLUMN ended_on date;
ALTER TABLE population.households ADD CONSTRAINT ck_households_head CHECK (
    num_nonnulls(head_id, headless_since, ended_on) = 1);
CREATE INDEX ix_households_headless ON population.households (unit_code) WHERE headless_since IS NOT NULL;
CREATE INDEX ix_households_head ON population.households (head_id);
CREATE INDEX ix_persons_household ON population.persons (household_id);

-- A version is a row; the next version of the same residence has the same id. From the day that isn't known: null.
CREATE TABLE population.residences (
    id uuid NOT NULL,
    version int NOT NULL CONSTRAINT ck_residences_version CHECK (version > 0),
    person_id uuid NOT NULL CONSTRAINT fk_residences_persons REFERENCES population.persons (id),
    kind text NOT NULL CONSTRAINT ck_residences_kind CHECK (kind IN ('Permanent', 'Temporary', 'Current', 'Stay')),
    unit_code text NOT NULL,
    address text NOT NULL,
    host_id uuid,
    covers_repeats boolean NOT NULL,
    from_date date,
    until_date date,
    status text NOT NULL CONSTRAINT ck_residences_status CHECK (status IN ('InForce', 'Ended', 'Annulled')),
    source text NOT NULL CONSTRAINT ck_residences_source CHECK (source IN ('FirstRegistration', 'Dossier', 'BirthEntry', 'DeathEntry',
        'DeathRevoked', 'Succession', 'CivilStatusEntry')),
    source_ref text,
    procedure_code text,
    request_id uuid,
    decided_by uuid,
    deciding_organisation text,
    decided_at timestamptz,
    recorded_at timestamptz NOT NULL,
    CONSTRAINT pk_residences PRIMARY KEY (id, version),
    CONSTRAINT ck_residences_dates CHECK (from_date <= until_date)
);
CREATE INDEX ix_residences_person ON population.residences (person_id);
CREATE INDEX ix_residences_request ON population.residences (request_id) WHERE request_id IS NOT NULL;
CREATE INDEX ix_residences_host ON population.residences (host_id) WHERE host_id IS NOT NULL;

CREATE TABLE population.memberships (
    id uuid NOT NULL,
    version int NOT NULL CONSTRAINT ck_memberships_version CHECK (version > 0),
    household_id uuid NOT NULL CONSTRAINT fk_memberships_households REFERENCES population.households (id),
    person_id uuid NOT NULL CONSTRAINT fk_memberships_persons REFERENCES population.persons (id),
    relation text NOT NULL CONSTRAINT ck_memberships_relation CHECK (relation IN ('Head', 'Spouse', 'Child', 'ChildInLaw',
        'Grandchild', 'Parent', 'ParentInLaw', 'Sibling', 'SiblingInLaw', 'NieceOrNephew', 'Other')),
    from_date date,
    until_date date,
    status text NOT NULL CONSTRAINT ck_memberships_status CHECK (status IN ('InForce', 'Ended', 'Annulled')),
    source text NOT NULL CONSTRAINT ck_memberships_source CHECK (source IN ('FirstRegistration', 'Dossier', 'BirthEntry', 'DeathEntry',
        'DeathRevoked', 'Succession', 'CivilStatusEntry')),
    source_ref text,
    procedure_code text,
    request_id uuid,
    decided_by uuid,
    deciding_organisation text,
    decided_at timestamptz,
    recorded_at timestamptz NOT NULL,
    CONSTRAINT pk_memberships PRIMARY KEY (id, version),
    CONSTRAINT ck_memberships_dates CHECK (from_date <= until_date)
);
CREATE INDEX ix_memberships_person ON population.memberships (person_id);
CREATE INDEX ix_memberships_household ON population.memberships (household_id);

-- One field, old and new value as text; valid from a day of the law, known from the moment it was recorded.
CREATE TABLE population.person_changes (
    id uuid NOT NULL CONSTRAINT pk_person_changes PRIMARY KEY,
    sequence bigint GENERATED ALWAYS AS IDENTITY,
    person_id uuid NOT NULL CONSTRAINT fk_person_changes_persons REFERENCES population.persons (id),
    field text NOT NULL,
    old_value text,
    new_value text,
    valid_from date,
    reason text,
    source text NOT NULL CONSTRAINT ck_person_changes_source CHECK (source IN ('FirstRegistration', 'Dossier', 'BirthEntry', 'DeathEntry',
        'DeathRevoked', 'Succession', 'CivilStatusEntry')),
    source_ref text,
    procedure_code text,
    request_id uuid,
    decided_by uuid,
    deciding_organisation text,
    decided_at timestamptz,
    recorded_at timestamptz NOT NULL
);
CREATE INDEX ix_person_changes_person ON population.person_changes (person_id);

-- What a dossier asked for is done once, however often it is told.
CREATE TABLE population.carried_out (
    request_id uuid NOT NULL CONSTRAINT pk_carried_out PRIMARY KEY,
    effect text NOT NULL,
    at timestamptz NOT NULL
);

-- Birth entries out of force, and entries that found their child already numbered.
CREATE TABLE population.revoked_births (
    birth_entry_id uuid NOT NULL CONSTRAINT pk_revoked_births PRIMARY KEY,
    person_id uuid NOT NULL CONSTRAINT fk_revoked_births_persons REFERENCES population.persons (id),
    revoked_at timestamptz NOT NULL
);
CREATE INDEX ix_revoked_births_person ON population.revoked_births (person_id);
CREATE TABLE population.birth_links (
    birth_entry_id uuid NOT NULL CONSTRAINT pk_birth_links PRIMARY KEY,
    person_id uuid NOT NULL CONSTRAINT fk_birth_links_persons REFERENCES population.persons (id),
    linked_at timestamptz NOT NULL
);
CREATE INDEX ix_birth_links_person ON population.birth_links (person_id);

-- Deaths as told, and their undoing: each is carried out once, both stay.
CREATE TABLE population.death_notes (
    death_entry_id uuid NOT NULL,
    kind text NOT NULL CONSTRAINT ck_death_notes_kind CHECK (kind IN ('Registered', 'Revoked')),
    person_id uuid NOT NULL CONSTRAINT fk_death_notes_persons REFERENCES population.persons (id),
    died_on date,
    unit_code text NOT NULL,
    at timestamptz NOT NULL,
    recorded_at timestamptz NOT NULL,
    CONSTRAINT pk_death_notes PRIMARY KEY (death_entry_id, kind)
);

-- People known before versions were kept: what stands on their rows is the first version.
INSERT INTO population.residences (id, version, person_id, kind, unit_code, address, covers_repeats, until_date, status, source, recorded_at)
SELECT id, 1, id, CASE WHEN household_id IS NULL AND died_on IS NULL THEN 'Current' ELSE 'Permanent' END, residence_unit,
    residence_address, false, died_on, CASE WHEN died_on IS NULL THEN 'InForce' ELSE 'Ended' END, 'FirstRegistration', created_at
FROM population.persons;
INSERT INTO population.memberships (id, version, household_id, person_id, relation, status, source, recorded_at)
SELECT id, 1, household_id, id, coalesce(relation_to_head, 'Other'), 'InForce', 'FirstRegistration', created_at
FROM population.persons WHERE household_id IS NOT NULL;
