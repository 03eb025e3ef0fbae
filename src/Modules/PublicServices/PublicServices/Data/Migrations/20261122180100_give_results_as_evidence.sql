-- A result of an earlier dossier serves as evidence; the paper knows which it is.
ALTER TABLE public_services.evidence
    ADD COLUMN result_id uuid,
    ADD CONSTRAINT fk_evidence_results FOREIGN KEY (result_id) REFERENCES public_services.dossier_results (id);
