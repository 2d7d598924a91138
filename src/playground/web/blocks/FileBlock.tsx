import type { BlockOf } from './kit.ts';

/** A file that lives elsewhere, by the name its owner gave it. */
export function FileBlock({ block }: { readonly block: BlockOf<'file'> }) {
  return (
    <div className="remote-file">
      <span aria-hidden="true">📄</span> {block.external_id} <span className="quiet">remote file</span>
    </div>
  );
}
