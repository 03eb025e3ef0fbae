-- Administrative units, working calendars and code tables: dated rows, filled from the files that ship with the product.

CREATE TABLE reference_data.units (
    id bigint GENERATED ALWAYS AS IDENTITY CONSTRAINT pk_units PRIMARY KEY,
    code text NOT NULL,
    name text NOT NULL,
    name_en text NOT NULL,
    full_name text NOT NULL,
    full_name_en text NOT NULL,
    level text NOT NULL CONSTRAINT ck_units_level CHECK (level IN ('Province', 'District', 'Commune')),
    type text NOT NULL CONSTRAINT ck_units_type CHECK (type IN (
        'Province', 'City', 'UrbanDistrict', 'RuralDistrict', 'Town', 'Township', 'Ward', 'Commune', 'SpecialZone')),
    parent_code text,
    province_code text NOT NULL CONSTRAINT ck_units_province CHECK (province_code ~ '^[0-9]{2}$'),
    valid_from date,
    valid_to date,
    legal_basis text,
    CONSTRAINT ck_units_code CHECK (code ~ CASE level
        WHEN 'Province' THEN '^[0-9]{2}$' WHEN 'District' THEN '^[0-9]{3}$' ELSE '^[0-9]{5}$' END),
    CONSTRAINT ck_units_parent CHECK ((level = 'Province') = (parent_code IS NULL)),
    CONSTRAINT ck_units_validity CHECK (valid_from <= valid_to),
    -- A code means one place at a time. The code stands here as a range of one number, which needs no extension.
    CONSTRAINT ex_units_code_period EXCLUDE USING gist (
        int4range(('1' || code)::int, ('1' || code)::int, '[]') WITH &&, daterange(valid_from, valid_to, '[]') WITH &&)
);

CREATE TABLE reference_data.unit_successions (
    id bigint GENERATED ALWAYS AS IDENTITY CONSTRAINT pk_unit_successions PRIMARY KEY,
    old_level text CONSTRAINT ck_unit_successions_old_level CHECK (old_level IN ('District', 'Commune')),
    old_code text,
    old_province_code text NOT NULL,
    new_code text NOT NULL,
    relation text NOT NULL,
    effective_date date NOT NULL,
    legal_basis text NOT NULL,
    confirmed boolean NOT NULL,
    note text,
    CONSTRAINT ck_unit_successions_old_unit CHECK ((old_level IS NULL) = (old_code IS NULL))
);

CREATE TABLE reference_data.identity_number_prefixes (
    prefix text NOT NULL CONSTRAINT pk_identity_number_prefixes PRIMARY KEY
        CONSTRAINT ck_identity_number_prefixes_prefix CHECK (prefix ~ '^[0-9]{3}$'),
    old_province_code text NOT NULL CONSTRAINT uq_identity_number_prefixes_province UNIQUE,
    old_province_name text NOT NULL,
    legal_basis text NOT NULL,
    verified boolean NOT NULL
);

CREATE TABLE reference_data.working_sessions (
    id bigint GENERATED ALWAYS AS IDENTITY CONSTRAINT pk_working_sessions PRIMARY KEY,
    office_kind text NOT NULL,
    day text NOT NULL CONSTRAINT ck_working_sessions_day CHECK (day IN (
        'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday')),
    opens time NOT NULL,
    closes time NOT NULL,
    valid_from date,
    valid_to date,
    legal_basis text NOT NULL,
    verified boolean NOT NULL,
    CONSTRAINT ck_working_sessions_hours CHECK (opens < closes),
    CONSTRAINT ck_working_sessions_validity CHECK (valid_from <= valid_to)
);

CREATE TABLE reference_data.calendar_days (
    id bigint GENERATED ALWAYS AS IDENTITY CONSTRAINT pk_calendar_days PRIMARY KEY,
    date date NOT NULL,
    office_kind text,
    kind text NOT NULL CONSTRAINT ck_calendar_days_kind CHECK (kind IN ('Closed', 'Worked')),
    name_vi text NOT NULL,
    name_en text NOT NULL,
    related_date date,
    legal_basis text NOT NULL,
    verified boolean NOT NULL,
    confidence text,
    CONSTRAINT uq_calendar_days_date UNIQUE NULLS NOT DISTINCT (date, office_kind)
);

CREATE TABLE reference_data.calendar_years (
    year int NOT NULL,
    office_kind text NOT NULL,
    legal_basis text NOT NULL,
    verified boolean NOT NULL,
    CONSTRAINT pk_calendar_years PRIMARY KEY (year, office_kind)
);

CREATE TABLE reference_data.code_entries (
    id bigint GENERATED ALWAYS AS IDENTITY CONSTRAINT pk_code_entries PRIMARY KEY,
    system text NOT NULL,
    code text NOT NULL,
    name_vi text NOT NULL,
    name_en text NOT NULL,
    sort_order int NOT NULL,
    valid_from date,
    valid_to date,
    legal_basis text NOT NULL,
    verified boolean NOT NULL,
    CONSTRAINT ck_code_entries_validity CHECK (valid_from <= valid_to),
    CONSTRAINT uq_code_entries_code UNIQUE NULLS NOT DISTINCT (system, code, valid_from)
);

-- Which content the tables hold: one row.
CREATE TABLE reference_data.imports (
    id int NOT NULL CONSTRAINT pk_imports PRIMARY KEY CONSTRAINT ck_imports_id CHECK (id = 1),
    content_hash text NOT NULL,
    imported_at timestamptz NOT NULL
);
