-- A member who decided by button had put the reaction too: taking it back takes the decision back.
ALTER TABLE "approval_decision" ADD COLUMN "reacted_too" BOOLEAN NOT NULL DEFAULT false;
