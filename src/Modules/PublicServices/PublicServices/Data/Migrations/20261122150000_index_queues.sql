-- Queues in each of their orders, and what waits by step, are read from indexes alone; measured with 50,000 open dossiers of one office.

DROP INDEX public_services.ix_dossiers_receiving;
DROP INDEX public_services.ix_dossiers_deciding;
CREATE INDEX ix_dossiers_receiving ON public_services.dossiers (receiving_organisation, waits, promised_at, id)
    INCLUDE (acting_organisation, acting_role, holder_id, holder_role, procedure_code, procedure_version, step_id, pending_effect_id, channel) WHERE ended_at IS NULL;
CREATE INDEX ix_dossiers_deciding ON public_services.dossiers (deciding_organisation, waits, promised_at, id)
    INCLUDE (acting_organisation, acting_role, holder_id, holder_role, procedure_code, procedure_version, step_id, pending_effect_id, channel) WHERE ended_at IS NULL;
CREATE INDEX ix_dossiers_receiving_filed ON public_services.dossiers (receiving_organisation, filed_at, id) WHERE ended_at IS NULL;
CREATE INDEX ix_dossiers_deciding_filed ON public_services.dossiers (deciding_organisation, filed_at, id) WHERE ended_at IS NULL;
