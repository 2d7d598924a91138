/** What is wrong with one row. Thrown by cell readers and turned into a rejected row in `readRows`; goes no further. */
export class RowProblem extends Error {
  override readonly name = 'RowProblem';
}
