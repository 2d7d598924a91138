import { useState } from 'react';
import { Element } from '../elements/Element.tsx';
import { TextObject } from '../text/TextObject.tsx';
import type { BlockOf } from './kit.ts';
import { plainStanding } from './plainStanding.ts';

const LONG = { characters: 1500, lines: 25 };

/** Text, fields in two columns, and one element beside them. A long text shows its beginning unless the app wants it whole. */
export function Section({ block, id }: { readonly block: BlockOf<'section'>; readonly id: string }) {
  const { text, fields, accessory, expand, block_id: blockId } = block;
  const [isWhole, setWhole] = useState(false);
  const written = text?.text ?? '';
  const isLong = written.length > LONG.characters || written.split('\n').length > LONG.lines;
  const isCut = isLong && expand !== true && !isWhole;
  return (
    <div className="section">
      <div className="section-words" id={id}>
        {text && (
          <div className={isCut ? 'section-cut' : undefined}>
            <TextObject text={text} />
          </div>
        )}
        {isCut && (
          <button type="button" className="section-more" onClick={() => setWhole(true)}>
            See more
          </button>
        )}
        {fields && (
          <div className="section-fields">
            {fields.map((field, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: fields have no names and keep no state
              <div key={index}>
                <TextObject text={field} />
              </div>
            ))}
          </div>
        )}
      </div>
      {accessory && <Element element={accessory} standing={plainStanding(blockId, id)} />}
    </div>
  );
}
