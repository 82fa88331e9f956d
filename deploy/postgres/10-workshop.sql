-- Run once, by the image, when the volume is empty. The app's role owns its one database and can do nothing beyond it:
-- it is no superuser, makes neither roles nor databases, and reads no file of the server.
-- psql asks for the password itself, so that no process list shows it; nothing that is executed is logged.
\set password `printf %s "$WORKSHOP_PASSWORD"`
CREATE ROLE workshop LOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE NOREPLICATION NOBYPASSRLS PASSWORD :'password';
CREATE DATABASE workshop OWNER workshop;
REVOKE ALL ON DATABASE workshop FROM PUBLIC;
REVOKE CONNECT, TEMPORARY ON DATABASE postgres, template1 FROM PUBLIC;
\connect workshop
REVOKE CREATE ON SCHEMA public FROM PUBLIC;
ALTER SCHEMA public OWNER TO workshop;
