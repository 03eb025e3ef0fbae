-- A dossier whose fee is due waits for the citizen like one that lacks papers, also before it is accepted and has a clock to stand still.
ALTER TABLE public_services.dossiers DROP COLUMN waits;
ALTER TABLE public_services.dossiers ADD COLUMN waits boolean NOT NULL GENERATED ALWAYS AS (paused_at IS NOT NULL OR state IN (5, 6)) STORED;
CREATE INDEX ix_dossiers_receiving ON public_services.dossiers (receiving_organisation, waits, promised_at, id)
    INCLUDE (acting_organisation, acting_role, holder_id, holder_role, procedure_code, procedure_version, step_id, pending_effect_id, channel) WHERE ended_at IS NULL;
CREATE INDEX ix_dossiers_deciding ON public_services.dossiers (deciding_organisation, waits, promised_at, id)
    INCLUDE (acting_organisation, acting_role, holder_id, holder_role, procedure_code, procedure_version, step_id, pending_effect_id, channel) WHERE ended_at IS NULL;
