-- A draft that a finished dossier began for its applicant knows it.
ALTER TABLE public_services.drafts
    ADD COLUMN follows_id uuid,
    ADD CONSTRAINT fk_drafts_follows FOREIGN KEY (follows_id) REFERENCES public_services.dossiers (id);
