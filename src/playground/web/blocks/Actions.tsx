import { Element } from '../elements/Element.tsx';
import type { AnyElement, BlockOf } from './kit.ts';
import { plainStanding } from './plainStanding.ts';

/** Elements in a row. */
export function Actions({ block }: { readonly block: BlockOf<'actions' | 'context_actions'> }) {
  const elements: readonly AnyElement[] = block.elements;
  return (
    <div className="actions">
      {elements.map((element, index) => (
        <Element
          key={('action_id' in element && element.action_id) || index}
          element={element}
          standing={plainStanding(block.block_id)}
        />
      ))}
    </div>
  );
}
