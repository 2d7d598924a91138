-- What members mailed themselves is asked for by address, whichever account it was about: a mailbox takes one message a business day.
CREATE INDEX activity_mailed_by_hand ON activity (workspace_id, (details->>'mailedTo'), at) WHERE details ? 'mailedTo';
