#!/bin/sh
# Brings Temporal's two databases to the server's version. Safe to run again.
set -eu
for database in temporal temporal_visibility; do
  case $database in temporal) kind=temporal ;; *) kind=visibility ;; esac
  tool="temporal-sql-tool --plugin postgres12 --ep postgres -p 5432 -u temporal --db $database"
  $tool setup-schema -v 0.0 || echo "$database has a schema"
  $tool update-schema -d "/etc/temporal/schema/postgresql/v12/$kind/versioned"
done
