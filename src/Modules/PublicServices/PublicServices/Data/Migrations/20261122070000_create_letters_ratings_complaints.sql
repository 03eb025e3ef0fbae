-- What citizens and offices write to each other about a dossier, how content citizens were, what they complained about.

CREATE TABLE public_services.letters (
    id uuid NOT NULL,
    dossier_id uuid NOT NULL,
    organisation text NOT NULL,
    from_office boolean NOT NULL,
    written_by uuid NOT NULL,
    text text NOT NULL,
    at timestamptz NOT NULL,
    read_at timestamptz,
    CONSTRAINT pk_letters PRIMARY KEY (id),
    CONSTRAINT fk_letters_dossiers FOREIGN KEY (dossier_id) REFERENCES public_services.dossiers (id),
    CONSTRAINT ck_letters_text CHECK (length(text) BETWEEN 1 AND 2000)
);
CREATE INDEX ix_letters_dossier ON public_services.letters (dossier_id, at);
CREATE INDEX ix_letters_unread ON public_services.letters (organisation, at) WHERE read_at IS NULL AND NOT from_office;

CREATE TABLE public_services.ratings (
    dossier_id uuid NOT NULL,
    receiving_organisation text NOT NULL,
    deciding_organisation text NOT NULL,
    score int NOT NULL,
    reason text,
    at timestamptz NOT NULL,
    changed_at timestamptz,
    CONSTRAINT pk_ratings PRIMARY KEY (dossier_id),
    CONSTRAINT fk_ratings_dossiers FOREIGN KEY (dossier_id) REFERENCES public_services.dossiers (id),
    CONSTRAINT ck_ratings_score CHECK (score BETWEEN 1 AND 5),
    CONSTRAINT ck_ratings_reason CHECK (score > 2 OR reason IS NOT NULL)
);
CREATE INDEX ix_ratings_receiving ON public_services.ratings (receiving_organisation, at);
CREATE INDEX ix_ratings_deciding ON public_services.ratings (deciding_organisation, at);

CREATE TABLE public_services.complaints (
    id uuid NOT NULL,
    dossier_id uuid NOT NULL,
    applicant_id uuid NOT NULL,
    organisation text NOT NULL,
    subject text NOT NULL,
    text text NOT NULL,
    at timestamptz NOT NULL,
    reject_by timestamptz NOT NULL,
    due_at timestamptz NOT NULL,
    follows_id uuid,
    outcome text,
    answer text,
    answered_by uuid,
    answered_at timestamptz,
    CONSTRAINT pk_complaints PRIMARY KEY (id),
    CONSTRAINT fk_complaints_dossiers FOREIGN KEY (dossier_id) REFERENCES public_services.dossiers (id),
    CONSTRAINT fk_complaints_follows FOREIGN KEY (follows_id) REFERENCES public_services.complaints (id),
    CONSTRAINT uq_complaints_follows UNIQUE (follows_id),
    CONSTRAINT ck_complaints_outcome CHECK (outcome IN ('Upheld', 'PartlyUpheld', 'NotUpheld', 'Rejected')),
    CONSTRAINT ck_complaints_answer CHECK ((outcome IS NULL) = (answered_at IS NULL) AND (answer IS NULL) = (answered_at IS NULL))
);
CREATE UNIQUE INDEX uq_complaints_open ON public_services.complaints (dossier_id) WHERE answered_at IS NULL;
CREATE INDEX ix_complaints_dossier ON public_services.complaints (dossier_id, at);
CREATE INDEX ix_complaints_open ON public_services.complaints (organisation, due_at) WHERE answered_at IS NULL;
CREATE INDEX ix_complaints_organisation ON public_services.complaints (organisation, at DESC);
