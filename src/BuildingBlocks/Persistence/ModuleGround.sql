-- What every schema has before its own migrations: the outbox, and the inbox of the events it consumes.
CREATE SCHEMA IF NOT EXISTS {schema};

CREATE TABLE IF NOT EXISTS {schema}.events (
    id uuid NOT NULL,
    subject text NOT NULL,
    subject_version int NOT NULL,
    name text NOT NULL,
    payload jsonb NOT NULL,
    occurred_at timestamptz NOT NULL,
    correlation_id text,
    CONSTRAINT pk_events PRIMARY KEY (id),
    CONSTRAINT uq_events_subject UNIQUE (subject, subject_version)
);

CREATE TABLE IF NOT EXISTS {schema}.deliveries (
    id bigint GENERATED ALWAYS AS IDENTITY,
    event_id uuid NOT NULL,
    consumer text NOT NULL,
    subject text NOT NULL,
    subject_version int NOT NULL,
    attempts int NOT NULL DEFAULT 0,
    next_try_at timestamptz NOT NULL DEFAULT now(),
    done_at timestamptz,
    parked_at timestamptz,
    last_error text,
    note text,
    CONSTRAINT pk_deliveries PRIMARY KEY (id),
    CONSTRAINT uq_deliveries_event_consumer UNIQUE (event_id, consumer),
    CONSTRAINT fk_deliveries_events FOREIGN KEY (event_id) REFERENCES {schema}.events (id)
);
CREATE INDEX IF NOT EXISTS ix_deliveries_subject ON {schema}.deliveries (subject, subject_version) WHERE done_at IS NULL;
CREATE INDEX IF NOT EXISTS ix_deliveries_waiting ON {schema}.deliveries (id) WHERE done_at IS NULL;

CREATE TABLE IF NOT EXISTS {schema}.inbox (
    event_id uuid NOT NULL,
    consumer text NOT NULL,
    handled_at timestamptz NOT NULL DEFAULT now(),
    CONSTRAINT pk_inbox PRIMARY KEY (event_id, consumer)
);

CREATE OR REPLACE FUNCTION {schema}.wake_dispatchers() RETURNS trigger LANGUAGE plpgsql AS
$$ BEGIN PERFORM pg_notify('p06_outbox', '{schema}'); RETURN NULL; END $$;
CREATE OR REPLACE TRIGGER trg_deliveries_wake AFTER INSERT ON {schema}.deliveries
    FOR EACH STATEMENT EXECUTE FUNCTION {schema}.wake_dispatchers();
