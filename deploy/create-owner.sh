#!/bin/sh
# Makes the role that owns and migrates the database: no superuser, but it may make the modules' roles.
# Run once by the PostgreSQL image; by hand on a server of your own, with P06_OWNER_PASSWORD set.
set -eu
psql -v ON_ERROR_STOP=1 -v password="$P06_OWNER_PASSWORD" --username "${POSTGRES_USER:-postgres}" --dbname postgres <<'SQL'
CREATE ROLE p06_owner LOGIN CREATEDB CREATEROLE PASSWORD :'password';
GRANT pg_monitor, pg_signal_backend TO p06_owner;
CREATE DATABASE project06 OWNER p06_owner;
SQL
