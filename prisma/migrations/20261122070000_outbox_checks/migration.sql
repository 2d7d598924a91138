-- What is asked again at the moment of sending, who is told of the outcome, and how long a claim holds: a claim whose
-- lease has run out belongs to a process that is gone. Leases are real time, by the database's clock.
ALTER TABLE "outbox" ADD COLUMN "recheck" JSONB,
ADD COLUMN "about" JSONB,
ADD COLUMN "lease_until" TIMESTAMPTZ(3);

-- Two processes can never send in the same lane at the same time.
CREATE UNIQUE INDEX outbox_one_sending ON outbox (workspace_id, lane) WHERE state = 'sending';
CREATE INDEX outbox_message ON outbox (workspace_id, message_key) WHERE message_key IS NOT NULL;
