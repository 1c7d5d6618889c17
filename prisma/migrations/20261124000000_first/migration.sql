-- CreateTable
CREATE TABLE "user" (
    "id" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "email" TEXT NOT NULL,
    "email_verified" BOOLEAN NOT NULL DEFAULT false,
    "image" TEXT,
    "phone" TEXT,
    "disabled" BOOLEAN NOT NULL DEFAULT false,
    "failed_sign_ins" INTEGER NOT NULL DEFAULT 0,
    "locked_until" TIMESTAMPTZ(6),
    "must_change_password" BOOLEAN NOT NULL DEFAULT false,
    "two_factor_enabled" BOOLEAN,
    "created_at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(6) NOT NULL,

    CONSTRAINT "user_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "session" (
    "id" TEXT NOT NULL,
    "token" TEXT NOT NULL,
    "user_id" TEXT NOT NULL,
    "expires_at" TIMESTAMPTZ(6) NOT NULL,
    "ip_address" TEXT,
    "user_agent" TEXT,
    "created_at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(6) NOT NULL,

    CONSTRAINT "session_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "account" (
    "id" TEXT NOT NULL,
    "account_id" TEXT NOT NULL,
    "provider_id" TEXT NOT NULL,
    "user_id" TEXT NOT NULL,
    "access_token" TEXT,
    "refresh_token" TEXT,
    "id_token" TEXT,
    "access_token_expires_at" TIMESTAMPTZ(6),
    "refresh_token_expires_at" TIMESTAMPTZ(6),
    "scope" TEXT,
    "password" TEXT,
    "created_at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(6) NOT NULL,

    CONSTRAINT "account_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "verification" (
    "id" TEXT NOT NULL,
    "identifier" TEXT NOT NULL,
    "value" TEXT NOT NULL,
    "expires_at" TIMESTAMPTZ(6) NOT NULL,
    "created_at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(6) NOT NULL,

    CONSTRAINT "verification_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "unit" (
    "id" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "name_en" TEXT NOT NULL,
    "kind" TEXT NOT NULL,

    CONSTRAINT "unit_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "membership" (
    "user_id" TEXT NOT NULL,
    "unit_id" TEXT NOT NULL,
    "role" TEXT NOT NULL,

    CONSTRAINT "membership_pkey" PRIMARY KEY ("user_id","unit_id","role")
);

