-- One open draft of a procedure a person: two pages opened at once are one. Of those there are, the one saved last stays.
CREATE TEMPORARY TABLE older_drafts ON COMMIT DROP AS
SELECT id FROM (
    SELECT id, row_number() OVER (PARTITION BY applicant_id, procedure_code ORDER BY saved_at DESC, id DESC) AS place
    FROM public_services.drafts WHERE filed_at IS NULL) d
WHERE place > 1;
CREATE TEMPORARY TABLE older_papers ON COMMIT DROP AS
SELECT id, page_file_ids || original_file_id AS file_ids FROM public_services.evidence WHERE draft_id IN (SELECT id FROM older_drafts);
DELETE FROM public_services.evidence WHERE id IN (SELECT id FROM older_papers);
DELETE FROM public_services.files WHERE id IN (SELECT unnest(file_ids) FROM older_papers);
DELETE FROM public_services.drafts WHERE id IN (SELECT id FROM older_drafts);

DROP INDEX public_services.ix_drafts_applicant;
CREATE UNIQUE INDEX uq_drafts_open ON public_services.drafts (applicant_id, procedure_code) WHERE filed_at IS NULL;
