-- Alerts that come from a death know its entry, so that its consequences can be told settled.

ALTER TABLE public_services.dossier_alerts ADD COLUMN death_entry_id uuid;
