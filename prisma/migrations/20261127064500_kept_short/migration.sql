-- What every look asks stays as cheap after years of files and prompts as on the first day.
CREATE INDEX ledger_import_applied ON ledger_import (workspace_id, creditor_id, as_of) WHERE status = 'applied';
CREATE INDEX ledger_import_applied_at ON ledger_import (workspace_id, applied_at) WHERE status = 'applied';
CREATE INDEX ledger_import_undone_at ON ledger_import (workspace_id, undone_at) WHERE undone_at IS NOT NULL;
CREATE INDEX ledger_import_brake ON ledger_import (workspace_id) WHERE status = 'brake';
CREATE INDEX ledger_import_left_out ON ledger_import (workspace_id)
  WHERE kind = 'ledger' AND status IN ('applied', 'undone') AND (summary->>'missing')::int > 0;
CREATE INDEX prompt_given ON prompt (workspace_id, member_id, (coalesce(given_at, opened_at)));
