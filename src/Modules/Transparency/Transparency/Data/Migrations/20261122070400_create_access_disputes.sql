-- What people dispute of the looks at their data. The ledger's own rows stay as they are; a row may lawfully go, its dispute stays.
CREATE TABLE transparency.access_disputes (
    id uuid NOT NULL,
    access_row_id bigint NOT NULL,
    person_id uuid NOT NULL,
    organisation text,
    organisation_name text,
    purpose text NOT NULL,
    dossier text,
    looked_at timestamptz NOT NULL,
    words text NOT NULL,
    at timestamptz NOT NULL,
    due_at timestamptz NOT NULL,
    outcome text,
    answer text,
    answered_by uuid,
    answered_for text,
    answered_at timestamptz,
    CONSTRAINT pk_access_disputes PRIMARY KEY (id),
    CONSTRAINT uq_access_disputes_look UNIQUE (person_id, access_row_id),
    CONSTRAINT ck_access_disputes_words CHECK (length(words) BETWEEN 1 AND 2000),
    CONSTRAINT ck_access_disputes_outcome CHECK (outcome IN ('Justified', 'Wrong')),
    CONSTRAINT ck_access_disputes_answer CHECK ((outcome IS NULL) = (answered_at IS NULL) AND (answer IS NULL) = (answered_at IS NULL))
);
CREATE INDEX ix_access_disputes_organisation ON transparency.access_disputes (organisation, answered_at, due_at);
