-- An outcome that could not be told to whom it concerns is told again.
ALTER TABLE "outbox" ADD COLUMN "untold" BOOLEAN NOT NULL DEFAULT false;
CREATE INDEX outbox_untold ON outbox (seq) WHERE untold;
