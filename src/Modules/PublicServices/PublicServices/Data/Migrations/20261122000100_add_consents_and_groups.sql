-- Consents of others, officials' forms, handing over, groups of dossiers, and alerts to offices.
ALTER TABLE public_services.dossiers
    ADD COLUMN decisions jsonb NOT NULL DEFAULT '{}',
    ADD COLUMN consenter_id uuid,
    ADD COLUMN group_id uuid,
    ADD COLUMN follows_id uuid,
    ADD COLUMN acknowledge_by timestamptz,
    ADD COLUMN effect_done boolean NOT NULL DEFAULT false,
    ADD COLUMN handed_over_at timestamptz,
    ADD COLUMN handed_over_by text,
    ADD CONSTRAINT fk_dossiers_follows FOREIGN KEY (follows_id) REFERENCES public_services.dossiers (id),
    ADD CONSTRAINT uq_dossiers_follows UNIQUE (follows_id, procedure_code),
    ADD CONSTRAINT ck_dossiers_handed_over_by CHECK (handed_over_by IN ('InPerson', 'Post', 'Electronic'));
CREATE INDEX ix_dossiers_group ON public_services.dossiers (group_id) WHERE group_id IS NOT NULL;
CREATE INDEX ix_dossiers_acknowledge ON public_services.dossiers (acknowledge_by) WHERE acknowledge_by IS NOT NULL;

ALTER TABLE public_services.dossier_steps ADD COLUMN decisions jsonb;

CREATE TABLE public_services.consents (
    id uuid NOT NULL,
    dossier_id uuid NOT NULL,
    step_id text NOT NULL,
    person_id uuid NOT NULL,
    asked_at timestamptz NOT NULL,
    answer_by timestamptz,
    answered_at timestamptz,
    answer text,
    comment text,
    CONSTRAINT pk_consents PRIMARY KEY (id),
    CONSTRAINT fk_consents_dossiers FOREIGN KEY (dossier_id) REFERENCES public_services.dossiers (id),
    CONSTRAINT ck_consents_answer CHECK (answer IN ('Agreed', 'Declined', 'Silent', 'Void'))
);
CREATE UNIQUE INDEX uq_consents_open ON public_services.consents (dossier_id) WHERE answered_at IS NULL;
CREATE INDEX ix_consents_person ON public_services.consents (person_id, asked_at DESC);

CREATE TABLE public_services.dossier_alerts (
    id uuid NOT NULL,
    dossier_id uuid NOT NULL,
    organisation text NOT NULL,
    kind text NOT NULL,
    at timestamptz NOT NULL,
    settled_at timestamptz,
    CONSTRAINT pk_dossier_alerts PRIMARY KEY (id),
    CONSTRAINT fk_dossier_alerts_dossiers FOREIGN KEY (dossier_id) REFERENCES public_services.dossiers (id),
    CONSTRAINT uq_dossier_alerts UNIQUE (dossier_id, kind)
);
CREATE INDEX ix_dossier_alerts_open ON public_services.dossier_alerts (organisation) WHERE settled_at IS NULL;
