-- What dossiers owe, how it was paid and given back, receipts, cash handed in, and the bank's statement beside our own.
CREATE TABLE public_services.fee_obligations (
    dossier_id uuid NOT NULL,
    amount bigint NOT NULL,
    unit_amount bigint NOT NULL,
    times int NOT NULL,
    legal text NOT NULL,
    verified boolean NOT NULL,
    province text,
    received_on date NOT NULL,
    organisation text NOT NULL,
    fixed_at timestamptz NOT NULL,
    exemption text,
    exemption_state text,
    exemption_claimed_at timestamptz,
    exemption_decided_at timestamptz,
    exemption_decided_by uuid,
    exemption_comment text,
    paid_by uuid,
    settled_at timestamptz,
    CONSTRAINT pk_fee_obligations PRIMARY KEY (dossier_id),
    CONSTRAINT fk_fee_obligations_dossiers FOREIGN KEY (dossier_id) REFERENCES public_services.dossiers (id),
    CONSTRAINT ck_fee_obligations_amount CHECK (amount > 0 AND amount = unit_amount * times),
    CONSTRAINT ck_fee_obligations_exemption CHECK (exemption_state IN ('Claimed', 'Confirmed', 'Refused'))
);
CREATE INDEX ix_fee_obligations_claims ON public_services.fee_obligations (organisation) WHERE exemption_state = 'Claimed';

CREATE TABLE public_services.cash_pay_ins (
    id uuid NOT NULL,
    organisation text NOT NULL,
    clerk_id uuid NOT NULL,
    day date NOT NULL,
    amount bigint NOT NULL,
    counted bigint NOT NULL,
    payments int NOT NULL,
    at timestamptz NOT NULL,
    CONSTRAINT pk_cash_pay_ins PRIMARY KEY (id)
);
CREATE INDEX ix_cash_pay_ins_clerk ON public_services.cash_pay_ins (clerk_id, day);

CREATE TABLE public_services.payments (
    id uuid NOT NULL,
    dossier_id uuid NOT NULL,
    reference text NOT NULL,
    method text NOT NULL,
    state text NOT NULL,
    amount bigint NOT NULL,
    organisation text NOT NULL,
    created_at timestamptz NOT NULL,
    expires_at timestamptz,
    settled_at timestamptz,
    gateway_order text,
    pay_address text,
    clerk_id uuid,
    tendered bigint,
    pay_in_id uuid,
    CONSTRAINT pk_payments PRIMARY KEY (id),
    CONSTRAINT uq_payments_reference UNIQUE (reference),
    CONSTRAINT fk_payments_fee_obligations FOREIGN KEY (dossier_id) REFERENCES public_services.fee_obligations (dossier_id),
    CONSTRAINT fk_payments_cash_pay_ins FOREIGN KEY (pay_in_id) REFERENCES public_services.cash_pay_ins (id),
    CONSTRAINT ck_payments_method CHECK (method IN ('Online', 'Cash')),
    CONSTRAINT ck_payments_state CHECK (state IN ('Created', 'Pending', 'Paid', 'Failed', 'Expired', 'RefundDue', 'Refunded', 'Voided')),
    CONSTRAINT ck_payments_amount CHECK (amount > 0 AND (tendered IS NULL OR tendered >= amount)),
    CONSTRAINT ck_payments_cash CHECK (method <> 'Cash' OR (clerk_id IS NOT NULL AND tendered IS NOT NULL))
);
-- What must not happen, whatever the program does: a dossier paid twice, or two orders open for it.
CREATE UNIQUE INDEX uq_payments_paid ON public_services.payments (dossier_id) WHERE state = 'Paid';
CREATE UNIQUE INDEX uq_payments_open ON public_services.payments (dossier_id) WHERE state IN ('Created', 'Pending');
CREATE INDEX ix_payments_dossier ON public_services.payments (dossier_id, created_at);
CREATE INDEX ix_payments_clerk ON public_services.payments (clerk_id, settled_at) WHERE clerk_id IS NOT NULL;
CREATE INDEX ix_payments_waiting ON public_services.payments (created_at) WHERE state IN ('Created', 'Pending');
ALTER TABLE public_services.fee_obligations
    ADD CONSTRAINT fk_fee_obligations_payments FOREIGN KEY (paid_by) REFERENCES public_services.payments (id)
    DEFERRABLE INITIALLY DEFERRED;

CREATE TABLE public_services.payment_events (
    id uuid NOT NULL,
    payment_id uuid NOT NULL,
    at timestamptz NOT NULL,
    kind text NOT NULL,
    source text NOT NULL,
    amount bigint,
    CONSTRAINT pk_payment_events PRIMARY KEY (id),
    CONSTRAINT fk_payment_events_payments FOREIGN KEY (payment_id) REFERENCES public_services.payments (id)
);
CREATE INDEX ix_payment_events_payment ON public_services.payment_events (payment_id, at);

