-- People helped at counters and post offices, their yes, and which drafts and dossiers were filled in so.

CREATE TABLE public_services.counter_visits (
    id uuid NOT NULL,
    organisation text NOT NULL,
    organisation_kind text NOT NULL,
    role text NOT NULL,
    clerk_id uuid NOT NULL,
    citizen_id uuid,
    started_at timestamptz NOT NULL,
    guided_procedure text,
    covered_code text,
    sendings int NOT NULL DEFAULT 0,
    attempts int NOT NULL DEFAULT 0,
    yes text CONSTRAINT ck_counter_visits_yes CHECK (yes IN ('Code', 'Slip')),
    yes_at timestamptz,
    slip_file_id uuid,
    ended_at timestamptz,
    CONSTRAINT pk_counter_visits PRIMARY KEY (id),
    CONSTRAINT ck_counter_visits_slip CHECK ((yes = 'Slip') = (slip_file_id IS NOT NULL))
);
CREATE INDEX ix_counter_visits_organisation ON public_services.counter_visits (organisation, started_at DESC);
CREATE INDEX ix_counter_visits_citizen ON public_services.counter_visits (citizen_id, started_at DESC) WHERE citizen_id IS NOT NULL;

ALTER TABLE public_services.drafts ADD COLUMN visit_id uuid CONSTRAINT fk_drafts_visits REFERENCES public_services.counter_visits (id);
ALTER TABLE public_services.dossiers ADD COLUMN visit_id uuid CONSTRAINT fk_dossiers_visits REFERENCES public_services.counter_visits (id);
CREATE INDEX ix_dossiers_visit ON public_services.dossiers (visit_id) WHERE visit_id IS NOT NULL;
