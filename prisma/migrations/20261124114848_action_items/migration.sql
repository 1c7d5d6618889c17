-- CreateTable
CREATE TABLE "action_item" (
    "case_id" TEXT NOT NULL,
    "meeting_id" TEXT,
    "topic_id" TEXT,
    "meeting" TEXT NOT NULL,
    "topic" TEXT NOT NULL,
    "clause" TEXT NOT NULL,
    "content" TEXT NOT NULL,
    "measure" TEXT NOT NULL,
    "lead_unit_id" TEXT NOT NULL,
    "contact_id" TEXT,
    "leader_id" TEXT,
    "starts_on" TEXT NOT NULL,
    "due_on" TEXT NOT NULL,
    "first_due_on" TEXT NOT NULL,
    "percent" INTEGER NOT NULL DEFAULT 0,
    "state" TEXT NOT NULL DEFAULT 'acceptance',
    "extensions" INTEGER NOT NULL DEFAULT 0,
    "returned" INTEGER NOT NULL DEFAULT 0,
    "asked_on" TEXT,
    "closed_on" TEXT,
    "finished_on" TEXT,
    "override_light" TEXT,
    "series_id" TEXT,
    "series_year" INTEGER,

    CONSTRAINT "action_item_pkey" PRIMARY KEY ("case_id")
);

-- CreateTable
CREATE TABLE "item_milestone" (
    "case_id" TEXT NOT NULL,
    "number" INTEGER NOT NULL,
    "name" TEXT NOT NULL,
    "due_on" TEXT NOT NULL,
    "done_on" TEXT,

    CONSTRAINT "item_milestone_pkey" PRIMARY KEY ("case_id","number")
);

-- CreateTable
CREATE TABLE "item_support" (
    "case_id" TEXT NOT NULL,
    "unit_id" TEXT NOT NULL,
    "confirmed_on" TEXT,

    CONSTRAINT "item_support_pkey" PRIMARY KEY ("case_id","unit_id")
);

-- CreateTable
CREATE TABLE "item_entry" (
    "case_id" TEXT NOT NULL,
    "number" INTEGER NOT NULL,
    "kind" TEXT NOT NULL,
    "on" TEXT NOT NULL,
    "at" TIMESTAMPTZ(6) NOT NULL,
    "by_id" TEXT,
    "on_behalf_of_id" TEXT,
    "remark_id" TEXT,
    "file_ids" TEXT[],
    "facts" JSONB NOT NULL,

    CONSTRAINT "item_entry_pkey" PRIMARY KEY ("case_id","number")
);

-- CreateTable
CREATE TABLE "item_series" (
    "id" TEXT NOT NULL,
    "template" JSONB NOT NULL,
    "due_month" INTEGER NOT NULL,
    "due_day" INTEGER NOT NULL,
    "lead_days" INTEGER NOT NULL,
    "created_by_id" TEXT NOT NULL,
    "unit_id" TEXT NOT NULL,
    "active" BOOLEAN NOT NULL DEFAULT true,
    "created_at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "item_series_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "bulletin" (
    "month" TEXT NOT NULL,
    "state" TEXT NOT NULL DEFAULT 'draft',
    "snapshot" JSONB NOT NULL,
    "preface" TEXT NOT NULL DEFAULT '',
    "drafted_at" TIMESTAMPTZ(6) NOT NULL,
    "published_by_id" TEXT,
    "published_at" TIMESTAMPTZ(6),
    "file_id" TEXT,

    CONSTRAINT "bulletin_pkey" PRIMARY KEY ("month")
);

-- CreateIndex
CREATE INDEX "action_item_lead_unit_id_due_on_idx" ON "action_item"("lead_unit_id", "due_on");

-- CreateIndex
CREATE INDEX "action_item_meeting_id_idx" ON "action_item"("meeting_id");

-- CreateIndex
CREATE INDEX "action_item_state_due_on_idx" ON "action_item"("state", "due_on");

-- CreateIndex
CREATE UNIQUE INDEX "action_item_series_id_series_year_key" ON "action_item"("series_id", "series_year");

-- CreateIndex
CREATE INDEX "item_support_unit_id_idx" ON "item_support"("unit_id");

-- CreateIndex
CREATE INDEX "item_entry_on_idx" ON "item_entry"("on");

-- AddForeignKey
ALTER TABLE "action_item" ADD CONSTRAINT "action_item_case_id_fkey" FOREIGN KEY ("case_id") REFERENCES "case_file"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "item_milestone" ADD CONSTRAINT "item_milestone_case_id_fkey" FOREIGN KEY ("case_id") REFERENCES "action_item"("case_id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "item_support" ADD CONSTRAINT "item_support_case_id_fkey" FOREIGN KEY ("case_id") REFERENCES "action_item"("case_id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "item_entry" ADD CONSTRAINT "item_entry_case_id_fkey" FOREIGN KEY ("case_id") REFERENCES "action_item"("case_id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- What happened to an item stays as it was written.
REVOKE UPDATE, DELETE ON item_entry FROM lianban_service;
