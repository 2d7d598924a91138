import { useSlack } from '../api/LiveSlack.tsx';
import type { ImageElement as Given } from '../blocks/kit.ts';
import { imageSource } from './imageSource.ts';

/** A small picture beside text. */
export function ImageElement({ element }: { readonly element: Given }) {
  const { user } = useSlack().state;
  return (
    <img className="image-element" src={imageSource(element, user)} alt={element.alt_text} loading="lazy" />
  );
}
