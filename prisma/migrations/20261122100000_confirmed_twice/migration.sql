-- A single approver confirms twice what would need another: two standing approvals by one member, of which one at most is a reaction.
DROP INDEX approval_decision_one_standing;
CREATE UNIQUE INDEX approval_decision_one_standing ON approval_decision (approval_id, member_id, decision)
  WHERE taken_back_at IS NULL AND NOT self_approved;
CREATE UNIQUE INDEX approval_decision_one_reaction ON approval_decision (approval_id, member_id, decision)
  WHERE taken_back_at IS NULL AND self_approved AND via = 'reaction';
