-- That a promise gave way to another one is on record, not told from its dates.
ALTER TABLE "promise" ADD COLUMN     "replaced_on" DATE;
UPDATE promise SET replaced_on = ended_on WHERE state = 'superseded' OR (state = 'broken' AND ended_on < judge_on);
