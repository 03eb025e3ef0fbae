-- Papers that this module issues from a procedure's template: numbered, signed, verified by their token.
CREATE TABLE public_services.issued_papers (
    id uuid NOT NULL,
    dossier_id uuid NOT NULL,
    request_id uuid NOT NULL,
    procedure_code text NOT NULL,
    template text NOT NULL,
    about_id uuid NOT NULL,
    organisation text NOT NULL,
    year int NOT NULL,
    number int NOT NULL,
    token text NOT NULL,
    content jsonb NOT NULL,
    signed_by_id uuid NOT NULL,
    issued_at timestamptz NOT NULL,
    file_id uuid NOT NULL,
    CONSTRAINT pk_issued_papers PRIMARY KEY (id),
    CONSTRAINT fk_issued_papers_dossiers FOREIGN KEY (dossier_id) REFERENCES public_services.dossiers (id),
    CONSTRAINT fk_issued_papers_effect_requests FOREIGN KEY (request_id) REFERENCES public_services.effect_requests (id),
    CONSTRAINT fk_issued_papers_files FOREIGN KEY (file_id) REFERENCES public_services.files (id),
    CONSTRAINT uq_issued_papers_request UNIQUE (request_id),
    CONSTRAINT uq_issued_papers_token UNIQUE (token),
    CONSTRAINT uq_issued_papers_number UNIQUE (organisation, procedure_code, template, year, number)
);
CREATE INDEX ix_issued_papers_dossier ON public_services.issued_papers (dossier_id);

CREATE TABLE public_services.issued_paper_counters (
    organisation text NOT NULL,
    procedure_code text NOT NULL,
    template text NOT NULL,
    year int NOT NULL,
    last int NOT NULL,
    CONSTRAINT pk_issued_paper_counters PRIMARY KEY (organisation, procedure_code, template, year)
);
