-- What waits for one seat (an office's role) is read from its own index, in the queue's order: an official with nothing to
-- do doesn't pay for the fifty thousand dossiers of the office. The offices' indexes keep what their queues are narrowed by.
CREATE INDEX ix_dossiers_seat ON public_services.dossiers (acting_organisation, acting_role, waits, promised_at, id)
    INCLUDE (holder_id, holder_role, procedure_code, procedure_version, step_id, pending_effect_id, channel) WHERE ended_at IS NULL;
DROP INDEX public_services.ix_dossiers_receiving;
DROP INDEX public_services.ix_dossiers_deciding;
CREATE INDEX ix_dossiers_receiving ON public_services.dossiers (receiving_organisation, waits, promised_at, id)
    INCLUDE (acting_role, holder_id, holder_role, procedure_code, channel) WHERE ended_at IS NULL;
CREATE INDEX ix_dossiers_deciding ON public_services.dossiers (deciding_organisation, waits, promised_at, id)
    INCLUDE (acting_role, holder_id, holder_role, procedure_code, channel) WHERE ended_at IS NULL;