CREATE TABLE public_services.callback_nonces (
    nonce text NOT NULL,
    at timestamptz NOT NULL,
    CONSTRAINT pk_callback_nonces PRIMARY KEY (nonce)
);

CREATE TABLE public_services.bank_transfers (
    transaction text NOT NULL,
    payment_id uuid NOT NULL,
    amount bigint NOT NULL,
    at timestamptz NOT NULL,
    known_at timestamptz NOT NULL,
    source text NOT NULL,
    outcome text NOT NULL,
    CONSTRAINT pk_bank_transfers PRIMARY KEY (transaction),
    CONSTRAINT fk_bank_transfers_payments FOREIGN KEY (payment_id) REFERENCES public_services.payments (id),
    CONSTRAINT ck_bank_transfers_amount CHECK (amount > 0)
);
CREATE INDEX ix_bank_transfers_payment ON public_services.bank_transfers (payment_id);
CREATE INDEX ix_bank_transfers_at ON public_services.bank_transfers (at);

CREATE TABLE public_services.refunds (
    id uuid NOT NULL,
    payment_id uuid NOT NULL,
    transaction text,
    amount bigint NOT NULL,
    reason text NOT NULL,
    legal text,
    state text NOT NULL,
    organisation text NOT NULL,
    requested_at timestamptz NOT NULL,
    requested_by uuid,
    decided_at timestamptz,
    decided_by uuid,
    comment text,
    sent_at timestamptz,
    done_at timestamptz,
    done_by uuid,
    CONSTRAINT pk_refunds PRIMARY KEY (id),
    CONSTRAINT fk_refunds_payments FOREIGN KEY (payment_id) REFERENCES public_services.payments (id),
    CONSTRAINT fk_refunds_bank_transfers FOREIGN KEY (transaction) REFERENCES public_services.bank_transfers (transaction),
    CONSTRAINT uq_refunds_reason UNIQUE NULLS NOT DISTINCT (payment_id, transaction, reason),
    CONSTRAINT ck_refunds_state CHECK (state IN ('Requested', 'Approved', 'Sent', 'Done', 'Declined')),
    CONSTRAINT ck_refunds_amount CHECK (amount > 0)
);
CREATE INDEX ix_refunds_organisation ON public_services.refunds (organisation, requested_at) WHERE state NOT IN ('Done', 'Declined');

CREATE TABLE public_services.receipt_counters (
    organisation text NOT NULL,
    year int NOT NULL,
    last int NOT NULL,
    CONSTRAINT pk_receipt_counters PRIMARY KEY (organisation, year)
);

CREATE TABLE public_services.fee_receipts (
    id uuid NOT NULL,
    payment_id uuid NOT NULL,
    organisation text NOT NULL,
    year int NOT NULL,
    number int NOT NULL,
    amount bigint NOT NULL,
    issued_at timestamptz NOT NULL,
    issued_by uuid,
    voided_at timestamptz,
    void_reason text,
    CONSTRAINT pk_fee_receipts PRIMARY KEY (id),
    CONSTRAINT uq_fee_receipts_payment UNIQUE (payment_id),
    CONSTRAINT uq_fee_receipts_number UNIQUE (organisation, year, number),
    CONSTRAINT fk_fee_receipts_payments FOREIGN KEY (payment_id) REFERENCES public_services.payments (id)
);

CREATE TABLE public_services.statement_days (
    day date NOT NULL,
    read_at timestamptz NOT NULL,
    matched int NOT NULL,
    missing_here int NOT NULL,
    missing_there int NOT NULL,
    differs int NOT NULL,
    bank_total bigint NOT NULL,
    our_total bigint NOT NULL,
    CONSTRAINT pk_statement_days PRIMARY KEY (day)
);

CREATE TABLE public_services.statement_findings (
    id uuid NOT NULL,
    day date NOT NULL,
    kind text NOT NULL,
    transaction text NOT NULL,
    reference text,
    payment_id uuid,
    organisation text,
    bank_amount bigint,
    our_amount bigint,
    at timestamptz,
    resolved_at timestamptz,
    resolved_by uuid,
    resolution text,
    comment text,
    CONSTRAINT pk_statement_findings PRIMARY KEY (id),
    CONSTRAINT uq_statement_findings_transaction UNIQUE (day, transaction),
    CONSTRAINT ck_statement_findings_kind CHECK (kind IN ('Matched', 'MissingHere', 'MissingThere', 'Differs'))
);
CREATE INDEX ix_statement_findings_organisation ON public_services.statement_findings (organisation, day);
