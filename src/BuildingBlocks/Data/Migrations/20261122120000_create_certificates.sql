-- Certificates of the test authority with their covered keys; a signatory's newest is the one in use.
CREATE TABLE signing.certificates (
    id uuid NOT NULL,
    subject text NOT NULL,
    certificate bytea NOT NULL,
    private_key bytea NOT NULL,
    issued_at timestamptz NOT NULL,
    CONSTRAINT pk_certificates PRIMARY KEY (id)
);
CREATE INDEX ix_certificates_subject ON signing.certificates (subject, issued_at DESC);
