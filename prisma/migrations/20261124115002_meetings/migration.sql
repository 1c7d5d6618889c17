-- CreateTable
CREATE TABLE "meeting" (
    "case_id" TEXT NOT NULL,
    "held_on" TEXT NOT NULL,
    "topics_due_on" TEXT NOT NULL,
    "member_ids" TEXT[],
    "minutes_number" TEXT,
    "published_at" TIMESTAMPTZ(6),

    CONSTRAINT "meeting_pkey" PRIMARY KEY ("case_id")
);

-- CreateTable
CREATE TABLE "topic" (
    "id" TEXT NOT NULL,
    "case_id" TEXT NOT NULL,
    "unit_id" TEXT NOT NULL,
    "position" INTEGER NOT NULL,
    "title" TEXT NOT NULL,
    "body" TEXT NOT NULL,
    "author_id" TEXT NOT NULL,
    "sent_at" TIMESTAMPTZ(6),

    CONSTRAINT "topic_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "agenda_entry" (
    "id" TEXT NOT NULL,
    "case_id" TEXT NOT NULL,
    "position" INTEGER NOT NULL,
    "kind" TEXT NOT NULL,
    "topic_id" TEXT,
    "about_id" TEXT,
    "drop_reason" TEXT,
    "final" BOOLEAN NOT NULL DEFAULT false,

    CONSTRAINT "agenda_entry_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "minutes" (
    "id" TEXT NOT NULL,
    "case_id" TEXT NOT NULL,
    "version" INTEGER NOT NULL,
    "document" JSONB NOT NULL,
    "revision" INTEGER NOT NULL DEFAULT 1,
    "final" BOOLEAN NOT NULL DEFAULT false,
    "author_id" TEXT NOT NULL,
    "saved_at" TIMESTAMPTZ(6) NOT NULL,

    CONSTRAINT "minutes_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "meeting_minutes_number_key" ON "meeting"("minutes_number");

-- CreateIndex
CREATE INDEX "meeting_held_on_idx" ON "meeting"("held_on");

-- CreateIndex
CREATE INDEX "topic_case_id_unit_id_position_idx" ON "topic"("case_id", "unit_id", "position");

-- CreateIndex
CREATE UNIQUE INDEX "agenda_entry_topic_id_key" ON "agenda_entry"("topic_id");

-- CreateIndex
CREATE INDEX "agenda_entry_case_id_position_idx" ON "agenda_entry"("case_id", "position");

-- CreateIndex
CREATE UNIQUE INDEX "agenda_entry_case_id_about_id_key" ON "agenda_entry"("case_id", "about_id");

-- CreateIndex
CREATE UNIQUE INDEX "minutes_case_id_version_key" ON "minutes"("case_id", "version");

-- AddForeignKey
ALTER TABLE "topic" ADD CONSTRAINT "topic_case_id_fkey" FOREIGN KEY ("case_id") REFERENCES "meeting"("case_id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "agenda_entry" ADD CONSTRAINT "agenda_entry_case_id_fkey" FOREIGN KEY ("case_id") REFERENCES "meeting"("case_id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "agenda_entry" ADD CONSTRAINT "agenda_entry_topic_id_fkey" FOREIGN KEY ("topic_id") REFERENCES "topic"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "minutes" ADD CONSTRAINT "minutes_case_id_fkey" FOREIGN KEY ("case_id") REFERENCES "meeting"("case_id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- A version of the minutes that was handed on stays as it was read and signed; so does a topic that was sent.
CREATE FUNCTION keep_what_was_signed() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_TABLE_NAME = 'minutes' THEN
    IF OLD.final THEN RAISE EXCEPTION 'minutes % version % are final', OLD.case_id, OLD.version USING ERRCODE = 'check_violation'; END IF;
  ELSIF OLD.sent_at IS NOT NULL THEN
    RAISE EXCEPTION 'topic % was sent', OLD.id USING ERRCODE = 'check_violation';
  END IF;
  RETURN CASE WHEN TG_OP = 'DELETE' THEN OLD ELSE NEW END;
END
$$;
CREATE TRIGGER minutes_kept BEFORE UPDATE OR DELETE ON minutes FOR EACH ROW EXECUTE FUNCTION keep_what_was_signed();
CREATE TRIGGER topic_kept BEFORE UPDATE OR DELETE ON topic FOR EACH ROW EXECUTE FUNCTION keep_what_was_signed();
