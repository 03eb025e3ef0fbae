-- An applicant who asks for a refund by hand says why in their own words.
ALTER TABLE public_services.refunds ADD COLUMN words text;