-- CreateTable
CREATE TABLE "substitute" (
    "id" TEXT NOT NULL,
    "principal_id" TEXT NOT NULL,
    "substitute_id" TEXT NOT NULL,
    "starts_on" TEXT NOT NULL,
    "ends_on" TEXT NOT NULL,
    "processes" TEXT[],
    "created_at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "substitute_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "expert" (
    "user_id" TEXT NOT NULL,
    "unit_id" TEXT NOT NULL,
    "fields" TEXT[],
    "active" BOOLEAN NOT NULL DEFAULT true,

    CONSTRAINT "expert_pkey" PRIMARY KEY ("user_id")
);

-- CreateTable
CREATE TABLE "head_count" (
    "unit_id" TEXT NOT NULL,
    "year" INTEGER NOT NULL,
    "full_time" INTEGER NOT NULL,

    CONSTRAINT "head_count_pkey" PRIMARY KEY ("unit_id","year")
);

-- CreateTable
CREATE TABLE "draft" (
    "id" TEXT NOT NULL,
    "user_id" TEXT NOT NULL,
    "process" TEXT NOT NULL,
    "case_id" TEXT,
    "form" JSONB NOT NULL,
    "created_at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(6) NOT NULL,

    CONSTRAINT "draft_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "file" (
    "id" TEXT NOT NULL,
    "uploaded_by_id" TEXT NOT NULL,
    "case_id" TEXT,
    "name" TEXT NOT NULL,
    "mime" TEXT NOT NULL,
    "size" INTEGER NOT NULL,
    "sha256" TEXT NOT NULL,
    "storage_key" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "file_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "submission" (
    "id" TEXT NOT NULL,
    "case_id" TEXT NOT NULL,
    "process" TEXT NOT NULL,
    "applicant_id" TEXT NOT NULL,
    "unit_id" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "form" JSONB NOT NULL,
    "file_ids" TEXT[],
    "created_at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "accepted_at" TIMESTAMPTZ(6),

    CONSTRAINT "submission_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "remark" (
    "id" TEXT NOT NULL,
    "case_id" TEXT NOT NULL,
    "author_id" TEXT NOT NULL,
    "body" TEXT NOT NULL,
    "final" BOOLEAN NOT NULL DEFAULT false,
    "created_at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "remark_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "case_file" (
    "id" TEXT NOT NULL,
    "number" TEXT NOT NULL,
    "process" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "business_state" TEXT,
    "stage" TEXT,
    "applicant_id" TEXT NOT NULL,
    "unit_id" TEXT NOT NULL,
    "form" JSONB NOT NULL,
    "rules" JSONB NOT NULL,
    "policy_version" TEXT NOT NULL,
    "facts" JSONB NOT NULL,
    "sequence" INTEGER NOT NULL DEFAULT 0,
    "last_hash" TEXT NOT NULL DEFAULT '',
    "open_key" TEXT,
    "submitted_at" TIMESTAMPTZ(6) NOT NULL,
    "closed_at" TIMESTAMPTZ(6),
    "updated_at" TIMESTAMPTZ(6) NOT NULL,

    CONSTRAINT "case_file_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "stage_visit" (
    "case_id" TEXT NOT NULL,
    "stage" TEXT NOT NULL,
    "round" INTEGER NOT NULL,
    "state" TEXT NOT NULL,
    "opened_at" TIMESTAMPTZ(6) NOT NULL,
    "due_at" TIMESTAMPTZ(6),
    "due_rule" JSONB,
    "due_from" TIMESTAMPTZ(6),
    "provisional" BOOLEAN NOT NULL DEFAULT false,
    "suspended_at" TIMESTAMPTZ(6),
    "closed_at" TIMESTAMPTZ(6),
    "result" JSONB,

    CONSTRAINT "stage_visit_pkey" PRIMARY KEY ("case_id","stage","round")
);

-- CreateTable
CREATE TABLE "assignment" (
    "id" TEXT NOT NULL,
    "case_id" TEXT NOT NULL,
    "process" TEXT NOT NULL,
    "stage" TEXT NOT NULL,
    "round" INTEGER NOT NULL,
    "purpose" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "unit_id" TEXT,
    "role" TEXT,
    "person_id" TEXT,
    "excluded_id" TEXT,
    "parent_id" TEXT,
    "subject_id" TEXT,
    "sealed" BOOLEAN NOT NULL DEFAULT false,
    "opened_at" TIMESTAMPTZ(6) NOT NULL,
    "due_at" TIMESTAMPTZ(6),
    "due_rule" JSONB,
    "due_from" TIMESTAMPTZ(6),
    "provisional" BOOLEAN NOT NULL DEFAULT false,
    "closed_at" TIMESTAMPTZ(6),
    "decided_by_id" TEXT,
    "on_behalf_of_id" TEXT,
    "remark_id" TEXT,
    "answer" JSONB,
    "escalated_on" TEXT,

    CONSTRAINT "assignment_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "event" (
    "case_id" TEXT NOT NULL,
    "sequence" INTEGER NOT NULL,
    "kind" TEXT NOT NULL,
    "stage" TEXT,
    "round" INTEGER,
    "actor_id" TEXT,
    "on_behalf_of_id" TEXT,
    "via" TEXT,
    "remark_id" TEXT,
    "remark_hash" TEXT,
    "facts" JSONB NOT NULL,
    "at" TEXT NOT NULL,
    "prev_hash" TEXT NOT NULL,
    "hash" TEXT NOT NULL,

    CONSTRAINT "event_pkey" PRIMARY KEY ("case_id","sequence")
);

-- CreateTable
CREATE TABLE "transition" (
    "case_id" TEXT NOT NULL,
    "number" INTEGER NOT NULL,
    "result" JSONB NOT NULL,

    CONSTRAINT "transition_pkey" PRIMARY KEY ("case_id","number")
);

-- CreateTable
CREATE TABLE "counter" (
    "key" TEXT NOT NULL,
    "value" INTEGER NOT NULL,

    CONSTRAINT "counter_pkey" PRIMARY KEY ("key")
);

-- CreateTable
CREATE TABLE "copy" (
    "case_id" TEXT NOT NULL,
    "user_id" TEXT NOT NULL,
    "by_id" TEXT NOT NULL,
    "at" TIMESTAMPTZ(6) NOT NULL,
    "read_at" TIMESTAMPTZ(6),

    CONSTRAINT "copy_pkey" PRIMARY KEY ("case_id","user_id")
);

-- CreateTable
CREATE TABLE "notification" (
    "id" TEXT NOT NULL,
    "key" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "case_id" TEXT,
    "stage" TEXT,
    "round" INTEGER,
    "assignment_id" TEXT,
    "recipient_id" TEXT NOT NULL,
    "facts" JSONB NOT NULL,
    "state" TEXT NOT NULL DEFAULT 'pending',
    "message_id" TEXT NOT NULL,
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "next_attempt_at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "created_at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "sent_at" TIMESTAMPTZ(6),
    "last_error" TEXT,

    CONSTRAINT "notification_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "action_link" (
    "token_hash" TEXT NOT NULL,
    "assignment_id" TEXT NOT NULL,
    "user_id" TEXT NOT NULL,
    "round" INTEGER NOT NULL,
    "expires_at" TIMESTAMPTZ(6) NOT NULL,
    "used_at" TIMESTAMPTZ(6),
    "nonce_hash" TEXT,
    "nonce_expires_at" TIMESTAMPTZ(6),
    "created_at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "action_link_pkey" PRIMARY KEY ("token_hash")
);

-- CreateTable
CREATE TABLE "notice" (
    "id" TEXT NOT NULL,
    "case_id" TEXT NOT NULL,
    "stage" TEXT NOT NULL,
    "round" INTEGER NOT NULL,
    "title" TEXT NOT NULL,
    "body" JSONB NOT NULL,
    "state" TEXT NOT NULL,
    "published_at" TIMESTAMPTZ(6) NOT NULL,
    "ends_at" TIMESTAMPTZ(6) NOT NULL,
    "closed_at" TIMESTAMPTZ(6),

    CONSTRAINT "notice_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "objection" (
    "id" TEXT NOT NULL,
    "notice_id" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "contact" TEXT NOT NULL,
    "body" TEXT NOT NULL,
    "state" TEXT NOT NULL DEFAULT 'filed',
    "created_at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "closed_at" TIMESTAMPTZ(6),

    CONSTRAINT "objection_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "certificate" (
    "number" TEXT NOT NULL,
    "case_id" TEXT NOT NULL,
    "check_code" TEXT NOT NULL,
    "teacher_id" TEXT NOT NULL,
    "teacher_name" TEXT NOT NULL,
    "unit_id" TEXT NOT NULL,
    "track" TEXT NOT NULL,
    "level" TEXT NOT NULL,
    "subject" TEXT NOT NULL,
    "state" TEXT NOT NULL DEFAULT 'valid',
    "issued_on" TEXT NOT NULL,
    "expires_on" TEXT NOT NULL,
    "expires_at" TIMESTAMPTZ(6) NOT NULL,
    "revoked_at" TIMESTAMPTZ(6),

    CONSTRAINT "certificate_pkey" PRIMARY KEY ("number")
);

-- CreateTable
CREATE TABLE "calendar_year" (
    "year" INTEGER NOT NULL,
    "holidays" TEXT[],
    "make_up_days" TEXT[],
    "imported_by_id" TEXT NOT NULL,
    "imported_at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "calendar_year_pkey" PRIMARY KEY ("year")
);

-- CreateTable
CREATE TABLE "idempotency_key" (
    "user_id" TEXT NOT NULL,
    "key" TEXT NOT NULL,
    "request_hash" TEXT NOT NULL,
    "case_id" TEXT,
    "status" INTEGER,
    "body" JSONB,
    "created_at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "idempotency_key_pkey" PRIMARY KEY ("user_id","key")
);

-- CreateTable
CREATE TABLE "quick_phrase" (
    "id" TEXT NOT NULL,
    "user_id" TEXT NOT NULL,
    "body" TEXT NOT NULL,

    CONSTRAINT "quick_phrase_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "security_event" (
    "id" BIGSERIAL NOT NULL,
    "at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "user_id" TEXT,
    "action" TEXT NOT NULL,
    "target" TEXT,
    "reason" TEXT,
    "ip" TEXT,

    CONSTRAINT "security_event_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "user_email_key" ON "user"("email");

-- CreateIndex
CREATE UNIQUE INDEX "session_token_key" ON "session"("token");

-- CreateIndex
CREATE INDEX "session_user_id_idx" ON "session"("user_id");

-- CreateIndex
CREATE INDEX "account_user_id_idx" ON "account"("user_id");

-- CreateIndex
CREATE INDEX "verification_identifier_idx" ON "verification"("identifier");

-- CreateIndex
CREATE INDEX "membership_unit_id_role_idx" ON "membership"("unit_id", "role");

-- CreateIndex
CREATE INDEX "substitute_substitute_id_idx" ON "substitute"("substitute_id");

-- CreateIndex
CREATE INDEX "substitute_principal_id_idx" ON "substitute"("principal_id");

-- CreateIndex
CREATE INDEX "draft_user_id_updated_at_idx" ON "draft"("user_id", "updated_at");

-- CreateIndex
CREATE INDEX "file_case_id_idx" ON "file"("case_id");

-- CreateIndex
CREATE INDEX "file_uploaded_by_id_idx" ON "file"("uploaded_by_id");

-- CreateIndex
CREATE INDEX "submission_case_id_idx" ON "submission"("case_id");

-- CreateIndex
CREATE INDEX "remark_case_id_idx" ON "remark"("case_id");

-- CreateIndex
CREATE UNIQUE INDEX "case_file_number_key" ON "case_file"("number");

-- CreateIndex
CREATE UNIQUE INDEX "case_file_open_key_key" ON "case_file"("open_key");

-- CreateIndex
CREATE INDEX "case_file_applicant_id_submitted_at_idx" ON "case_file"("applicant_id", "submitted_at");

-- CreateIndex
CREATE INDEX "case_file_unit_id_submitted_at_idx" ON "case_file"("unit_id", "submitted_at");

-- CreateIndex
CREATE INDEX "case_file_process_submitted_at_idx" ON "case_file"("process", "submitted_at");

-- CreateIndex
CREATE INDEX "assignment_state_unit_id_role_due_at_idx" ON "assignment"("state", "unit_id", "role", "due_at");

-- CreateIndex
CREATE INDEX "assignment_state_person_id_due_at_idx" ON "assignment"("state", "person_id", "due_at");

-- CreateIndex
CREATE INDEX "assignment_state_due_at_idx" ON "assignment"("state", "due_at");

-- CreateIndex
CREATE INDEX "assignment_case_id_idx" ON "assignment"("case_id");

-- CreateIndex
CREATE INDEX "assignment_decided_by_id_closed_at_idx" ON "assignment"("decided_by_id", "closed_at");

-- CreateIndex
CREATE INDEX "copy_user_id_at_idx" ON "copy"("user_id", "at");

-- CreateIndex
CREATE UNIQUE INDEX "notification_key_key" ON "notification"("key");

-- CreateIndex
CREATE UNIQUE INDEX "notification_message_id_key" ON "notification"("message_id");

-- CreateIndex
CREATE INDEX "notification_state_next_attempt_at_idx" ON "notification"("state", "next_attempt_at");

-- CreateIndex
CREATE INDEX "notification_recipient_id_created_at_idx" ON "notification"("recipient_id", "created_at");

-- CreateIndex
CREATE INDEX "notification_case_id_idx" ON "notification"("case_id");

-- CreateIndex
CREATE INDEX "action_link_assignment_id_idx" ON "action_link"("assignment_id");

-- CreateIndex
CREATE INDEX "notice_published_at_idx" ON "notice"("published_at");

-- CreateIndex
CREATE UNIQUE INDEX "notice_case_id_stage_round_key" ON "notice"("case_id", "stage", "round");

-- CreateIndex
CREATE INDEX "objection_notice_id_idx" ON "objection"("notice_id");

-- CreateIndex
CREATE UNIQUE INDEX "certificate_case_id_key" ON "certificate"("case_id");

-- CreateIndex
CREATE INDEX "certificate_teacher_id_idx" ON "certificate"("teacher_id");

-- CreateIndex
CREATE INDEX "certificate_unit_id_state_idx" ON "certificate"("unit_id", "state");

-- CreateIndex
CREATE INDEX "certificate_state_expires_on_idx" ON "certificate"("state", "expires_on");

-- CreateIndex
CREATE INDEX "idempotency_key_created_at_idx" ON "idempotency_key"("created_at");

-- CreateIndex
CREATE INDEX "quick_phrase_user_id_idx" ON "quick_phrase"("user_id");

-- CreateIndex
CREATE INDEX "security_event_at_idx" ON "security_event"("at");

-- CreateIndex
CREATE INDEX "security_event_user_id_at_idx" ON "security_event"("user_id", "at");

-- AddForeignKey
ALTER TABLE "session" ADD CONSTRAINT "session_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "user"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "account" ADD CONSTRAINT "account_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "user"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "membership" ADD CONSTRAINT "membership_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "user"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "membership" ADD CONSTRAINT "membership_unit_id_fkey" FOREIGN KEY ("unit_id") REFERENCES "unit"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "expert" ADD CONSTRAINT "expert_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "user"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "head_count" ADD CONSTRAINT "head_count_unit_id_fkey" FOREIGN KEY ("unit_id") REFERENCES "unit"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "stage_visit" ADD CONSTRAINT "stage_visit_case_id_fkey" FOREIGN KEY ("case_id") REFERENCES "case_file"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "assignment" ADD CONSTRAINT "assignment_case_id_fkey" FOREIGN KEY ("case_id") REFERENCES "case_file"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "event" ADD CONSTRAINT "event_case_id_fkey" FOREIGN KEY ("case_id") REFERENCES "case_file"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "objection" ADD CONSTRAINT "objection_notice_id_fkey" FOREIGN KEY ("notice_id") REFERENCES "notice"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
