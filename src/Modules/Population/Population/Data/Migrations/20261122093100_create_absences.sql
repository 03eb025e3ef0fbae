-- Temporary absences, each recorded once for the asking that it answers.

CREATE TABLE population.absences (
    id uuid NOT NULL CONSTRAINT pk_absences PRIMARY KEY,
    person_id uuid NOT NULL CONSTRAINT fk_absences_persons REFERENCES population.persons (id),
    ground text NOT NULL CONSTRAINT ck_absences_ground CHECK (ground ~ '^[a-z]$'),
    from_date date NOT NULL,
    until_date date,
    destination_unit text,
    destination_address text NOT NULL,
    reason text NOT NULL,
    request_id uuid NOT NULL CONSTRAINT uq_absences_request UNIQUE,
    dossier_id uuid NOT NULL,
    dossier_code text NOT NULL,
    procedure_code text NOT NULL,
    filed_by uuid NOT NULL,
    deciding_organisation text NOT NULL,
    deciding_unit text NOT NULL,
    decided_at timestamptz NOT NULL,
    recorded_at timestamptz NOT NULL,
    CONSTRAINT ck_absences_dates CHECK (from_date <= until_date)
);
CREATE INDEX ix_absences_person ON population.absences (person_id, from_date);
