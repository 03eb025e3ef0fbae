-- A paper given before serves again: the copy knows which it was made from. Whoever gave papers finds them by date.
ALTER TABLE public_services.evidence ADD COLUMN reused_from uuid;
CREATE INDEX ix_evidence_owner ON public_services.evidence (owner_id, added_at DESC);
