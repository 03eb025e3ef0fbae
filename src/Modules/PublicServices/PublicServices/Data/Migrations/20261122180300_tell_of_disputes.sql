-- A message may be about a disputed look at the person's data, rather than about a dossier.
ALTER TABLE public_services.messages
    ALTER COLUMN dossier_id DROP NOT NULL,
    ADD COLUMN look_id bigint,
    ADD CONSTRAINT ck_messages_about CHECK (num_nonnulls(dossier_id, look_id) = 1);
