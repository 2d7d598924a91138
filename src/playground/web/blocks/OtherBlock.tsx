import type { ComponentType } from 'react';
import { isObject, objectsOf } from '../../json.ts';
import type { Block } from '../api/state.ts';
import { Element } from '../elements/Element.tsx';
import type { AnyElement, KnownBlock } from './kit.ts';
import { plainStanding } from './plainStanding.ts';

interface OtherBlockProps {
  readonly block: KnownBlock;
  /** what draws the blocks inside it */
  readonly Inside: ComponentType<{ readonly block: Block }>;
}

/** A block that is not drawn as Slack draws it: an outline with its type, its words, and what can be used in it. */
export function OtherBlock({ block, Inside }: OtherBlockProps) {
  const given = block as unknown as Block;
  const inner = [
    ...objectsOf(given.child_blocks),
    ...(given.type === 'carousel' ? objectsOf(given.elements) : []),
  ];
  const words = ['title', 'subtitle', 'caption', 'text', 'body', 'description', 'subtext'].flatMap(
    (field) => {
      const text = given[field];
      const word = isObject(text) ? text.text : text;
      return typeof word === 'string' ? [word] : [];
    },
  );
  return (
    <section className="outline" aria-label={`${given.type} block`}>
      <span className="outline-type">{given.type}</span>
      {words.map((word) => (
        <p key={word} className="mrkdwn">
          {word}
        </p>
      ))}
      {inner.map((child, index) => (
        <Inside key={String(child.block_id ?? index)} block={child as unknown as Block} />
      ))}
      <div className="actions">
        {objectsOf(given.actions).map((button) => (
          <Element
            key={String(button.action_id)}
            element={button as unknown as AnyElement}
            standing={plainStanding(given.block_id)}
          />
        ))}
      </div>
    </section>
  );
}
