-- CreateSchema
CREATE SCHEMA IF NOT EXISTS "public";

-- CreateTable
CREATE TABLE "workspace" (
    "id" TEXT NOT NULL,
    "team_id" TEXT,
    "name" TEXT NOT NULL,
    "zone" TEXT NOT NULL DEFAULT 'Etc/UTC',
    "locale" TEXT NOT NULL DEFAULT 'en-GB',
    "country" TEXT NOT NULL DEFAULT 'GB',
    "region" TEXT,
    "currency" TEXT,
    "settings" JSONB NOT NULL DEFAULT '{}',
    "started_at" TIMESTAMPTZ(3),
    "started_by" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "workspace_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "installation" (
    "id" TEXT NOT NULL,
    "workspace_id" TEXT NOT NULL,
    "team_id" TEXT,
    "enterprise_id" TEXT,
    "app_id" TEXT NOT NULL,
    "bot_user_id" TEXT NOT NULL,
    "secret" BYTEA NOT NULL,
    "scopes" TEXT[],
    "installed_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "revoked_at" TIMESTAMPTZ(3),

    CONSTRAINT "installation_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "member" (
    "id" TEXT NOT NULL,
    "workspace_id" TEXT NOT NULL,
    "slack_user_id" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "role" TEXT NOT NULL,
    "zone" TEXT NOT NULL DEFAULT 'Etc/UTC',
    "locale" TEXT NOT NULL DEFAULT 'en-GB',
    "email" TEXT,
    "deputy_id" TEXT,
    "away_from" DATE,
    "away_until" DATE,
    "capacity" INTEGER NOT NULL DEFAULT 40,
    "left_at" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "member_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "creditor" (
    "id" TEXT NOT NULL,
    "workspace_id" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "address" TEXT,
    "email" TEXT,
    "phone" TEXT,
    "bank_details" JSONB,
    "letterhead" TEXT,
    "position" INTEGER NOT NULL DEFAULT 0,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "creditor_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "debtor_group" (
    "id" TEXT NOT NULL,
    "workspace_id" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "owner_id" TEXT,

    CONSTRAINT "debtor_group_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "debtor" (
    "id" TEXT NOT NULL,
    "workspace_id" TEXT NOT NULL,
    "creditor_id" TEXT NOT NULL,
    "account" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "country" TEXT,
    "region" TEXT,
    "zone" TEXT,
    "owner_id" TEXT,
    "deputy_id" TEXT,
    "group_id" TEXT,
    "tags" TEXT[] DEFAULT ARRAY[]::TEXT[],
    "next_review_at" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "debtor_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "debtor_condition" (
    "id" TEXT NOT NULL,
    "workspace_id" TEXT NOT NULL,
    "debtor_id" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "since_on" DATE NOT NULL,
    "ended_on" DATE,
    "evidence" TEXT,
    "member_id" TEXT,
    "recorded_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "debtor_condition_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "contact" (
    "id" TEXT NOT NULL,
    "workspace_id" TEXT NOT NULL,
    "debtor_id" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "role" TEXT NOT NULL DEFAULT 'payables',
    "phone" TEXT,
    "mobile" TEXT,
    "email" TEXT,
    "is_mailbox" BOOLEAN NOT NULL DEFAULT false,
    "preferred_channel" TEXT,
    "verified_on" DATE,
    "do_not_contact" BOOLEAN NOT NULL DEFAULT false,
    "refused_channels" TEXT[] DEFAULT ARRAY[]::TEXT[],
    "dead_channels" TEXT[] DEFAULT ARRAY[]::TEXT[],
    "position" INTEGER NOT NULL DEFAULT 0,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "contact_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ledger_import" (
    "id" TEXT NOT NULL,
    "workspace_id" TEXT NOT NULL,
    "creditor_id" TEXT NOT NULL,
    "file_name" TEXT NOT NULL,
    "sha256" TEXT NOT NULL,
    "format" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "as_of" DATE NOT NULL,
    "status" TEXT NOT NULL,
    "summary" JSONB NOT NULL DEFAULT '{}',
    "member_id" TEXT,
    "started_at" TIMESTAMPTZ(3) NOT NULL,
    "applied_at" TIMESTAMPTZ(3),

    CONSTRAINT "ledger_import_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ledger_import_row" (
    "import_id" TEXT NOT NULL,
    "row_number" INTEGER NOT NULL,
    "data" JSONB NOT NULL,

    CONSTRAINT "ledger_import_row_pkey" PRIMARY KEY ("import_id","row_number")
);

-- CreateTable
CREATE TABLE "invoice" (
    "id" TEXT NOT NULL,
    "workspace_id" TEXT NOT NULL,
    "creditor_id" TEXT NOT NULL,
    "debtor_id" TEXT NOT NULL,
    "number" TEXT NOT NULL,
    "kind" TEXT NOT NULL DEFAULT 'invoice',
    "issued_on" DATE NOT NULL,
    "due_on" DATE NOT NULL,
    "currency" TEXT NOT NULL,
    "amount" BIGINT NOT NULL,
    "outstanding" BIGINT NOT NULL,
    "terms" TEXT,
    "order_number" TEXT,
    "payment_link" TEXT,
    "import_id" TEXT,
    "last_import_id" TEXT,
    "missing_since" DATE,
    "recorded_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "invoice_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "invoice_revision" (
    "id" TEXT NOT NULL,
    "workspace_id" TEXT NOT NULL,
    "invoice_id" TEXT NOT NULL,
    "effective_on" DATE NOT NULL,
    "old_due_on" DATE NOT NULL,
    "new_due_on" DATE NOT NULL,
    "old_amount" BIGINT NOT NULL,
    "new_amount" BIGINT NOT NULL,
    "import_id" TEXT,
    "recorded_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "invoice_revision_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "payment" (
    "id" TEXT NOT NULL,
    "workspace_id" TEXT NOT NULL,
    "creditor_id" TEXT NOT NULL,
    "debtor_id" TEXT,
    "currency" TEXT NOT NULL,
    "amount" BIGINT NOT NULL,
    "unapplied" BIGINT NOT NULL,
    "reversed" BIGINT NOT NULL DEFAULT 0,
    "value_on" DATE NOT NULL,
    "origin" TEXT NOT NULL,
    "reference" TEXT,
    "payer_name" TEXT,
    "reverses_id" TEXT,
    "import_id" TEXT,
    "key" TEXT NOT NULL,
    "recorded_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "payment_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "allocation" (
    "id" TEXT NOT NULL,
    "workspace_id" TEXT NOT NULL,
    "payment_id" TEXT,
    "credit_note_id" TEXT,
    "invoice_id" TEXT NOT NULL,
    "amount" BIGINT NOT NULL,
    "effective_on" DATE NOT NULL,
    "confirmed_import_id" TEXT,
    "recorded_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "allocation_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "policy" (
    "id" TEXT NOT NULL,
    "workspace_id" TEXT NOT NULL,
    "key" TEXT NOT NULL,
    "version" INTEGER NOT NULL,
    "name" TEXT NOT NULL,
    "definition" JSONB NOT NULL,
    "active" BOOLEAN NOT NULL DEFAULT true,
    "created_by" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "policy_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "case" (
    "id" TEXT NOT NULL,
    "workspace_id" TEXT NOT NULL,
    "debtor_id" TEXT NOT NULL,
    "cycle" INTEGER NOT NULL,
    "policy_id" TEXT,
    "opened_on" DATE NOT NULL,
    "closed_on" DATE,
    "stage" TEXT,
    "carrying_invoice_id" TEXT,
    "effective_days" INTEGER,
    "decided_at" TIMESTAMPTZ(3),

    CONSTRAINT "case_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "stage_step" (
    "id" TEXT NOT NULL,
    "workspace_id" TEXT NOT NULL,
    "case_id" TEXT NOT NULL,
    "debtor_id" TEXT NOT NULL,
    "stage" TEXT NOT NULL,
    "carrying_invoice_id" TEXT NOT NULL,
    "occurrence" INTEGER NOT NULL DEFAULT 1,
    "stage_day" INTEGER NOT NULL,
    "taken_on" DATE NOT NULL,
    "taken_at" TIMESTAMPTZ(3) NOT NULL,
    "state" TEXT NOT NULL DEFAULT 'pending',
    "done_on" DATE,
    "deadline_on" DATE,
    "imported" BOOLEAN NOT NULL DEFAULT false,
    "reasons" JSONB NOT NULL DEFAULT '[]',

    CONSTRAINT "stage_step_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "stage_step_invoice" (
    "step_id" TEXT NOT NULL,
    "invoice_id" TEXT NOT NULL,
    "workspace_id" TEXT NOT NULL,
    "outstanding" BIGINT NOT NULL,

    CONSTRAINT "stage_step_invoice_pkey" PRIMARY KEY ("step_id","invoice_id")
);

-- CreateTable
CREATE TABLE "prompt" (
    "id" TEXT NOT NULL,
    "workspace_id" TEXT NOT NULL,
    "debtor_id" TEXT NOT NULL,
    "step_id" TEXT,
    "key" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "member_id" TEXT NOT NULL,
    "state" TEXT NOT NULL DEFAULT 'open',
    "escalation" INTEGER NOT NULL DEFAULT 0,
    "opened_at" TIMESTAMPTZ(3) NOT NULL,
    "answer_by" TIMESTAMPTZ(3) NOT NULL,
    "snoozed_until" TIMESTAMPTZ(3),
    "snoozes" INTEGER NOT NULL DEFAULT 0,
    "closed_at" TIMESTAMPTZ(3),
    "closed_by" TEXT,
    "outcome" TEXT,
    "details" JSONB NOT NULL DEFAULT '{}',

    CONSTRAINT "prompt_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "activity" (
    "id" TEXT NOT NULL,
    "workspace_id" TEXT NOT NULL,
    "debtor_id" TEXT NOT NULL,
    "contact_id" TEXT,
    "member_id" TEXT,
    "prompt_id" TEXT,
    "step_id" TEXT,
    "notice_id" TEXT,
    "kind" TEXT NOT NULL,
    "direction" TEXT NOT NULL DEFAULT 'out',
    "outcome" TEXT,
    "right_party" BOOLEAN,
    "counted" BOOLEAN NOT NULL DEFAULT false,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "notes" TEXT,
    "details" JSONB NOT NULL DEFAULT '{}',
    "reverses_id" TEXT,
    "key" TEXT,
    "recorded_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "activity_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "promise" (
    "id" TEXT NOT NULL,
    "workspace_id" TEXT NOT NULL,
    "debtor_id" TEXT NOT NULL,
    "plan_id" TEXT,
    "activity_id" TEXT,
    "contact_id" TEXT,
    "member_id" TEXT,
    "currency" TEXT NOT NULL,
    "amount" BIGINT NOT NULL,
    "made_on" DATE NOT NULL,
    "promised_on" DATE NOT NULL,
    "last_on" DATE NOT NULL,
    "judge_on" DATE NOT NULL,
    "method" TEXT NOT NULL DEFAULT 'unknown',
    "state" TEXT NOT NULL DEFAULT 'open',
    "unconfirmed" BOOLEAN NOT NULL DEFAULT false,
    "agreed" BOOLEAN,
    "received" BIGINT NOT NULL DEFAULT 0,
    "ended_on" DATE,
    "renews_id" TEXT,
    "renewals" INTEGER NOT NULL DEFAULT 0,
    "recorded_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "promise_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "promise_invoice" (
    "promise_id" TEXT NOT NULL,
    "invoice_id" TEXT NOT NULL,
    "workspace_id" TEXT NOT NULL,
    "amount" BIGINT NOT NULL,
    "in_full" BOOLEAN NOT NULL,

    CONSTRAINT "promise_invoice_pkey" PRIMARY KEY ("promise_id","invoice_id")
);

-- CreateTable
CREATE TABLE "plan" (
    "id" TEXT NOT NULL,
    "workspace_id" TEXT NOT NULL,
    "debtor_id" TEXT NOT NULL,
    "contact_id" TEXT,
    "member_id" TEXT,
    "currency" TEXT NOT NULL,
    "amount" BIGINT NOT NULL,
    "state" TEXT NOT NULL DEFAULT 'open',
    "made_on" DATE NOT NULL,
    "ended_on" DATE,
    "recorded_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "plan_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "dispute" (
    "id" TEXT NOT NULL,
    "workspace_id" TEXT NOT NULL,
    "debtor_id" TEXT NOT NULL,
    "invoice_id" TEXT NOT NULL,
    "activity_id" TEXT,
    "reason" TEXT NOT NULL,
    "amount" BIGINT NOT NULL,
    "whole" BOOLEAN NOT NULL,
    "note" TEXT,
    "resolver_id" TEXT,
    "raised_on" DATE NOT NULL,
    "target_on" DATE,
    "ended_on" DATE,
    "outcome" TEXT,
    "recorded_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "dispute_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "hold" (
    "id" TEXT NOT NULL,
    "workspace_id" TEXT NOT NULL,
    "debtor_id" TEXT NOT NULL,
    "invoice_id" TEXT,
    "activity_id" TEXT,
    "kind" TEXT NOT NULL DEFAULT 'hold',
    "from_on" DATE NOT NULL,
    "until_on" DATE NOT NULL,
    "ended_on" DATE,
    "reason" TEXT NOT NULL,
    "amount" BIGINT,
    "currency" TEXT,
    "member_id" TEXT,
    "recorded_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "hold_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "notice" (
    "id" TEXT NOT NULL,
    "workspace_id" TEXT NOT NULL,
    "debtor_id" TEXT NOT NULL,
    "step_id" TEXT,
    "kind" TEXT NOT NULL,
    "state" TEXT NOT NULL DEFAULT 'draft',
    "subject" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "html" TEXT NOT NULL,
    "recipients" JSONB NOT NULL,
    "figures" JSONB NOT NULL,
    "hash" TEXT NOT NULL,
    "as_at" DATE NOT NULL,
    "deadline_on" DATE,
    "message_id" TEXT,
    "sent_at" TIMESTAMPTZ(3),
    "outcome" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "notice_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "approval" (
    "id" TEXT NOT NULL,
    "workspace_id" TEXT NOT NULL,
    "debtor_id" TEXT NOT NULL,
    "step_id" TEXT,
    "notice_id" TEXT NOT NULL,
    "asked_by_id" TEXT NOT NULL,
    "state" TEXT NOT NULL DEFAULT 'open',
    "hash" TEXT NOT NULL,
    "approvers" INTEGER NOT NULL DEFAULT 1,
    "rewritten" BOOLEAN NOT NULL DEFAULT false,
    "requested_at" TIMESTAMPTZ(3) NOT NULL,
    "usable_until" DATE NOT NULL,
    "grace_until" TIMESTAMPTZ(3),
    "ended_at" TIMESTAMPTZ(3),
    "outcome" TEXT,

    CONSTRAINT "approval_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "approval_decision" (
    "id" TEXT NOT NULL,
    "workspace_id" TEXT NOT NULL,
    "approval_id" TEXT NOT NULL,
    "member_id" TEXT NOT NULL,
    "decision" TEXT NOT NULL,
    "via" TEXT NOT NULL,
    "hash" TEXT NOT NULL,
    "self_approved" BOOLEAN NOT NULL DEFAULT false,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "taken_back_at" TIMESTAMPTZ(3),
    "reason" TEXT,

    CONSTRAINT "approval_decision_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "outbox" (
    "id" TEXT NOT NULL,
    "seq" BIGSERIAL NOT NULL,
    "workspace_id" TEXT NOT NULL,
    "key" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "lane" TEXT NOT NULL,
    "message_key" TEXT,
    "payload" JSONB NOT NULL,
    "state" TEXT NOT NULL DEFAULT 'pending',
    "not_before" TIMESTAMPTZ(3) NOT NULL,
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "claimed_by" TEXT,
    "claimed_at" TIMESTAMPTZ(3),
    "sent_at" TIMESTAMPTZ(3),
    "result" JSONB,
    "error" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "outbox_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "slack_message" (
    "workspace_id" TEXT NOT NULL,
    "key" TEXT NOT NULL,
    "channel" TEXT NOT NULL,
    "ts" TEXT NOT NULL,
    "thread_ts" TEXT,
    "posted_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "slack_message_pkey" PRIMARY KEY ("workspace_id","key")
);

-- CreateTable
CREATE TABLE "slack_stop" (
    "workspace_id" TEXT NOT NULL,
    "lane" TEXT NOT NULL,
    "error" TEXT NOT NULL,
    "since" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "slack_stop_pkey" PRIMARY KEY ("workspace_id","lane")
);

-- CreateTable
CREATE TABLE "inbound_event" (
    "workspace_id" TEXT NOT NULL,
    "key" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "received_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "inbound_event_pkey" PRIMARY KEY ("workspace_id","key")
);

-- CreateTable
CREATE TABLE "digest" (
    "workspace_id" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "for_on" DATE NOT NULL,
    "figures" JSONB NOT NULL,
    "posted_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "digest_pkey" PRIMARY KEY ("workspace_id","kind","for_on")
);

-- CreateTable
CREATE TABLE "audit" (
    "id" BIGSERIAL NOT NULL,
    "workspace_id" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "actor" TEXT NOT NULL,
    "action" TEXT NOT NULL,
    "subject_kind" TEXT NOT NULL,
    "subject_id" TEXT NOT NULL,
    "before" JSONB,
    "after" JSONB,
    "why" TEXT,
    "personal_id" TEXT,

    CONSTRAINT "audit_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "audit_personal" (
    "id" TEXT NOT NULL,
    "workspace_id" TEXT NOT NULL,
    "debtor_id" TEXT,
    "data" JSONB NOT NULL,

    CONSTRAINT "audit_personal_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "audit_seal" (
    "workspace_id" TEXT NOT NULL,
    "day" DATE NOT NULL,
    "hash" TEXT NOT NULL,
    "rows" INTEGER NOT NULL,

    CONSTRAINT "audit_seal_pkey" PRIMARY KEY ("workspace_id","day")
);

-- CreateIndex
CREATE UNIQUE INDEX "workspace_team_id_key" ON "workspace"("team_id");

-- CreateIndex
CREATE UNIQUE INDEX "installation_team_id_enterprise_id_key" ON "installation"("team_id", "enterprise_id");

-- CreateIndex
CREATE UNIQUE INDEX "member_workspace_id_slack_user_id_key" ON "member"("workspace_id", "slack_user_id");

-- CreateIndex
CREATE UNIQUE INDEX "creditor_workspace_id_name_key" ON "creditor"("workspace_id", "name");

-- CreateIndex
CREATE UNIQUE INDEX "debtor_group_workspace_id_name_key" ON "debtor_group"("workspace_id", "name");

-- CreateIndex
CREATE INDEX "debtor_workspace_id_next_review_at_idx" ON "debtor"("workspace_id", "next_review_at");

-- CreateIndex
CREATE INDEX "debtor_workspace_id_owner_id_idx" ON "debtor"("workspace_id", "owner_id");

-- CreateIndex
CREATE UNIQUE INDEX "debtor_workspace_id_creditor_id_account_key" ON "debtor"("workspace_id", "creditor_id", "account");

-- CreateIndex
CREATE INDEX "debtor_condition_workspace_id_debtor_id_idx" ON "debtor_condition"("workspace_id", "debtor_id");

-- CreateIndex
CREATE INDEX "contact_workspace_id_debtor_id_idx" ON "contact"("workspace_id", "debtor_id");

-- CreateIndex
CREATE INDEX "ledger_import_workspace_id_kind_as_of_idx" ON "ledger_import"("workspace_id", "kind", "as_of");

-- CreateIndex
CREATE INDEX "invoice_workspace_id_debtor_id_idx" ON "invoice"("workspace_id", "debtor_id");

-- CreateIndex
CREATE INDEX "invoice_workspace_id_due_on_idx" ON "invoice"("workspace_id", "due_on");

-- CreateIndex
CREATE UNIQUE INDEX "invoice_workspace_id_creditor_id_number_key" ON "invoice"("workspace_id", "creditor_id", "number");

-- CreateIndex
CREATE INDEX "invoice_revision_workspace_id_invoice_id_idx" ON "invoice_revision"("workspace_id", "invoice_id");

-- CreateIndex
CREATE INDEX "payment_workspace_id_debtor_id_idx" ON "payment"("workspace_id", "debtor_id");

-- CreateIndex
CREATE INDEX "payment_workspace_id_value_on_idx" ON "payment"("workspace_id", "value_on");

-- CreateIndex
CREATE UNIQUE INDEX "payment_workspace_id_key_key" ON "payment"("workspace_id", "key");

-- CreateIndex
CREATE INDEX "allocation_workspace_id_invoice_id_idx" ON "allocation"("workspace_id", "invoice_id");

-- CreateIndex
CREATE INDEX "allocation_payment_id_idx" ON "allocation"("payment_id");

-- CreateIndex
CREATE INDEX "allocation_credit_note_id_idx" ON "allocation"("credit_note_id");

-- CreateIndex
CREATE INDEX "allocation_workspace_id_effective_on_idx" ON "allocation"("workspace_id", "effective_on");

-- CreateIndex
CREATE UNIQUE INDEX "policy_workspace_id_key_version_key" ON "policy"("workspace_id", "key", "version");

-- CreateIndex
CREATE INDEX "case_workspace_id_closed_on_idx" ON "case"("workspace_id", "closed_on");

-- CreateIndex
CREATE UNIQUE INDEX "case_debtor_id_cycle_key" ON "case"("debtor_id", "cycle");

-- CreateIndex
CREATE INDEX "stage_step_workspace_id_debtor_id_idx" ON "stage_step"("workspace_id", "debtor_id");

-- CreateIndex
CREATE UNIQUE INDEX "stage_step_case_id_stage_carrying_invoice_id_occurrence_key" ON "stage_step"("case_id", "stage", "carrying_invoice_id", "occurrence");

-- CreateIndex
CREATE INDEX "stage_step_invoice_invoice_id_idx" ON "stage_step_invoice"("invoice_id");

-- CreateIndex
CREATE INDEX "prompt_workspace_id_state_answer_by_idx" ON "prompt"("workspace_id", "state", "answer_by");

-- CreateIndex
CREATE INDEX "prompt_workspace_id_debtor_id_idx" ON "prompt"("workspace_id", "debtor_id");

-- CreateIndex
CREATE INDEX "prompt_workspace_id_member_id_state_idx" ON "prompt"("workspace_id", "member_id", "state");

-- CreateIndex
CREATE UNIQUE INDEX "prompt_workspace_id_key_key" ON "prompt"("workspace_id", "key");

-- CreateIndex
CREATE INDEX "activity_workspace_id_debtor_id_at_idx" ON "activity"("workspace_id", "debtor_id", "at");

-- CreateIndex
CREATE UNIQUE INDEX "activity_workspace_id_key_key" ON "activity"("workspace_id", "key");

-- CreateIndex
CREATE INDEX "promise_workspace_id_debtor_id_idx" ON "promise"("workspace_id", "debtor_id");

-- CreateIndex
CREATE INDEX "promise_workspace_id_state_judge_on_idx" ON "promise"("workspace_id", "state", "judge_on");

-- CreateIndex
CREATE INDEX "promise_invoice_invoice_id_idx" ON "promise_invoice"("invoice_id");

-- CreateIndex
CREATE INDEX "plan_workspace_id_debtor_id_idx" ON "plan"("workspace_id", "debtor_id");

-- CreateIndex
CREATE INDEX "dispute_workspace_id_debtor_id_idx" ON "dispute"("workspace_id", "debtor_id");

-- CreateIndex
CREATE INDEX "dispute_invoice_id_idx" ON "dispute"("invoice_id");

-- CreateIndex
CREATE INDEX "hold_workspace_id_debtor_id_idx" ON "hold"("workspace_id", "debtor_id");

-- CreateIndex
CREATE INDEX "notice_workspace_id_debtor_id_idx" ON "notice"("workspace_id", "debtor_id");

-- CreateIndex
CREATE INDEX "approval_workspace_id_state_idx" ON "approval"("workspace_id", "state");

-- CreateIndex
CREATE INDEX "approval_workspace_id_debtor_id_idx" ON "approval"("workspace_id", "debtor_id");

-- CreateIndex
CREATE INDEX "approval_decision_approval_id_idx" ON "approval_decision"("approval_id");

-- CreateIndex
CREATE UNIQUE INDEX "outbox_seq_key" ON "outbox"("seq");

-- CreateIndex
CREATE INDEX "outbox_state_not_before_idx" ON "outbox"("state", "not_before");

-- CreateIndex
CREATE INDEX "outbox_workspace_id_lane_seq_idx" ON "outbox"("workspace_id", "lane", "seq");

-- CreateIndex
CREATE UNIQUE INDEX "outbox_workspace_id_key_key" ON "outbox"("workspace_id", "key");

-- CreateIndex
CREATE INDEX "slack_message_workspace_id_channel_ts_idx" ON "slack_message"("workspace_id", "channel", "ts");

-- CreateIndex
CREATE INDEX "inbound_event_received_at_idx" ON "inbound_event"("received_at");

-- CreateIndex
CREATE INDEX "audit_workspace_id_subject_kind_subject_id_idx" ON "audit"("workspace_id", "subject_kind", "subject_id");

-- CreateIndex
CREATE INDEX "audit_workspace_id_at_idx" ON "audit"("workspace_id", "at");

-- AddForeignKey
ALTER TABLE "stage_step_invoice" ADD CONSTRAINT "stage_step_invoice_step_id_fkey" FOREIGN KEY ("step_id") REFERENCES "stage_step"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "promise_invoice" ADD CONSTRAINT "promise_invoice_promise_id_fkey" FOREIGN KEY ("promise_id") REFERENCES "promise"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "approval_decision" ADD CONSTRAINT "approval_decision_approval_id_fkey" FOREIGN KEY ("approval_id") REFERENCES "approval"("id") ON DELETE RESTRICT ON UPDATE CASCADE;


-- What Prisma's schema language cannot say.

-- Enumerations and shapes
ALTER TABLE workspace ADD CONSTRAINT workspace_currency_code CHECK (currency ~ '^[A-Z]{3}$');
ALTER TABLE member ADD CONSTRAINT member_role CHECK (role IN ('collector','manager','finance','account_manager','viewer'));
ALTER TABLE member ADD CONSTRAINT member_away CHECK (away_until IS NULL OR away_from IS NULL OR away_until >= away_from);
ALTER TABLE debtor ADD CONSTRAINT debtor_kind CHECK (kind IN ('business','sole_trader','individual'));
ALTER TABLE prompt ADD CONSTRAINT prompt_state CHECK (state IN ('open','done','overtaken','cancelled'));
ALTER TABLE stage_step ADD CONSTRAINT stage_step_state CHECK (state IN ('pending','done','failed','cancelled','skipped'));
ALTER TABLE stage_step ADD CONSTRAINT stage_step_done CHECK ((state = 'done') = (done_on IS NOT NULL));
ALTER TABLE stage_step ADD CONSTRAINT stage_step_occurrence CHECK (occurrence >= 1);
ALTER TABLE promise ADD CONSTRAINT promise_state CHECK (state IN ('open','kept','partially_kept','broken','cancelled','superseded'));
ALTER TABLE promise ADD CONSTRAINT promise_amount CHECK (amount > 0 AND received >= 0);
ALTER TABLE promise ADD CONSTRAINT promise_dates CHECK (promised_on >= made_on AND last_on >= promised_on AND judge_on > last_on);
ALTER TABLE promise ADD CONSTRAINT promise_ended CHECK ((state = 'open') = (ended_on IS NULL));
ALTER TABLE plan ADD CONSTRAINT plan_state CHECK (state IN ('open','kept','broken','cancelled'));
ALTER TABLE dispute ADD CONSTRAINT dispute_amount CHECK (amount > 0);
ALTER TABLE dispute ADD CONSTRAINT dispute_ended CHECK ((ended_on IS NULL) = (outcome IS NULL));
ALTER TABLE hold ADD CONSTRAINT hold_kind CHECK (kind IN ('hold','payment_seen','already_paid'));
ALTER TABLE hold ADD CONSTRAINT hold_length CHECK (until_on >= from_on AND until_on - from_on <= 90);
ALTER TABLE notice ADD CONSTRAINT notice_state CHECK (state IN ('draft','requested','approved','queued','sent','failed','unsure','cancelled'));
ALTER TABLE approval ADD CONSTRAINT approval_state CHECK (state IN ('open','approved','declined','cancelled','expired','void','used'));
ALTER TABLE approval ADD CONSTRAINT approval_approvers CHECK (approvers BETWEEN 1 AND 2);
ALTER TABLE approval_decision ADD CONSTRAINT approval_decision_kind CHECK (decision IN ('approve','decline') AND via IN ('reaction','button'));
ALTER TABLE outbox ADD CONSTRAINT outbox_state CHECK (state IN ('pending','sending','sent','failed','unsure','cancelled'));
ALTER TABLE ledger_import ADD CONSTRAINT ledger_import_kind CHECK (kind IN ('ledger','payments'));

-- Facts that may stand once
CREATE UNIQUE INDEX case_one_open ON "case" (debtor_id) WHERE closed_on IS NULL;
CREATE UNIQUE INDEX approval_one_open ON approval (notice_id) WHERE state IN ('open','approved');
CREATE UNIQUE INDEX approval_decision_one_standing ON approval_decision (approval_id, member_id, decision) WHERE taken_back_at IS NULL;
CREATE UNIQUE INDEX dispute_one_whole ON dispute (invoice_id) WHERE whole AND ended_on IS NULL;
CREATE UNIQUE INDEX activity_reversed_once ON activity (reverses_id) WHERE reverses_id IS NOT NULL;
CREATE UNIQUE INDEX notice_one_live_per_step ON notice (step_id) WHERE step_id IS NOT NULL AND state IN ('requested','approved','queued','sent','unsure');

-- Money
ALTER TABLE invoice ADD CONSTRAINT invoice_currency CHECK (currency ~ '^[A-Z]{3}$');
ALTER TABLE invoice ADD CONSTRAINT invoice_kind CHECK (kind IN ('invoice','credit_note','debit_note') AND (kind = 'credit_note') = (amount < 0));
ALTER TABLE invoice ADD CONSTRAINT invoice_outstanding CHECK (
  (amount >= 0 AND outstanding BETWEEN 0 AND amount) OR (amount < 0 AND outstanding BETWEEN amount AND 0));
ALTER TABLE payment ADD CONSTRAINT payment_currency CHECK (currency ~ '^[A-Z]{3}$');
ALTER TABLE payment ADD CONSTRAINT payment_origin CHECK (origin IN ('bank','ledger','write_off','manual'));
ALTER TABLE payment ADD CONSTRAINT payment_unapplied CHECK (
  (amount > 0 AND unapplied BETWEEN 0 AND amount) OR (amount < 0 AND unapplied BETWEEN amount AND 0));
ALTER TABLE payment ADD CONSTRAINT payment_reversed CHECK (reversed >= 0 AND (amount < 0 OR reversed <= amount));
ALTER TABLE payment ADD CONSTRAINT payment_reversal CHECK (reverses_id IS NULL OR amount < 0);
ALTER TABLE allocation ADD CONSTRAINT allocation_source CHECK (num_nonnulls(payment_id, credit_note_id) = 1);
ALTER TABLE allocation ADD CONSTRAINT allocation_amount CHECK (amount <> 0);

-- An invoice starts with its whole amount outstanding, a payment with its whole amount unapplied.
CREATE FUNCTION money_starts_whole() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_TABLE_NAME = 'invoice' THEN NEW.outstanding := NEW.amount;
  ELSE NEW.unapplied := NEW.amount; NEW.reversed := 0;
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER invoice_starts_whole BEFORE INSERT ON invoice FOR EACH ROW EXECUTE FUNCTION money_starts_whole();
CREATE TRIGGER payment_starts_whole BEFORE INSERT ON payment FOR EACH ROW EXECUTE FUNCTION money_starts_whole();

-- Nobody writes a balance by hand: it follows the allocations, in set-based statements that scale with an import.
CREATE FUNCTION allocation_moves_balances() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM 1 FROM added a JOIN invoice i ON i.id = a.invoice_id
    LEFT JOIN payment p ON p.id = a.payment_id LEFT JOIN invoice c ON c.id = a.credit_note_id
    WHERE i.workspace_id <> a.workspace_id
       OR COALESCE(p.workspace_id, c.workspace_id) IS DISTINCT FROM a.workspace_id
       OR COALESCE(p.creditor_id, c.creditor_id) IS DISTINCT FROM i.creditor_id
       OR COALESCE(p.currency, c.currency) IS DISTINCT FROM i.currency
       OR i.amount < 0;
  IF FOUND THEN
    RAISE EXCEPTION 'an allocation joins money and an invoice of one workspace, creditor and currency' USING ERRCODE = 'check_violation';
  END IF;
  PERFORM set_config('duly.balances', 'on', true);
  UPDATE invoice i SET outstanding = i.outstanding - s.total
    FROM (SELECT invoice_id, sum(amount) AS total FROM added GROUP BY invoice_id) s WHERE i.id = s.invoice_id;
  UPDATE invoice i SET outstanding = i.outstanding + s.total
    FROM (SELECT credit_note_id, sum(amount) AS total FROM added WHERE credit_note_id IS NOT NULL GROUP BY credit_note_id) s
    WHERE i.id = s.credit_note_id;
  UPDATE payment p SET unapplied = p.unapplied - s.total
    FROM (SELECT payment_id, sum(amount) AS total FROM added WHERE payment_id IS NOT NULL GROUP BY payment_id) s
    WHERE p.id = s.payment_id;
  PERFORM set_config('duly.balances', '', true);
  RETURN NULL;
END $$;
CREATE TRIGGER allocation_moves_balances AFTER INSERT ON allocation
  REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION allocation_moves_balances();

CREATE FUNCTION reversal_marks_payment() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM set_config('duly.balances', 'on', true);
  UPDATE payment p SET reversed = p.reversed + s.total
    FROM (SELECT reverses_id, sum(-amount) AS total FROM added WHERE reverses_id IS NOT NULL GROUP BY reverses_id) s
    WHERE p.id = s.reverses_id;
  PERFORM set_config('duly.balances', '', true);
  RETURN NULL;
END $$;
CREATE TRIGGER reversal_marks_payment AFTER INSERT ON payment
  REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION reversal_marks_payment();

CREATE FUNCTION balances_are_kept() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF current_setting('duly.balances', true) = 'on' THEN RETURN NEW; END IF;
  IF TG_TABLE_NAME = 'invoice' THEN
    -- a changed amount carries the outstanding with it: what was paid stays paid
    NEW.outstanding := OLD.outstanding + (NEW.amount - OLD.amount);
  ELSIF NEW.amount <> OLD.amount OR NEW.currency <> OLD.currency THEN
    RAISE EXCEPTION 'a payment is never changed, only reversed' USING ERRCODE = 'check_violation';
  ELSE
    NEW.unapplied := OLD.unapplied; NEW.reversed := OLD.reversed;
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER invoice_balances_are_kept BEFORE UPDATE ON invoice FOR EACH ROW EXECUTE FUNCTION balances_are_kept();
CREATE TRIGGER payment_balances_are_kept BEFORE UPDATE ON payment FOR EACH ROW EXECUTE FUNCTION balances_are_kept();

-- Append-only tables
CREATE FUNCTION append_only() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION '% is append-only', TG_TABLE_NAME USING ERRCODE = 'restrict_violation';
END $$;
CREATE TRIGGER audit_append_only BEFORE UPDATE OR DELETE ON audit FOR EACH ROW EXECUTE FUNCTION append_only();
CREATE TRIGGER audit_no_truncate BEFORE TRUNCATE ON audit FOR EACH STATEMENT EXECUTE FUNCTION append_only();
CREATE TRIGGER activity_append_only BEFORE UPDATE OR DELETE ON activity FOR EACH ROW EXECUTE FUNCTION append_only();

CREATE FUNCTION allocation_append_only() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'UPDATE' AND (to_jsonb(NEW) - 'confirmed_import_id') = (to_jsonb(OLD) - 'confirmed_import_id') THEN RETURN NEW; END IF;
  RAISE EXCEPTION 'allocation is append-only' USING ERRCODE = 'restrict_violation';
END $$;
CREATE TRIGGER allocation_append_only BEFORE UPDATE OR DELETE ON allocation FOR EACH ROW EXECUTE FUNCTION allocation_append_only();

-- Search by a fragment of a name, an account or an invoice number
CREATE EXTENSION IF NOT EXISTS pg_trgm;
CREATE INDEX debtor_name_trgm ON debtor USING gin (name gin_trgm_ops);
CREATE INDEX debtor_account_trgm ON debtor USING gin (account gin_trgm_ops);
CREATE INDEX invoice_number_trgm ON invoice USING gin (number gin_trgm_ops);
-- the open book
CREATE INDEX invoice_open ON invoice (workspace_id, debtor_id, due_on) WHERE outstanding <> 0;
CREATE INDEX payment_unapplied_open ON payment (workspace_id, debtor_id) WHERE unapplied <> 0;
CREATE INDEX outbox_open ON outbox (lane, seq) WHERE state IN ('pending','sending');
