-- Persons with kinship and households, and the numbers given to newborns.

CREATE TABLE population.households (
    id uuid NOT NULL CONSTRAINT pk_households PRIMARY KEY,
    unit_code text NOT NULL,
    address text NOT NULL,
    head_id uuid NOT NULL
);

CREATE TABLE population.persons (
    id uuid NOT NULL CONSTRAINT pk_persons PRIMARY KEY,
    number text NOT NULL CONSTRAINT uq_persons_number UNIQUE CONSTRAINT ck_persons_number CHECK (number ~ '^[0-9]{12}$'),
    surname text NOT NULL,
    middle_name text NOT NULL,
    given_name text NOT NULL CONSTRAINT ck_persons_given_name CHECK (given_name <> ''),
    folded_name text NOT NULL,
    sex text NOT NULL CONSTRAINT ck_persons_sex CHECK (sex IN ('Unknown', 'Male', 'Female')),
    birth_date date NOT NULL,
    birth_precision text NOT NULL CONSTRAINT ck_persons_birth_precision CHECK (birth_precision IN ('Day', 'Month', 'Year')),
    ethnic_code text NOT NULL,
    ethnic_code_system text NOT NULL,
    religion_code text,
    nationality text NOT NULL CONSTRAINT ck_persons_nationality CHECK (nationality ~ '^[A-Z]{2}$'),
    native_place text NOT NULL,
    birth_place text,
    birth_registration_unit text,
    residence_unit text NOT NULL,
    residence_address text NOT NULL,
    household_id uuid CONSTRAINT fk_persons_households REFERENCES population.households (id),
    relation_to_head text CONSTRAINT ck_persons_relation CHECK (relation_to_head IN ('Head', 'Spouse', 'Child', 'ChildInLaw',
        'Grandchild', 'Parent', 'ParentInLaw', 'Sibling', 'SiblingInLaw', 'NieceOrNephew', 'Other')),
    marital_status text NOT NULL CONSTRAINT ck_persons_marital_status CHECK (
        marital_status IN ('Unknown', 'Single', 'Married', 'Divorced', 'Widowed')),
    spouse_id uuid CONSTRAINT fk_persons_spouse REFERENCES population.persons (id),
    marriage_date date,
    marriage_entry_no text,
    email text,
    phone text,
    died_on date,
    created_by_entry uuid CONSTRAINT uq_persons_created_by_entry UNIQUE,
    created_at timestamptz NOT NULL,
    CONSTRAINT ck_persons_death CHECK (died_on >= birth_date)
);
CREATE INDEX ix_persons_birth_name ON population.persons (birth_date, folded_name);

CREATE TABLE population.parentage (
    child_id uuid NOT NULL CONSTRAINT fk_parentage_child REFERENCES population.persons (id),
    parent_id uuid NOT NULL CONSTRAINT fk_parentage_parent REFERENCES population.persons (id),
    kind text NOT NULL CONSTRAINT ck_parentage_kind CHECK (kind IN ('Mother', 'Father')),
    CONSTRAINT pk_parentage PRIMARY KEY (child_id, kind),
    CONSTRAINT ck_parentage_self CHECK (child_id <> parent_id)
);
CREATE INDEX ix_parentage_parent ON population.parentage (parent_id);

-- Never changed, never given again, also after the person's own row would be gone.
CREATE TABLE population.issued_numbers (
    number text NOT NULL CONSTRAINT pk_issued_numbers PRIMARY KEY,
    person_id uuid NOT NULL,
    birth_entry_id uuid NOT NULL CONSTRAINT uq_issued_numbers_entry UNIQUE,
    prefix_verified boolean NOT NULL,
    issued_at timestamptz NOT NULL
);

CREATE TABLE population.birth_reviews (
    birth_entry_id uuid NOT NULL CONSTRAINT pk_birth_reviews PRIMARY KEY,
    look_alike_id uuid NOT NULL CONSTRAINT fk_birth_reviews_persons REFERENCES population.persons (id),
    asked_at timestamptz NOT NULL,
    confirmed_at timestamptz
);
