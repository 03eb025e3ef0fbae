-- Who acts on a dossier now and who has taken it on; what one office asks another; queues read from indexes alone.

ALTER TABLE public_services.dossiers
    ADD COLUMN acting_organisation text,
    ADD COLUMN acting_role text,
    ADD COLUMN holder_id uuid,
    ADD COLUMN holder_role text,
    ADD COLUMN waits boolean NOT NULL GENERATED ALWAYS AS (paused_at IS NOT NULL OR state = 5) STORED;

-- What was filed before this knew its step only.
UPDATE public_services.dossiers d
SET acting_role = s.role,
    acting_organisation = CASE s.office WHEN 'receiving' THEN d.receiving_organisation ELSE d.deciding_organisation END
FROM (VALUES
    ('1.001193', 'reception', 'receiving', 'receiving-clerk'),
    ('1.001193', 'refusal-review', 'receiving', 'centre-head'),
    ('1.001193', 'examination', 'deciding', 'civil-status-officer'),
    ('1.001193', 'registration', 'deciding', 'civil-status-officer'),
    ('1.001193', 'look-alike', 'deciding', 'civil-status-officer'),
    ('1.001193', 'signature', 'deciding', 'commune-leader'),
    ('1.001193', 'refusal-decision', 'receiving', 'centre-head'),
    ('1.003677', 'reception', 'receiving', 'police-officer'),
    ('1.003677', 'examination', 'deciding', 'police-officer')
) AS s (procedure_code, step_id, office, role)
WHERE d.procedure_code = s.procedure_code AND d.step_id = s.step_id AND d.ended_at IS NULL;

DROP INDEX public_services.ix_dossiers_receiving;
DROP INDEX public_services.ix_dossiers_deciding;
CREATE INDEX ix_dossiers_receiving ON public_services.dossiers (receiving_organisation, waits, promised_at, id)
    INCLUDE (acting_organisation, acting_role, holder_id, holder_role, procedure_code, channel) WHERE ended_at IS NULL;
CREATE INDEX ix_dossiers_deciding ON public_services.dossiers (deciding_organisation, waits, promised_at, id)
    INCLUDE (acting_organisation, acting_role, holder_id, holder_role, procedure_code, channel) WHERE ended_at IS NULL;
CREATE INDEX ix_dossiers_receiving_ended ON public_services.dossiers (receiving_organisation, ended_at) WHERE ended_at IS NOT NULL;
CREATE INDEX ix_dossiers_deciding_ended ON public_services.dossiers (deciding_organisation, ended_at) WHERE ended_at IS NOT NULL;

CREATE TABLE public_services.opinion_requests (
    id uuid NOT NULL,
    dossier_id uuid NOT NULL,
    asking_organisation text NOT NULL,
    asked_organisation text NOT NULL,
    asked_by uuid NOT NULL,
    asked_at timestamptz NOT NULL,
    question text NOT NULL,
    shared_fields text[] NOT NULL,
    due_at timestamptz NOT NULL,
    answer text,
    answered_by uuid,
    answered_at timestamptz,
    withdrawn_at timestamptz,
    CONSTRAINT pk_opinion_requests PRIMARY KEY (id),
    CONSTRAINT fk_opinion_requests_dossiers FOREIGN KEY (dossier_id) REFERENCES public_services.dossiers (id),
    CONSTRAINT ck_opinion_requests_answer CHECK ((answer IS NULL) = (answered_at IS NULL))
);
CREATE INDEX ix_opinion_requests_dossier ON public_services.opinion_requests (dossier_id);
CREATE INDEX ix_opinion_requests_asked ON public_services.opinion_requests (asked_organisation, due_at) WHERE answered_at IS NULL AND withdrawn_at IS NULL;
