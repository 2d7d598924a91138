-- Of what may be written to somebody who asked us to cease contact one is asked for, or on its way, at a time.
CREATE UNIQUE INDEX notice_one_live_after_cease ON notice (debtor_id)
  WHERE step_id IS NULL AND kind IN ('efforts_end', 'remedy_possible', 'remedy_intended') AND state IN ('requested', 'approved', 'queued', 'unsure');
