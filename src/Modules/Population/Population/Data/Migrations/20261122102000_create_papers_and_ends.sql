-- Confirmations of residence; what a dossier's asking was about, for its notice; absences that a death ends.

ALTER TABLE population.carried_out ADD COLUMN refused text;
ALTER TABLE population.carried_out ADD COLUMN filed_by uuid NOT NULL;
ALTER TABLE population.carried_out ADD COLUMN dossier_code text NOT NULL;
ALTER TABLE population.carried_out ADD COLUMN procedure_code text NOT NULL;
ALTER TABLE population.carried_out ADD COLUMN deciding_organisation text NOT NULL;
ALTER TABLE population.carried_out ADD COLUMN deciding_unit text NOT NULL;
ALTER TABLE population.carried_out ADD COLUMN decided_at timestamptz NOT NULL;

CREATE TABLE population.confirmations (
    id uuid NOT NULL CONSTRAINT pk_confirmations PRIMARY KEY,
    token text NOT NULL CONSTRAINT uq_confirmations_token UNIQUE,
    request_id uuid NOT NULL CONSTRAINT uq_confirmations_request UNIQUE,
    person_id uuid NOT NULL CONSTRAINT fk_confirmations_persons REFERENCES population.persons (id),
    content jsonb NOT NULL,
    as_of date NOT NULL,
    dossier_code text NOT NULL,
    procedure_code text NOT NULL,
    filed_by uuid NOT NULL,
    deciding_organisation text NOT NULL,
    deciding_unit text NOT NULL,
    signed_by uuid NOT NULL,
    signed_by_name text NOT NULL,
    issued_at timestamptz NOT NULL,
    file_id uuid NOT NULL
);
CREATE INDEX ix_confirmations_person ON population.confirmations (person_id);

CREATE TABLE population.absence_ends (
    absence_id uuid NOT NULL CONSTRAINT fk_absence_ends_absences REFERENCES population.absences (id),
    death_entry_id uuid NOT NULL,
    kind text NOT NULL CONSTRAINT ck_absence_ends_kind CHECK (kind IN ('Registered', 'Revoked')),
    on_date date NOT NULL,
    recorded_at timestamptz NOT NULL,
    CONSTRAINT pk_absence_ends PRIMARY KEY (absence_id, death_entry_id, kind)
);
