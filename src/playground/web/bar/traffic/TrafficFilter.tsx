import type { Filter } from './matchesFilter.ts';
import { DIRECTIONS, KINDS } from './words.ts';

interface Props {
  readonly filter: Filter;
  readonly onChange: (filter: Filter) => void;
}

/** Narrows the log by text, kind and direction. */
export function TrafficFilter({ filter, onChange }: Props) {
  return (
    <search className="bar-filter">
      <label>
        Text
        <input
          className="bar-field"
          type="search"
          placeholder="in name, request or response"
          value={filter.text}
          onChange={({ target }) => onChange({ ...filter, text: target.value })}
        />
      </label>
      <label>
        Kind
        <select
          className="bar-field"
          value={filter.kind}
          onChange={({ target }) => onChange({ ...filter, kind: target.value })}
        >
          <option value="">all</option>
          {Object.entries(KINDS).map(([kind, words]) => (
            <option key={kind} value={kind}>
              {words}
            </option>
          ))}
        </select>
      </label>
      <label>
        Direction
        <select
          className="bar-field"
          value={filter.direction}
          onChange={({ target }) => {
            const { value } = target;
            onChange({ ...filter, direction: value === 'in' || value === 'out' ? value : '' });
          }}
        >
          <option value="">both</option>
          <option value="in">{DIRECTIONS.in}</option>
          <option value="out">{DIRECTIONS.out}</option>
        </select>
      </label>
    </search>
  );
}
