-- CreateTable
CREATE TABLE "engagement" (
    "case_id" TEXT NOT NULL,
    "teacher_id" TEXT NOT NULL,
    "unit_id" TEXT NOT NULL,
    "host_name" TEXT NOT NULL,
    "host_code" TEXT,
    "sector" TEXT NOT NULL,
    "post_kind" TEXT NOT NULL,
    "post_title" TEXT NOT NULL,
    "starts_on" TEXT NOT NULL,
    "ends_on" TEXT NOT NULL,
    "minutes_a_week" INTEGER NOT NULL,
    "work_time_minutes_a_week" INTEGER NOT NULL,
    "paid" BOOLEAN NOT NULL,
    "yearly_fen" BIGINT NOT NULL,
    "equity_fen" BIGINT NOT NULL,
    "version" INTEGER NOT NULL,
    "state" TEXT NOT NULL DEFAULT 'in-force',
    "ended_on" TEXT,
    "renews_id" TEXT,
    "registered_at" TIMESTAMPTZ(6) NOT NULL,

    CONSTRAINT "engagement_pkey" PRIMARY KEY ("case_id")
);

-- CreateTable
CREATE TABLE "engagement_terms" (
    "case_id" TEXT NOT NULL,
    "version" INTEGER NOT NULL,
    "submission_id" TEXT,
    "terms" JSONB NOT NULL,
    "registered_at" TIMESTAMPTZ(6) NOT NULL,

    CONSTRAINT "engagement_terms_pkey" PRIMARY KEY ("case_id","version")
);

-- CreateTable
CREATE TABLE "engagement_change" (
    "case_id" TEXT NOT NULL,
    "number" INTEGER NOT NULL,
    "submission_id" TEXT NOT NULL,
    "from_stage" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "proposed_at" TIMESTAMPTZ(6) NOT NULL,
    "closed_at" TIMESTAMPTZ(6),

    CONSTRAINT "engagement_change_pkey" PRIMARY KEY ("case_id","number")
);

-- CreateTable
CREATE TABLE "declaration_period" (
    "case_id" TEXT NOT NULL,
    "period" TEXT NOT NULL,
    "from_on" TEXT NOT NULL,
    "to_on" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "due_at" TIMESTAMPTZ(6) NOT NULL,
    "suspends_at" TIMESTAMPTZ(6) NOT NULL,

    CONSTRAINT "declaration_period_pkey" PRIMARY KEY ("case_id","period")
);

