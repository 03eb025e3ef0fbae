-- An office has one open question about a dossier at a time, also when two officials ask in the same moment.
CREATE UNIQUE INDEX uq_opinion_requests_open ON public_services.opinion_requests (dossier_id, asked_organisation)
    WHERE answered_at IS NULL AND withdrawn_at IS NULL;
