-- CreateTable
CREATE TABLE "fund_source" (
    "id" TEXT NOT NULL,
    "year" INTEGER NOT NULL,
    "kind" TEXT NOT NULL,
    "payer" TEXT NOT NULL,
    "document" TEXT NOT NULL,
    "received_on" TEXT NOT NULL,
    "amount_fen" BIGINT NOT NULL,
    "recorded_by_id" TEXT NOT NULL,
    "recorded_at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "posting_id" BIGINT NOT NULL,

    CONSTRAINT "fund_source_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "fund_posting" (
    "id" BIGSERIAL NOT NULL,
    "key" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "case_id" TEXT,
    "actor_id" TEXT,
    "voucher" TEXT,
    "posted_at" TIMESTAMPTZ(6) NOT NULL,

    CONSTRAINT "fund_posting_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "fund_entry" (
    "posting_id" BIGINT NOT NULL,
    "year" INTEGER NOT NULL,
    "account" TEXT NOT NULL,
    "case_id" TEXT NOT NULL,
    "amount_fen" BIGINT NOT NULL,

    CONSTRAINT "fund_entry_pkey" PRIMARY KEY ("posting_id","year","account","case_id")
);

-- CreateTable
CREATE TABLE "fund_balance" (
    "year" INTEGER NOT NULL,
    "account" TEXT NOT NULL,
    "case_id" TEXT NOT NULL,
    "balance_fen" BIGINT NOT NULL,

    CONSTRAINT "fund_balance_pkey" PRIMARY KEY ("year","account","case_id")
);

-- CreateTable
CREATE TABLE "payment_order" (
    "number" TEXT NOT NULL,
    "case_id" TEXT NOT NULL,
    "stage" TEXT NOT NULL,
    "attempt" INTEGER NOT NULL,
    "amount_fen" BIGINT NOT NULL,
    "payee_id" TEXT NOT NULL,
    "state" TEXT NOT NULL DEFAULT 'ordered',
    "ordered_at" TIMESTAMPTZ(6) NOT NULL,
    "handed_over_at" TIMESTAMPTZ(6),
    "handed_over_by_id" TEXT,
    "closed_at" TIMESTAMPTZ(6),
    "closed_by_id" TEXT,
    "voucher" TEXT,

    CONSTRAINT "payment_order_pkey" PRIMARY KEY ("number")
);

-- CreateIndex
CREATE UNIQUE INDEX "fund_source_posting_id_key" ON "fund_source"("posting_id");

-- CreateIndex
CREATE INDEX "fund_source_year_received_on_idx" ON "fund_source"("year", "received_on");

-- CreateIndex
CREATE UNIQUE INDEX "fund_posting_key_key" ON "fund_posting"("key");

-- CreateIndex
CREATE UNIQUE INDEX "fund_posting_voucher_key" ON "fund_posting"("voucher");

-- CreateIndex
CREATE INDEX "fund_posting_case_id_idx" ON "fund_posting"("case_id");

-- CreateIndex
CREATE INDEX "fund_posting_posted_at_idx" ON "fund_posting"("posted_at");

-- CreateIndex
CREATE INDEX "fund_entry_case_id_idx" ON "fund_entry"("case_id");

-- CreateIndex
CREATE INDEX "fund_entry_year_account_idx" ON "fund_entry"("year", "account");

-- CreateIndex
CREATE INDEX "fund_balance_case_id_idx" ON "fund_balance"("case_id");

-- CreateIndex
CREATE UNIQUE INDEX "payment_order_voucher_key" ON "payment_order"("voucher");

-- CreateIndex
CREATE INDEX "payment_order_state_ordered_at_idx" ON "payment_order"("state", "ordered_at");

-- CreateIndex
CREATE UNIQUE INDEX "payment_order_case_id_stage_attempt_key" ON "payment_order"("case_id", "stage", "attempt");

-- AddForeignKey
ALTER TABLE "fund_source" ADD CONSTRAINT "fund_source_posting_id_fkey" FOREIGN KEY ("posting_id") REFERENCES "fund_posting"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "fund_entry" ADD CONSTRAINT "fund_entry_posting_id_fkey" FOREIGN KEY ("posting_id") REFERENCES "fund_posting"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- ── What no program can get around ────────────────────────────────────────

