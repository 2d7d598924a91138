import { ImageElement } from '../elements/ImageElement.tsx';
import { TextObject } from '../text/TextObject.tsx';
import type { BlockOf } from './kit.ts';

/** Small words and pictures in a line. */
export function Context({ block }: { readonly block: BlockOf<'context'> }) {
  return (
    <div className="context">
      {block.elements.map((element, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: they have no names and keep no state
        <div key={index} className="context-part">
          {element.type === 'image' ? <ImageElement element={element} /> : <TextObject text={element} />}
        </div>
      ))}
    </div>
  );
}
