-- Forms that offices issued (TT 03/2025/TT-VPCP), their number sequences, and apologies for late dossiers.
CREATE TABLE public_services.official_forms (
    id uuid NOT NULL,
    dossier_id uuid NOT NULL,
    message_id uuid NOT NULL,
    kind text NOT NULL,
    organisation text NOT NULL,
    year int NOT NULL,
    number int NOT NULL,
    issued_at timestamptz NOT NULL,
    content jsonb NOT NULL,
    file_id uuid,
    CONSTRAINT pk_official_forms PRIMARY KEY (id),
    CONSTRAINT fk_official_forms_dossiers FOREIGN KEY (dossier_id) REFERENCES public_services.dossiers (id),
    CONSTRAINT uq_official_forms_message UNIQUE (message_id),
    CONSTRAINT uq_official_forms_number UNIQUE (organisation, kind, year, number),
    CONSTRAINT ck_official_forms_kind CHECK (kind IN ('01', '02', '03', '04', '05'))
);
CREATE INDEX ix_official_forms_dossier ON public_services.official_forms (dossier_id, kind);
CREATE INDEX ix_official_forms_unprinted ON public_services.official_forms (issued_at) WHERE file_id IS NULL AND kind <> '01';

CREATE TABLE public_services.official_form_counters (
    organisation text NOT NULL,
    kind text NOT NULL,
    year int NOT NULL,
    last int NOT NULL,
    CONSTRAINT pk_official_form_counters PRIMARY KEY (organisation, kind, year)
);

CREATE TABLE public_services.apologies (
    dossier_id uuid NOT NULL,
    prepared_at timestamptz NOT NULL,
    promised_before timestamptz NOT NULL,
    proposed timestamptz NOT NULL,
    reason text,
    promised_after timestamptz,
    issued_at timestamptz,
    issued_by_person_id uuid,
    issued_by_organisation text,
    CONSTRAINT pk_apologies PRIMARY KEY (dossier_id),
    CONSTRAINT fk_apologies_dossiers FOREIGN KEY (dossier_id) REFERENCES public_services.dossiers (id)
);
CREATE INDEX ix_apologies_waiting ON public_services.apologies (prepared_at) WHERE issued_at IS NULL;