ALTER TABLE fund_source ADD CONSTRAINT fund_source_positive CHECK (amount_fen > 0);
ALTER TABLE payment_order ADD CONSTRAINT payment_order_positive CHECK (amount_fen > 0);
ALTER TABLE payment_order ADD CONSTRAINT payment_order_paid_with_voucher CHECK ((state = 'paid') = (voucher IS NOT NULL));
ALTER TABLE fund_entry ADD CONSTRAINT fund_entry_moves_something CHECK (amount_fen <> 0);
ALTER TABLE fund_entry ADD CONSTRAINT fund_entry_account
  CHECK (account IN ('source', 'available', 'reserved', 'committed', 'paid-out', 'clawed-back'));
ALTER TABLE fund_entry ADD CONSTRAINT fund_entry_case
  CHECK ((case_id = '') = (account IN ('source', 'available')));

-- The outside world owes what it gave: its account alone runs below zero.
ALTER TABLE fund_balance ADD CONSTRAINT fund_balance_never_overdrawn
  CHECK (CASE account WHEN 'source' THEN balance_fen <= 0 ELSE balance_fen >= 0 END);

-- Balances follow the entries and nothing else.
CREATE FUNCTION keep_fund_balance() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  UPDATE fund_balance SET balance_fen = balance_fen + NEW.amount_fen
    WHERE year = NEW.year AND account = NEW.account AND case_id = NEW.case_id;
  IF NOT FOUND THEN
    INSERT INTO fund_balance AS held (year, account, case_id, balance_fen)
      VALUES (NEW.year, NEW.account, NEW.case_id, NEW.amount_fen)
      -- Somebody else opened the account in the same moment.
      ON CONFLICT (year, account, case_id) DO UPDATE SET balance_fen = held.balance_fen + NEW.amount_fen;
  END IF;
  RETURN NULL;
END
$$;
CREATE TRIGGER fund_entry_balance AFTER INSERT ON fund_entry
  FOR EACH ROW EXECUTE FUNCTION keep_fund_balance();

-- Looked at when the transaction commits: whatever wrote it, a posting has entries and they sum to zero.
CREATE FUNCTION check_fund_posting() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
  posting bigint := CASE TG_TABLE_NAME WHEN 'fund_posting' THEN (to_jsonb(NEW)->>'id')::bigint ELSE (to_jsonb(NEW)->>'posting_id')::bigint END;
  total numeric;
BEGIN
  SELECT sum(amount_fen) INTO total FROM fund_entry WHERE posting_id = posting;
  IF total IS DISTINCT FROM 0 THEN
    RAISE EXCEPTION 'fund posting % sums to % fen', posting, total USING ERRCODE = 'check_violation';
  END IF;
  RETURN NULL;
END
$$;
CREATE CONSTRAINT TRIGGER fund_posting_in_balance AFTER INSERT ON fund_posting
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION check_fund_posting();
CREATE CONSTRAINT TRIGGER fund_entry_in_balance AFTER INSERT ON fund_entry
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION check_fund_posting();

-- The only way to write the ledger. `moves`: [{ "year", "toYear"?, "from", "to", "amountFen" }], whole fen above zero.
-- Answers { kind: 'posted' | 'repeated', id }, or without a trace { kind: 'short', year, account, leftFen } or { kind: 'voucher-used' }.
-- Whoever touches the same accounts waits for each other, always in the same order, so that nobody waits in a circle.
CREATE FUNCTION post_to_fund(
  p_key text, p_kind text, p_case_id text, p_actor_id text, p_voucher text, p_posted_at timestamptz, p_moves jsonb
) RETURNS jsonb LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
  sides jsonb;
  side record;
  held bigint;
  earlier fund_posting;
  new_id bigint;
