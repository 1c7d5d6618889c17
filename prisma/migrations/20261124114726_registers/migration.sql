-- AlterTable
ALTER TABLE "head_count" ADD COLUMN     "students" INTEGER;

-- AlterTable
ALTER TABLE "unit" ADD COLUMN     "closed_year" INTEGER,
ADD COLUMN     "credit_code" TEXT,
ADD COLUMN     "level" TEXT,
ADD COLUMN     "opened_year" INTEGER;

-- CreateTable
CREATE TABLE "program" (
    "id" TEXT NOT NULL,
    "unit_id" TEXT NOT NULL,
    "code" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "level" TEXT NOT NULL,
    "industry" TEXT,
    "first_year" INTEGER NOT NULL,
    "last_year" INTEGER,

    CONSTRAINT "program_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "register_change" (
    "id" BIGSERIAL NOT NULL,
    "register" TEXT NOT NULL,
    "key" TEXT NOT NULL,
    "unit_id" TEXT NOT NULL,
    "before" JSONB,
    "after" JSONB NOT NULL,
    "by_id" TEXT,
    "batch_id" TEXT,
    "reason" TEXT,
    "at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "register_change_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "indicator_ask" (
    "indicator" TEXT NOT NULL,
    "period" TEXT NOT NULL,
    "unit_id" TEXT NOT NULL,
    "asked_at" TIMESTAMPTZ(6) NOT NULL,
    "due_at" TIMESTAMPTZ(6) NOT NULL,

    CONSTRAINT "indicator_ask_pkey" PRIMARY KEY ("indicator","period")
);

-- CreateIndex
CREATE UNIQUE INDEX "program_unit_id_code_key" ON "program"("unit_id", "code");

-- CreateIndex
CREATE INDEX "register_change_register_key_id_idx" ON "register_change"("register", "key", "id");

-- CreateIndex
CREATE INDEX "register_change_unit_id_id_idx" ON "register_change"("unit_id", "id");

-- CreateIndex
CREATE INDEX "indicator_ask_unit_id_idx" ON "indicator_ask"("unit_id");

-- CreateIndex
CREATE UNIQUE INDEX "unit_credit_code_key" ON "unit"("credit_code");

-- AddForeignKey
ALTER TABLE "program" ADD CONSTRAINT "program_unit_id_fkey" FOREIGN KEY ("unit_id") REFERENCES "unit"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE program ADD CONSTRAINT program_code CHECK (code ~ '^\d{6}$');
ALTER TABLE program ADD CONSTRAINT program_years CHECK (last_year IS NULL OR last_year >= first_year);
ALTER TABLE unit ADD CONSTRAINT unit_years CHECK (closed_year IS NULL OR opened_year IS NULL OR closed_year >= opened_year);
ALTER TABLE head_count ADD CONSTRAINT head_count_not_negative CHECK (full_time >= 0 AND students >= 0);

-- The history of the registers: whatever writes a row, its change is on record, with the person and the reason the transaction names
-- (`set_config('lianban.actor', …, true)`, `lianban.batch`, `lianban.reason`).
CREATE FUNCTION keep_register_change() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
  earlier jsonb := CASE TG_OP WHEN 'UPDATE' THEN to_jsonb(OLD) END;
  later jsonb := to_jsonb(NEW);
  which text := CASE TG_TABLE_NAME WHEN 'unit' THEN 'institutions' WHEN 'program' THEN 'programs' ELSE 'head-counts' END;
BEGIN
  IF earlier IS NOT DISTINCT FROM later OR (TG_TABLE_NAME = 'unit' AND later->>'kind' NOT IN ('school', 'enterprise')) THEN
    RETURN NULL;
  END IF;
  INSERT INTO register_change (register, key, unit_id, before, after, by_id, batch_id, reason) VALUES (
    which,
    CASE which WHEN 'institutions' THEN later->>'id' WHEN 'programs' THEN later->>'id' ELSE (later->>'unit_id') || ':' || (later->>'year') END,
    CASE which WHEN 'institutions' THEN later->>'id' ELSE later->>'unit_id' END,
    earlier, later,
    nullif(current_setting('lianban.actor', true), ''),
    nullif(current_setting('lianban.batch', true), ''),
    nullif(current_setting('lianban.reason', true), '')
  );
  RETURN NULL;
END
$$;
CREATE TRIGGER unit_register_change AFTER INSERT OR UPDATE ON unit FOR EACH ROW EXECUTE FUNCTION keep_register_change();
CREATE TRIGGER program_register_change AFTER INSERT OR UPDATE ON program FOR EACH ROW EXECUTE FUNCTION keep_register_change();
CREATE TRIGGER head_count_register_change AFTER INSERT OR UPDATE ON head_count FOR EACH ROW EXECUTE FUNCTION keep_register_change();

-- Rows of a register are never lost: what ends gets a last year. Its history is the trigger's alone.
REVOKE DELETE ON unit, program, head_count FROM lianban_service;
REVOKE INSERT, UPDATE, DELETE ON register_change FROM lianban_service;
REVOKE ALL ON FUNCTION keep_register_change FROM PUBLIC;
GRANT SELECT, INSERT, UPDATE ON program, indicator_ask TO lianban_service;
GRANT SELECT ON register_change TO lianban_service;
