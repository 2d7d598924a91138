import { useSlack } from '../api/LiveSlack.tsx';
import { imageSource } from '../elements/imageSource.ts';
import { TextObject } from '../text/TextObject.tsx';
import type { BlockOf } from './kit.ts';

/** A picture with its title; a click shows it in full. */
export function ImageBlock({ block }: { readonly block: BlockOf<'image'> }) {
  const { user } = useSlack().state;
  const { title, alt_text: alt } = block;
  const source = imageSource(block, user);
  return (
    <figure className="figure">
      {title && (
        <figcaption className="figure-title">
          <TextObject text={title} />
        </figcaption>
      )}
      <a href={source} target="_blank" rel="noopener noreferrer">
        <img className="figure-image" src={source} alt={alt} loading="lazy" />
      </a>
    </figure>
  );
}
