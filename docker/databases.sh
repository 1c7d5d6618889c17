#!/bin/sh
# Runs once, when the database server is new: a database and a login each for Lianban's tables and for Temporal.
# The service's own login is made by the migration job.
set -eu
psql -v ON_ERROR_STOP=1 -U postgres \
  -v lianban="$LIANBAN_OWNER_PASSWORD" -v temporal="$TEMPORAL_DB_PASSWORD" <<'SQL'
CREATE ROLE lianban_owner LOGIN CREATEROLE PASSWORD :'lianban';
CREATE DATABASE lianban OWNER lianban_owner;
CREATE ROLE temporal LOGIN PASSWORD :'temporal';
CREATE DATABASE temporal OWNER temporal;
CREATE DATABASE temporal_visibility OWNER temporal;
SQL
