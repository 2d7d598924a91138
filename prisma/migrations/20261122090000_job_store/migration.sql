-- Agenda's job store, as @agendajs/postgres-backend 3.0.6 expects it (dist/schema.js). It is created here and not by the
-- library at start, because its DDL is not safe when several processes start at once.
CREATE TABLE "agenda_jobs" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "name" VARCHAR(255) NOT NULL,
    "priority" INTEGER NOT NULL DEFAULT 0,
    "next_run_at" TIMESTAMPTZ(6),
    "type" VARCHAR(10) NOT NULL DEFAULT 'normal',
    "locked_at" TIMESTAMPTZ(6),
    "last_finished_at" TIMESTAMPTZ(6),
    "failed_at" TIMESTAMPTZ(6),
    "fail_count" INTEGER,
    "fail_reason" TEXT,
    "repeat_timezone" VARCHAR(100),
    "last_run_at" TIMESTAMPTZ(6),
    "repeat_interval" VARCHAR(255),
    "data" JSONB DEFAULT '{}',
    "repeat_at" VARCHAR(255),
    "disabled" BOOLEAN DEFAULT false,
    "progress" REAL,
    "fork" BOOLEAN DEFAULT false,
    "last_modified_by" VARCHAR(255),
    "debounce_started_at" TIMESTAMPTZ(6),
    "start_date" TIMESTAMPTZ(6),
    "end_date" TIMESTAMPTZ(6),
    "skip_days" JSONB,
    "created_at" TIMESTAMPTZ(6) DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(6) DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "agenda_jobs_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "agenda_jobs_type_check" CHECK ("type" IN ('normal', 'single'))
);

CREATE INDEX "agenda_jobs_find_and_lock_idx" ON "agenda_jobs" ("name", "next_run_at", "priority" DESC, "locked_at", "disabled")
    WHERE "disabled" = false;
-- every() upserts on this one
CREATE UNIQUE INDEX "agenda_jobs_single_job_idx" ON "agenda_jobs" ("name") WHERE "type" = 'single';
CREATE INDEX "agenda_jobs_locked_at_idx" ON "agenda_jobs" ("locked_at") WHERE "locked_at" IS NOT NULL;
CREATE INDEX "agenda_jobs_next_run_at_idx" ON "agenda_jobs" ("next_run_at") WHERE "next_run_at" IS NOT NULL;

CREATE FUNCTION "update_agenda_jobs_updated_at"() RETURNS TRIGGER AS $$
BEGIN
    NEW."updated_at" = now();
    RETURN NEW;
END;
$$ LANGUAGE plpgsql;

CREATE TRIGGER "agenda_jobs_updated_at_trigger" BEFORE UPDATE ON "agenda_jobs"
    FOR EACH ROW EXECUTE FUNCTION "update_agenda_jobs_updated_at"();
