-- The access ledger: one row for each person whose data was shown to somebody else, appended by one function only.

CREATE TABLE transparency.access_rows (
    id bigint GENERATED ALWAYS AS IDENTITY CONSTRAINT pk_access_rows PRIMARY KEY,
    at timestamptz NOT NULL DEFAULT clock_timestamp(),
    person_id uuid NOT NULL,
    actor_account uuid,
    actor_person uuid,
    organisation text,
    organisation_name text,
    purpose text NOT NULL CONSTRAINT ck_access_rows_purpose CHECK (purpose ~ '^[a-z][a-z-]{1,59}$'),
    procedure text,
    dossier text,
    fields text[] NOT NULL CONSTRAINT ck_access_rows_fields CHECK (
        cardinality(fields) > 0 AND array_position(fields, NULL) IS NULL AND array_position(fields, '') IS NULL),
    salt bytea NOT NULL CONSTRAINT ck_access_rows_salt CHECK (length(salt) >= 16),
    hash bytea NOT NULL CONSTRAINT ck_access_rows_hash CHECK (length(hash) = 32),
    -- A page without an organisation behind it belongs to a citizen, who has an account.
    CONSTRAINT ck_access_rows_actor CHECK (organisation IS NOT NULL OR actor_account IS NOT NULL)
);
CREATE INDEX ix_access_rows_person ON transparency.access_rows (person_id, at DESC);

-- What a row's hash covers: a JSON array in this order. It never changes; a new order is a new function.
CREATE FUNCTION transparency.canonical_access(
    at timestamptz, person_id uuid, actor_account uuid, actor_person uuid, organisation text, organisation_name text,
    purpose text, procedure text, dossier text, fields text[]) RETURNS text
LANGUAGE sql STABLE AS $$
    SELECT jsonb_build_array(to_char(at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'),
        person_id, actor_account, actor_person, organisation, organisation_name, purpose, procedure, dossier, fields)::text
$$;

-- The one hole in the walls between schemas: every module's role may execute it, none may touch the table.
-- One statement for all rows; what is missing (purpose, fields) is refused by the table's own constraints.
CREATE FUNCTION transparency.append_access(who jsonb, people jsonb) RETURNS void
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, transparency, pg_temp AS $$
BEGIN
    INSERT INTO transparency.access_rows (at, person_id, actor_account, actor_person, organisation, organisation_name,
        purpose, procedure, dossier, fields, salt, hash)
    SELECT t.at, s.person_id, a.account, a.actor, a.organisation, a."organisationName",
        a.purpose, a.procedure, a.dossier, s.fields, s.salt,
        sha256(s.salt || convert_to(transparency.canonical_access(t.at, s.person_id, a.account, a.actor, a.organisation,
            a."organisationName", a.purpose, a.procedure, a.dossier, s.fields), 'UTF8'))
    FROM (SELECT clock_timestamp() AS at) t,
        jsonb_to_record(who) AS a(account uuid, actor uuid, organisation text, "organisationName" text,
            purpose text, procedure text, dossier text),
        (SELECT p.person AS person_id, p.fields, uuid_send(gen_random_uuid()) || uuid_send(gen_random_uuid()) AS salt
         FROM jsonb_to_recordset(people) AS p(person uuid, fields text[]) OFFSET 0) s;
END $$;

REVOKE ALL ON FUNCTION transparency.append_access(jsonb, jsonb) FROM PUBLIC;
REVOKE ALL ON FUNCTION transparency.canonical_access(
    timestamptz, uuid, uuid, uuid, text, text, text, text, text, text[]) FROM PUBLIC;
