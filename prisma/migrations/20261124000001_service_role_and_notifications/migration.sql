-- The role of the running service. It reads and writes everything except what must stay as it was written: the timeline and the
-- security log can only grow. Roles belong to the whole server, so another database may have made it already.
DO $$
BEGIN
  IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'lianban_service') THEN
    CREATE ROLE lianban_service NOLOGIN;
  END IF;
EXCEPTION
  WHEN duplicate_object OR unique_violation THEN NULL; -- made by somebody else in the same moment
END
$$;

-- So that a login that owns the tables can take the role (`createPrisma(url, { asService: true })`); a superuser always can.
DO $$
BEGIN
  GRANT lianban_service TO CURRENT_USER;
EXCEPTION
  WHEN insufficient_privilege THEN -- somebody else made the role: fine if they granted it
    IF NOT pg_has_role(CURRENT_USER, 'lianban_service', 'MEMBER') THEN RAISE; END IF;
END
$$;

GRANT USAGE ON SCHEMA public TO lianban_service;
GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA public TO lianban_service;
GRANT USAGE, SELECT ON ALL SEQUENCES IN SCHEMA public TO lianban_service;
ALTER DEFAULT PRIVILEGES IN SCHEMA public GRANT SELECT, INSERT, UPDATE, DELETE ON TABLES TO lianban_service;
ALTER DEFAULT PRIVILEGES IN SCHEMA public GRANT USAGE, SELECT ON SEQUENCES TO lianban_service;

REVOKE UPDATE, DELETE ON event, security_event FROM lianban_service;
DO $$
BEGIN
  IF to_regclass('_prisma_migrations') IS NOT NULL THEN -- it is missing from the shadow database of a diff
    REVOKE INSERT, UPDATE, DELETE ON _prisma_migrations FROM lianban_service;
  END IF;
END
$$;

-- Wakes the sender of mails: one notice a statement, however many rows it wrote.
CREATE FUNCTION notify_outbox() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM pg_notify('outbox', '');
  RETURN NULL;
END
$$;
CREATE TRIGGER notification_queued AFTER INSERT ON notification
  FOR EACH STATEMENT EXECUTE FUNCTION notify_outbox();

-- Wakes the open pages of those who look at the case.
CREATE FUNCTION notify_case_changed() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM pg_notify('case_changed', NEW.case_id);
  RETURN NULL;
END
$$;
CREATE TRIGGER event_written AFTER INSERT ON event
  FOR EACH ROW EXECUTE FUNCTION notify_case_changed();