-- CreateTable
CREATE TABLE "income_declaration" (
    "id" TEXT NOT NULL,
    "case_id" TEXT NOT NULL,
    "period" TEXT NOT NULL,
    "author_id" TEXT NOT NULL,
    "income_fen" BIGINT NOT NULL,
    "equity_fen" BIGINT NOT NULL,
    "tax_fen" BIGINT NOT NULL,
    "note" TEXT,
    "file_ids" TEXT[],
    "state" TEXT NOT NULL DEFAULT 'pending',
    "created_at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "filed_at" TIMESTAMPTZ(6),
    "settled_at" TIMESTAMPTZ(6),

    CONSTRAINT "income_declaration_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "income_entry" (
    "id" BIGSERIAL NOT NULL,
    "declaration_id" TEXT NOT NULL,
    "case_id" TEXT NOT NULL,
    "teacher_id" TEXT NOT NULL,
    "unit_id" TEXT NOT NULL,
    "year" INTEGER NOT NULL,
    "period" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "income_fen" BIGINT NOT NULL,
    "equity_fen" BIGINT NOT NULL,
    "tax_fen" BIGINT NOT NULL,
    "posted_at" TIMESTAMPTZ(6) NOT NULL,

    CONSTRAINT "income_entry_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "school_income_entry" (
    "id" BIGSERIAL NOT NULL,
    "case_id" TEXT NOT NULL,
    "unit_id" TEXT NOT NULL,
    "year" INTEGER NOT NULL,
    "side" TEXT NOT NULL,
    "item" TEXT NOT NULL,
    "amount_fen" BIGINT NOT NULL,
    "posted_at" TIMESTAMPTZ(6) NOT NULL,

    CONSTRAINT "school_income_entry_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "engagement_teacher_id_starts_on_idx" ON "engagement"("teacher_id", "starts_on");

-- CreateIndex
CREATE INDEX "engagement_unit_id_state_idx" ON "engagement"("unit_id", "state");

-- CreateIndex
CREATE INDEX "engagement_state_ends_on_idx" ON "engagement"("state", "ends_on");

-- CreateIndex
CREATE INDEX "engagement_renews_id_idx" ON "engagement"("renews_id");

-- CreateIndex
CREATE INDEX "declaration_period_state_due_at_idx" ON "declaration_period"("state", "due_at");

-- CreateIndex
CREATE INDEX "income_declaration_case_id_period_idx" ON "income_declaration"("case_id", "period");

-- CreateIndex
CREATE UNIQUE INDEX "income_entry_declaration_id_key" ON "income_entry"("declaration_id");

-- CreateIndex
CREATE INDEX "income_entry_case_id_period_idx" ON "income_entry"("case_id", "period");

-- CreateIndex
CREATE INDEX "income_entry_unit_id_year_idx" ON "income_entry"("unit_id", "year");

-- CreateIndex
CREATE INDEX "income_entry_teacher_id_year_idx" ON "income_entry"("teacher_id", "year");

-- CreateIndex
CREATE INDEX "school_income_entry_unit_id_year_idx" ON "school_income_entry"("unit_id", "year");

-- CreateIndex
CREATE UNIQUE INDEX "school_income_entry_case_id_side_item_key" ON "school_income_entry"("case_id", "side", "item");

-- AddForeignKey
ALTER TABLE "engagement_terms" ADD CONSTRAINT "engagement_terms_case_id_fkey" FOREIGN KEY ("case_id") REFERENCES "engagement"("case_id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "income_entry" ADD CONSTRAINT "income_entry_declaration_id_fkey" FOREIGN KEY ("declaration_id") REFERENCES "income_declaration"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- ── What no program can get around ────────────────────────────────────────

ALTER TABLE engagement ADD CONSTRAINT engagement_in_order CHECK (ends_on >= starts_on);
ALTER TABLE engagement ADD CONSTRAINT engagement_hours
  CHECK (minutes_a_week > 0 AND work_time_minutes_a_week BETWEEN 0 AND minutes_a_week);
ALTER TABLE engagement ADD CONSTRAINT engagement_amounts CHECK (yearly_fen >= 0 AND equity_fen >= 0);
ALTER TABLE engagement ADD CONSTRAINT engagement_state CHECK (state IN ('in-force', 'suspended', 'ended', 'ended-early'));
ALTER TABLE engagement ADD CONSTRAINT engagement_ended_early CHECK ((state = 'ended-early') = (ended_on IS NOT NULL) AND ended_on <= ends_on);
ALTER TABLE income_declaration ADD CONSTRAINT income_declaration_amounts CHECK (income_fen >= 0 AND equity_fen >= 0 AND tax_fen >= 0);
ALTER TABLE income_declaration ADD CONSTRAINT income_declaration_period CHECK (period ~ '^\d{4}(-Q[1-4])?$');
ALTER TABLE income_declaration ADD CONSTRAINT income_declaration_state CHECK (state IN ('pending', 'filed', 'accepted', 'returned'));
ALTER TABLE school_income_entry ADD CONSTRAINT school_income_entry_side CHECK (side IN ('source', 'use'));

-- An end that was told stays: nothing lengthens a post but a change that is registered.
CREATE FUNCTION keep_engagement_end() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF OLD.ended_on IS NOT NULL AND NEW.ended_on IS DISTINCT FROM OLD.ended_on THEN
    RAISE EXCEPTION 'post % has ended on %', OLD.case_id, OLD.ended_on USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END
$$;
CREATE TRIGGER engagement_end_stays BEFORE UPDATE ON engagement FOR EACH ROW EXECUTE FUNCTION keep_engagement_end();

-- The only way to register a post or a change of its terms. Answers { kind: 'registered' }, or without a trace
-- { kind: 'over-limit', limit: 'same-host' | 'paid-posts' | 'work-time', reached, atMost, on }. The same version twice is one registration.
-- Whoever registers for one teacher waits for each other: of two that break a limit together, the second is over it.
-- Over a limit is what this post would make so, on some day of it: the day it begins (or today, for a change), or one on which another begins.
CREATE FUNCTION register_engagement(
  p_case_id text, p_version int, p_teacher_id text, p_unit_id text, p_renews_id text, p_submission_id text, p_at timestamptz,
  p_today text, p_terms jsonb, p_paid_posts int, p_work_time_minutes int
) RETURNS jsonb LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
  t record;
  since text;
  others jsonb;
  same_host text;
  paid_posts record;
  work_time record;
BEGIN
  PERFORM pg_advisory_xact_lock(hashtextextended('engagement:' || p_teacher_id, 0));
  IF EXISTS (SELECT FROM engagement_terms WHERE case_id = p_case_id AND version = p_version) THEN
    RETURN jsonb_build_object('kind', 'registered');
  END IF;
  SELECT * INTO t FROM jsonb_to_record(p_terms) AS x("hostName" text, "hostCode" text, sector text, "postKind" text, "postTitle" text,
    "startsOn" text, "endsOn" text, "minutesAWeek" int, "workTimeMinutesAWeek" int, paid boolean, "yearlyFen" bigint, "equityFen" bigint, others jsonb);
  since := CASE WHEN p_version = 1 THEN t."startsOn" ELSE greatest(t."startsOn", p_today) END;

  SELECT coalesce(jsonb_agg(to_jsonb(o)), '[]') INTO others FROM (
    SELECT starts_on, coalesce(ended_on, ends_on) AS ends_on, work_time_minutes_a_week AS minutes, paid FROM engagement
      WHERE teacher_id = p_teacher_id AND case_id <> p_case_id
    UNION ALL
    SELECT "startsOn", "endsOn", "workTimeMinutesAWeek", paid
      FROM jsonb_to_recordset(coalesce(t.others, '[]')) AS x("startsOn" text, "endsOn" text, "workTimeMinutesAWeek" int, paid boolean)
  ) o;

  -- The same host is engaged once at a time.
  SELECT min(greatest(starts_on, since)) INTO same_host FROM engagement
    WHERE teacher_id = p_teacher_id AND case_id <> p_case_id AND starts_on <= t."endsOn" AND coalesce(ended_on, ends_on) >= since
      AND (CASE WHEN host_code IS NULL OR t."hostCode" IS NULL THEN host_name = t."hostName" ELSE host_code = t."hostCode" END);
  IF same_host IS NOT NULL THEN
    RETURN jsonb_build_object('kind', 'over-limit', 'limit', 'same-host', 'reached', 2, 'atMost', 1, 'on', same_host);
  END IF;
  SELECT d.day, count(*) FILTER (WHERE o.paid) + 1 AS reached INTO paid_posts
    FROM (SELECT since AS day UNION SELECT starts_on FROM jsonb_to_recordset(others) AS o(starts_on text, ends_on text, minutes int, paid boolean) WHERE starts_on BETWEEN since AND t."endsOn") d
    LEFT JOIN jsonb_to_recordset(others) AS o(starts_on text, ends_on text, minutes int, paid boolean) ON d.day BETWEEN o.starts_on AND o.ends_on
    GROUP BY d.day ORDER BY reached DESC, d.day LIMIT 1;
  IF t.paid AND paid_posts.reached > p_paid_posts THEN
    RETURN jsonb_build_object('kind', 'over-limit', 'limit', 'paid-posts', 'reached', paid_posts.reached, 'atMost', p_paid_posts, 'on', paid_posts.day);
  END IF;
  SELECT d.day, coalesce(sum(o.minutes), 0) + t."workTimeMinutesAWeek" AS reached INTO work_time
    FROM (SELECT since AS day UNION SELECT starts_on FROM jsonb_to_recordset(others) AS o(starts_on text, ends_on text, minutes int, paid boolean) WHERE starts_on BETWEEN since AND t."endsOn") d
    LEFT JOIN jsonb_to_recordset(others) AS o(starts_on text, ends_on text, minutes int, paid boolean) ON d.day BETWEEN o.starts_on AND o.ends_on
    GROUP BY d.day ORDER BY reached DESC, d.day LIMIT 1;
  IF t."workTimeMinutesAWeek" > 0 AND work_time.reached > p_work_time_minutes THEN
    RETURN jsonb_build_object('kind', 'over-limit', 'limit', 'work-time', 'reached', work_time.reached, 'atMost', p_work_time_minutes, 'on', work_time.day);
  END IF;

  INSERT INTO engagement AS held (case_id, teacher_id, unit_id, host_name, host_code, sector, post_kind, post_title, starts_on, ends_on,
      minutes_a_week, work_time_minutes_a_week, paid, yearly_fen, equity_fen, version, renews_id, registered_at)
    VALUES (p_case_id, p_teacher_id, p_unit_id, t."hostName", t."hostCode", t.sector, t."postKind", t."postTitle", t."startsOn", t."endsOn",
      t."minutesAWeek", t."workTimeMinutesAWeek", t.paid, t."yearlyFen", t."equityFen", p_version, p_renews_id, p_at)
    ON CONFLICT (case_id) DO UPDATE SET host_name = excluded.host_name, host_code = excluded.host_code, sector = excluded.sector,
      post_kind = excluded.post_kind, post_title = excluded.post_title, starts_on = excluded.starts_on, ends_on = excluded.ends_on,
      minutes_a_week = excluded.minutes_a_week, work_time_minutes_a_week = excluded.work_time_minutes_a_week, paid = excluded.paid,
      yearly_fen = excluded.yearly_fen, equity_fen = excluded.equity_fen, version = excluded.version
    WHERE held.version = p_version - 1 AND held.ended_on IS NULL;
  IF NOT FOUND THEN
    RAISE EXCEPTION 'post % has no version %', p_case_id, p_version - 1 USING ERRCODE = 'invalid_parameter_value';
  END IF;
  INSERT INTO engagement_terms (case_id, version, submission_id, terms, registered_at)
    VALUES (p_case_id, p_version, p_submission_id, p_terms, p_at);
  RETURN jsonb_build_object('kind', 'registered');
END
$$;

-- What was declared stands: once final, only whether it was accepted or sent back is still to be said, once.
CREATE FUNCTION keep_income_declaration() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF OLD.state <> 'pending' AND (TG_OP = 'DELETE' OR OLD.state <> 'filed'
    OR (to_jsonb(NEW) - 'state' - 'settled_at') IS DISTINCT FROM (to_jsonb(OLD) - 'state' - 'settled_at')) THEN
    RAISE EXCEPTION 'declaration % is %', OLD.id, OLD.state USING ERRCODE = 'check_violation';
  END IF;
  IF TG_OP = 'DELETE' THEN RETURN OLD; END IF;
  RETURN NEW;
END
$$;
CREATE TRIGGER income_declaration_stands BEFORE UPDATE OR DELETE ON income_declaration
  FOR EACH ROW EXECUTE FUNCTION keep_income_declaration();

-- The ledger follows the accepted declarations and nothing else: the first of a period as it is, each later one as the difference.
CREATE FUNCTION enter_income() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  PERFORM pg_advisory_xact_lock(hashtextextended('income:' || NEW.case_id || ':' || NEW.period, 0));
  INSERT INTO income_entry (declaration_id, case_id, teacher_id, unit_id, year, period, kind, income_fen, equity_fen, tax_fen, posted_at)
    SELECT NEW.id, e.case_id, e.teacher_id, e.unit_id, left(NEW.period, 4)::int, NEW.period,
      CASE WHEN before.entries = 0 THEN 'declared' ELSE 'correction' END,
      NEW.income_fen - before.income_fen, NEW.equity_fen - before.equity_fen, NEW.tax_fen - before.tax_fen, NEW.settled_at
    FROM engagement e, LATERAL (
      SELECT count(*) AS entries, coalesce(sum(income_fen), 0) AS income_fen, coalesce(sum(equity_fen), 0) AS equity_fen,
        coalesce(sum(tax_fen), 0) AS tax_fen
      FROM income_entry WHERE case_id = NEW.case_id AND period = NEW.period
    ) before
    WHERE e.case_id = NEW.case_id;
  IF NOT FOUND THEN
    RAISE EXCEPTION 'declaration % is of no registered post', NEW.id USING ERRCODE = 'foreign_key_violation';
  END IF;
  RETURN NULL;
END
$$;
CREATE TRIGGER income_declaration_accepted AFTER UPDATE OF state ON income_declaration
  FOR EACH ROW WHEN (NEW.state = 'accepted' AND OLD.state IS DISTINCT FROM 'accepted') EXECUTE FUNCTION enter_income();

-- A declaration is born pending: accepted is what finance says of it afterwards.
CREATE FUNCTION begin_income_declaration() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW.state <> 'pending' THEN
    RAISE EXCEPTION 'a declaration begins as pending, not %', NEW.state USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END
$$;
CREATE TRIGGER income_declaration_begins BEFORE INSERT ON income_declaration FOR EACH ROW EXECUTE FUNCTION begin_income_declaration();

-- The only way to write the ledger of schools' income. `lines`: [{ "side", "item", "amountFen" }], the whole year as declared; what stands
-- already is taken off, so that a correction is entered as its difference. At least `p_percent` % of the sources go to the fund's item.
CREATE FUNCTION record_school_income(
  p_case_id text, p_unit_id text, p_year int, p_at timestamptz, p_lines jsonb, p_fund_item text, p_percent int
) RETURNS void LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
  total numeric;
  fund numeric;
BEGIN
  PERFORM pg_advisory_xact_lock(hashtextextended('school-income:' || p_unit_id || ':' || p_year, 0));
  IF EXISTS (SELECT FROM school_income_entry WHERE case_id = p_case_id) THEN RETURN; END IF;
  SELECT coalesce(sum("amountFen") FILTER (WHERE side = 'source'), 0), coalesce(sum("amountFen") FILTER (WHERE side = 'use' AND item = p_fund_item), 0)
    INTO total, fund FROM jsonb_to_recordset(p_lines) AS l(side text, item text, "amountFen" bigint);
  IF fund * 100 < total * p_percent OR EXISTS (SELECT FROM jsonb_to_recordset(p_lines) AS l("amountFen" bigint) WHERE "amountFen" IS NULL OR "amountFen" < 0) THEN
    RAISE EXCEPTION 'school income of % in %: % of % fen to the fund', p_unit_id, p_year, fund, total USING ERRCODE = 'check_violation';
  END IF;
  INSERT INTO school_income_entry (case_id, unit_id, year, side, item, amount_fen, posted_at)
    SELECT p_case_id, p_unit_id, p_year, side, item, coalesce(declared.fen, 0) - coalesce(before.fen, 0), p_at
    FROM (SELECT side, item, sum("amountFen") AS fen FROM jsonb_to_recordset(p_lines) AS l(side text, item text, "amountFen" bigint) GROUP BY 1, 2) declared
    FULL JOIN (SELECT side, item, sum(amount_fen) AS fen FROM school_income_entry WHERE unit_id = p_unit_id AND year = p_year GROUP BY 1, 2) before
      USING (side, item);
END
$$;

REVOKE INSERT, UPDATE, DELETE ON engagement, engagement_terms, income_entry, school_income_entry FROM lianban_service;
GRANT SELECT ON engagement, engagement_terms, income_entry, school_income_entry TO lianban_service;
GRANT UPDATE (state, ended_on) ON engagement TO lianban_service;
REVOKE ALL ON FUNCTION register_engagement, keep_engagement_end, keep_income_declaration, enter_income, begin_income_declaration, record_school_income FROM PUBLIC;
GRANT EXECUTE ON FUNCTION register_engagement, record_school_income TO lianban_service;
