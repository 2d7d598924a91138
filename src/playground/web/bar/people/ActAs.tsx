import { Button, Label, ListBox, ListBoxItem, Popover, Select, SelectValue } from 'react-aria-components';
import { useSlack } from '../../api/LiveSlack.tsx';

/** Whom this page acts as; another tab may act as somebody else. */
export function ActAs() {
  const { state, actAs } = useSlack();
  return (
    <Select
      className="bar-act-as"
      value={state.user}
      onChange={(key) => {
        if (typeof key === 'string') actAs(key);
      }}
    >
      <Label className="bar-label">Act as</Label>
      <Button className="bar-button bar-select">
        <SelectValue className="bar-select-value" />
        <span aria-hidden="true">▾</span>
      </Button>
      <Popover className="bar-popover">
        <ListBox className="bar-menu" items={state.users}>
          {({ id, real_name, title, tz }) => (
            <ListBoxItem id={id} className="bar-menu-item" textValue={real_name}>
              <span>{real_name}</span>
              <span className="bar-hint">{` ${[title, tz].filter(Boolean).join(' · ')}`}</span>
            </ListBoxItem>
          )}
        </ListBox>
      </Popover>
    </Select>
  );
}
