-- What jobs did on which host, and what administrators did to events and jobs.
CREATE TABLE host.job_runs (
    id uuid NOT NULL,
    job text NOT NULL,
    host text NOT NULL,
    scheduled_for timestamptz,
    started_at timestamptz NOT NULL,
    ended_at timestamptz,
    outcome text NOT NULL,
    error text,
    CONSTRAINT pk_job_runs PRIMARY KEY (id),
    -- One firing runs once, whatever two hosts believe.
    CONSTRAINT uq_job_runs_firing UNIQUE (job, scheduled_for),
    CONSTRAINT ck_job_runs_outcome CHECK (outcome IN ('Running', 'Done', 'Failed', 'Interrupted'))
);
CREATE INDEX ix_job_runs_latest ON host.job_runs (job, started_at DESC);

CREATE TABLE host.operations_log (
    id uuid NOT NULL,
    at timestamptz NOT NULL,
    account_id uuid NOT NULL,
    organisation text,
    action text NOT NULL,
    target text NOT NULL,
    event_id uuid,
    reason text,
    CONSTRAINT pk_operations_log PRIMARY KEY (id),
    CONSTRAINT ck_operations_log_action CHECK (action IN ('Replay', 'ReplayAll', 'SetAside', 'RunJob'))
);
CREATE INDEX ix_operations_log_at ON host.operations_log (at DESC);
