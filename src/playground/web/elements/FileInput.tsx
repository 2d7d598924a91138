import { type DragEvent, useState } from 'react';
import { objectsOf } from '../../json.ts';
import { useSlack } from '../api/LiveSlack.tsx';
import type { Json } from '../api/state.ts';
import type { FileInput as Given } from '../blocks/kit.ts';
import { readBase64 } from './readBase64.ts';
import { Spinner } from './Spinner.tsx';
import { namesOf, type Standing } from './Standing.ts';
import { useElement } from './useElement.ts';
import './FileInput.css';

/** Files, dropped or chosen; they go up at once and are handed over with the modal. */
export function FileInput({ element, standing }: { readonly element: Given; readonly standing: Standing }) {
  const { act } = useSlack();
  const { value, enter } = useElement(element, standing);
  const [rising, setRising] = useState(0);
  const [problem, setProblem] = useState<string>();
  const files = objectsOf(value.files);
  const { filetypes, max_files: most = 10 } = element;

  const put = (next: readonly Json[]) => enter({ files: next });
  const add = async (chosen: readonly File[]) => {
    setProblem(undefined);
    if (files.length + chosen.length > most)
      return setProblem(`Add at most ${most} ${most === 1 ? 'file' : 'files'}.`);
    const foreign = chosen.find(
      ({ name }) => filetypes && !filetypes.includes(name.split('.').at(-1)?.toLowerCase() ?? ''),
    );
    if (foreign) return setProblem(`${foreign.name}: only ${filetypes?.join(', ')} can be added.`);
    setRising(chosen.length);
    const raised: Json[] = [];
    for (const file of chosen) {
      const answer = await act('upload', { filename: file.name, content_base64: await readBase64(file) });
      if (answer.ok && answer.file) raised.push(answer.file as Json);
      else setProblem(`${file.name} could not be added.`);
    }
    setRising(0);
    put([...files, ...raised]);
  };
  const drop = (event: DragEvent) => {
    event.preventDefault();
    void add([...event.dataTransfer.files]);
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: dropping is a shortcut for the file field inside
    <div className="file-drop" onDragOver={(event) => event.preventDefault()} onDrop={drop}>
      <input
        type="file"
        {...namesOf(standing)}
        aria-invalid={standing.isInvalid || undefined}
        multiple={most > 1}
        accept={filetypes?.map((type) => `.${type}`).join(',')}
        onChange={({ target }) => {
          void add([...(target.files ?? [])]);
          target.value = '';
        }}
      />
      <p className="file-note" aria-live="polite">
        {rising > 0 ? (
          <>
            <Spinner /> Uploading…
          </>
        ) : (
          (problem ?? 'or drop files here')
        )}
      </p>
      <ul className="file-list" aria-label="Files added">
        {files.map((file) => (
          <li key={String(file.id)}>
            {String(file.name ?? file.id)}
            <button
              type="button"
              className="clear"
              aria-label={`Remove ${String(file.name ?? file.id)}`}
              onClick={() => put(files.filter((each) => each !== file))}
            >
              <span aria-hidden="true">×</span>
            </button>
          </li>
        ))}
      </ul>
    </div>
  );
}