BEGIN
  IF coalesce(jsonb_array_length(p_moves), 0) = 0 OR EXISTS (
    SELECT FROM jsonb_to_recordset(p_moves) AS m(year int, "toYear" int, "from" text, "to" text, "amountFen" bigint)
    WHERE m.year IS NULL OR m."amountFen" IS NULL OR m."amountFen" <= 0
      OR (p_kind, m."from", m."to") NOT IN (
        ('source', 'source', 'available'), ('carry-over', 'available', 'available'), ('return', 'available', 'source'),
        ('reserve', 'available', 'reserved'), ('reserve', 'reserved', 'available'),
        ('commit', 'reserved', 'committed'), ('pay', 'committed', 'paid-out'),
        ('release', 'reserved', 'available'), ('release', 'committed', 'available'),
        ('claw-back', 'paid-out', 'clawed-back'), ('recover', 'clawed-back', 'available'))
      OR (p_kind = 'carry-over') IS DISTINCT FROM (coalesce(m."toYear", m.year) <> m.year)
      OR (p_kind IN ('source', 'carry-over', 'return')) IS DISTINCT FROM (p_case_id IS NULL)
      OR (p_kind IN ('pay', 'recover')) IS DISTINCT FROM (p_voucher IS NOT NULL)
  ) THEN
    RAISE EXCEPTION 'fund posting % (%) moves nothing, or what its kind may not', p_key, p_kind USING ERRCODE = 'invalid_parameter_value';
  END IF;

  -- One side an account: what it gains or loses in all.
  SELECT jsonb_agg(to_jsonb(per_account)) INTO sides FROM (
    SELECT s.year, s.account, CASE WHEN s.account IN ('source', 'available') THEN '' ELSE p_case_id END AS case_id, sum(s.amount_fen) AS amount_fen
    FROM jsonb_to_recordset(p_moves) AS m(year int, "toYear" int, "from" text, "to" text, "amountFen" bigint),
      LATERAL (VALUES (m.year, m."from", -m."amountFen"), (coalesce(m."toYear", m.year), m."to", m."amountFen")) AS s(year, account, amount_fen)
    GROUP BY 1, 2, 3 HAVING sum(s.amount_fen) <> 0
  ) AS per_account;

  FOR side IN SELECT * FROM jsonb_to_recordset(sides) AS x(year int, account text, case_id text, amount_fen bigint) ORDER BY year, account, case_id LOOP
    SELECT balance_fen INTO held FROM fund_balance
      WHERE year = side.year AND account = side.account AND case_id = side.case_id FOR UPDATE;
  END LOOP;

  SELECT * INTO earlier FROM fund_posting WHERE key = p_key;
  IF FOUND THEN
    IF earlier.kind <> p_kind OR earlier.case_id IS DISTINCT FROM p_case_id THEN
      RAISE EXCEPTION 'fund posting % is a % already', p_key, earlier.kind USING ERRCODE = 'invalid_parameter_value';
    END IF;
    RETURN jsonb_build_object('kind', 'repeated', 'id', earlier.id);
  END IF;
  IF EXISTS (SELECT FROM fund_posting WHERE voucher = p_voucher) THEN
    RETURN jsonb_build_object('kind', 'voucher-used');
  END IF;
  FOR side IN SELECT * FROM jsonb_to_recordset(sides) AS x(year int, account text, case_id text, amount_fen bigint)
    WHERE amount_fen < 0 AND account <> 'source' ORDER BY year, account, case_id LOOP
    SELECT balance_fen INTO held FROM fund_balance
      WHERE year = side.year AND account = side.account AND case_id = side.case_id;
    IF coalesce(held, 0) + side.amount_fen < 0 THEN
      RETURN jsonb_build_object('kind', 'short', 'year', side.year, 'account', side.account, 'leftFen', coalesce(held, 0));
    END IF;
  END LOOP;

  -- A key or voucher that somebody else is using in this very moment fails here on its index; the caller asks again.
  INSERT INTO fund_posting (key, kind, case_id, actor_id, voucher, posted_at)
    VALUES (p_key, p_kind, p_case_id, p_actor_id, p_voucher, p_posted_at) RETURNING id INTO new_id;
  INSERT INTO fund_entry (posting_id, year, account, case_id, amount_fen)
    SELECT new_id, year, account, case_id, amount_fen
    FROM jsonb_to_recordset(sides) AS x(year int, account text, case_id text, amount_fen bigint)
    ORDER BY year, account, case_id;
  RETURN jsonb_build_object('kind', 'posted', 'id', new_id);
END
$$;

GRANT SELECT ON fund_source, fund_posting, fund_entry, fund_balance, payment_order TO lianban_service;
GRANT INSERT ON fund_source TO lianban_service;
GRANT INSERT, UPDATE ON payment_order TO lianban_service;
REVOKE INSERT, UPDATE, DELETE ON fund_posting, fund_entry, fund_balance FROM lianban_service;
REVOKE UPDATE, DELETE ON fund_source FROM lianban_service;
REVOKE DELETE ON payment_order FROM lianban_service;
REVOKE ALL ON FUNCTION post_to_fund, keep_fund_balance, check_fund_posting FROM PUBLIC;
GRANT EXECUTE ON FUNCTION post_to_fund TO lianban_service;
