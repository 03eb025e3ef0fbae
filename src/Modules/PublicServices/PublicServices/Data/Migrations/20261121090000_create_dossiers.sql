-- Drafts, the dossiers they become, what happened to them, who is named in them, what they led to.
CREATE TABLE public_services.drafts (
    id uuid NOT NULL,
    procedure_code text NOT NULL,
    procedure_version int NOT NULL,
    content_hash text NOT NULL,
    applicant_id uuid NOT NULL,
    started_at timestamptz NOT NULL,
    saved_at timestamptz NOT NULL,
    filed_at timestamptz,
    answers jsonb NOT NULL,
    CONSTRAINT pk_drafts PRIMARY KEY (id)
);
CREATE INDEX ix_drafts_applicant ON public_services.drafts (applicant_id) WHERE filed_at IS NULL;

CREATE TABLE public_services.dossiers (
    id uuid NOT NULL,
    code text NOT NULL,
    procedure_code text NOT NULL,
    procedure_version int NOT NULL,
    content_hash text NOT NULL,
    applicant_id uuid NOT NULL,
    channel int NOT NULL,
    unit_code text NOT NULL,
    receiving_organisation text NOT NULL,
    deciding_organisation text NOT NULL,
    state int NOT NULL,
    step_id text NOT NULL,
    step_entered_at timestamptz NOT NULL,
    answers jsonb NOT NULL,
    filed_at timestamptz NOT NULL,
    accepted_at timestamptz,
    promised_at timestamptz NOT NULL,
    paused_at timestamptz,
    remaining interval,
    waited interval NOT NULL DEFAULT '0',
    silence_at timestamptz,
    ended_at timestamptz,
    used_once text[] NOT NULL DEFAULT '{}',
    pending_effect_id uuid,
    public_token text NOT NULL,
    CONSTRAINT pk_dossiers PRIMARY KEY (id),
    CONSTRAINT uq_dossiers_code UNIQUE (code),
    CONSTRAINT uq_dossiers_public_token UNIQUE (public_token),
    CONSTRAINT ck_dossiers_state CHECK (state BETWEEN 1 AND 10),
    CONSTRAINT ck_dossiers_channel CHECK (channel BETWEEN 1 AND 3)
);
CREATE INDEX ix_dossiers_applicant ON public_services.dossiers (applicant_id, filed_at DESC);
CREATE INDEX ix_dossiers_receiving ON public_services.dossiers (receiving_organisation, promised_at) WHERE ended_at IS NULL;
CREATE INDEX ix_dossiers_deciding ON public_services.dossiers (deciding_organisation, promised_at) WHERE ended_at IS NULL;
CREATE INDEX ix_dossiers_silence ON public_services.dossiers (silence_at) WHERE silence_at IS NOT NULL;

CREATE TABLE public_services.dossier_counters (
    organisation text NOT NULL,
    day date NOT NULL,
    last int NOT NULL,
    CONSTRAINT pk_dossier_counters PRIMARY KEY (organisation, day)
);

CREATE TABLE public_services.dossier_steps (
    id uuid NOT NULL,
    dossier_id uuid NOT NULL,
    at timestamptz NOT NULL,
    action text NOT NULL,
    from_step text,
    to_step text NOT NULL,
    state int NOT NULL,
    by_person_id uuid,
    by_organisation text,
    by_role text,
    comment text,
    ground text,
    reasons jsonb,
    CONSTRAINT pk_dossier_steps PRIMARY KEY (id),
    CONSTRAINT fk_dossier_steps_dossiers FOREIGN KEY (dossier_id) REFERENCES public_services.dossiers (id)
);
CREATE INDEX ix_dossier_steps_dossier ON public_services.dossier_steps (dossier_id, at);

CREATE TABLE public_services.dossier_people (
    dossier_id uuid NOT NULL,
    person_id uuid NOT NULL,
    field text NOT NULL,
    CONSTRAINT pk_dossier_people PRIMARY KEY (dossier_id, field),
    CONSTRAINT fk_dossier_people_dossiers FOREIGN KEY (dossier_id) REFERENCES public_services.dossiers (id)
);

CREATE TABLE public_services.effect_requests (
    id uuid NOT NULL,
    dossier_id uuid NOT NULL,
    step_id text NOT NULL,
    action_id text NOT NULL,
    effect text NOT NULL,
    decided_by_person_id uuid NOT NULL,
    requested_at timestamptz NOT NULL,
    answered_at timestamptz,
    outcome text,
    reason_code text,
    CONSTRAINT pk_effect_requests PRIMARY KEY (id),
    CONSTRAINT fk_effect_requests_dossiers FOREIGN KEY (dossier_id) REFERENCES public_services.dossiers (id),
    CONSTRAINT ck_effect_requests_outcome CHECK (outcome IN ('Done', 'NeedsReview', 'Refused'))
);
CREATE INDEX ix_effect_requests_dossier ON public_services.effect_requests (dossier_id);

CREATE TABLE public_services.dossier_results (
    id uuid NOT NULL,
    dossier_id uuid NOT NULL,
    kind text NOT NULL,
    path text NOT NULL,
    is_final boolean NOT NULL,
    at timestamptz NOT NULL,
    CONSTRAINT pk_dossier_results PRIMARY KEY (id),
    CONSTRAINT fk_dossier_results_dossiers FOREIGN KEY (dossier_id) REFERENCES public_services.dossiers (id)
);
CREATE INDEX ix_dossier_results_dossier ON public_services.dossier_results (dossier_id);

CREATE TABLE public_services.messages (
    id uuid NOT NULL,
    person_id uuid NOT NULL,
    dossier_id uuid NOT NULL,
    kind text NOT NULL,
    at timestamptz NOT NULL,
    read_at timestamptz,
    mailed_at timestamptz,
    CONSTRAINT pk_messages PRIMARY KEY (id),
    CONSTRAINT fk_messages_dossiers FOREIGN KEY (dossier_id) REFERENCES public_services.dossiers (id)
);
CREATE INDEX ix_messages_person ON public_services.messages (person_id, at DESC);

CREATE TABLE public_services.evidence (
    id uuid NOT NULL,
    draft_id uuid NOT NULL,
    owner_id uuid NOT NULL,
    field_id text NOT NULL,
    name text NOT NULL,
    original_file_id uuid NOT NULL,
    page_file_ids uuid[] NOT NULL,
    added_at timestamptz NOT NULL,
    CONSTRAINT pk_evidence PRIMARY KEY (id),
    CONSTRAINT fk_evidence_drafts FOREIGN KEY (draft_id) REFERENCES public_services.drafts (id)
);
CREATE INDEX ix_evidence_draft ON public_services.evidence (draft_id);

CREATE TABLE public_services.operator_notices (
    key text NOT NULL,
    text text NOT NULL,
    at timestamptz NOT NULL,
    CONSTRAINT pk_operator_notices PRIMARY KEY (key)
);
