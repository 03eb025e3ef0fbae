-- What the figures are counted from, one row a dossier, and the targets they are held against.
CREATE TABLE steering.dossier_facts (
    dossier_id uuid NOT NULL,
    procedure_code text,
    unit_code text,
    province_code text,
    channel int,
    filed_at timestamptz,
    accepted_at timestamptz,
    due_at timestamptz,
    ended_at timestamptz,
    state int NOT NULL,
    in_time boolean,
    working_minutes int,
    is_sample boolean NOT NULL DEFAULT false,
    CONSTRAINT pk_dossier_facts PRIMARY KEY (dossier_id),
    CONSTRAINT ck_dossier_facts_channel CHECK (channel BETWEEN 1 AND 3),
    CONSTRAINT ck_dossier_facts_state CHECK (state BETWEEN 1 AND 10)
);
CREATE INDEX ix_dossier_facts_filed ON steering.dossier_facts (filed_at)
    INCLUDE (unit_code, province_code, channel, is_sample);
CREATE INDEX ix_dossier_facts_ended ON steering.dossier_facts (ended_at)
    INCLUDE (unit_code, province_code, in_time, working_minutes, is_sample) WHERE accepted_at IS NOT NULL;
CREATE INDEX ix_dossier_facts_unit ON steering.dossier_facts (unit_code, filed_at);

CREATE TABLE steering.targets (
    figure text NOT NULL,
    at_least numeric NOT NULL,
    legal_reference text NOT NULL,
    valid_from date NOT NULL,
    valid_to date,
    CONSTRAINT pk_targets PRIMARY KEY (figure, valid_from),
    CONSTRAINT ck_targets_figure CHECK (figure IN ('received', 'in-time', 'online', 'hours'))
);
INSERT INTO steering.targets (figure, at_least, legal_reference, valid_from) VALUES
    ('online', 0.5, 'Quyết định 766/QĐ-TTg ngày 23/6/2022, chỉ tiêu hồ sơ trực tuyến', '2022-06-23');
