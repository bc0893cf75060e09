#!/bin/sh
# The role and the database of Taizhang: it may make schemas in its own database, and nothing else.
set -eu
psql --username "${POSTGRES_USER:-postgres}" --set ON_ERROR_STOP=1 --set password="$TAIZHANG_DATABASE_PASSWORD" <<'SQL'
CREATE ROLE taizhang LOGIN PASSWORD :'password';
CREATE DATABASE taizhang ENCODING 'UTF8' TEMPLATE template0;
REVOKE ALL ON DATABASE taizhang FROM PUBLIC;
GRANT CONNECT, CREATE ON DATABASE taizhang TO taizhang;
SQL
