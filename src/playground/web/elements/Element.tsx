import type { ReactNode } from 'react';
import type { AnyElement } from '../blocks/kit.ts';
import { Button } from './Button.tsx';
import { Checkboxes } from './Checkboxes.tsx';
import { DatePicker } from './DatePicker.tsx';
import { DateTimePicker } from './DateTimePicker.tsx';
import { FeedbackButtons } from './FeedbackButtons.tsx';
import { FileInput } from './FileInput.tsx';
import { IconButton } from './IconButton.tsx';
import { ImageElement } from './ImageElement.tsx';
import { MenuElement } from './MenuElement.tsx';
import { Overflow } from './Overflow.tsx';
import { RadioButtons } from './RadioButtons.tsx';
import { RichTextInput } from './RichTextInput.tsx';
import type { Standing } from './Standing.ts';
import { TextInput } from './TextInput.tsx';
import { TimePicker } from './TimePicker.tsx';
import { WorkflowButton } from './WorkflowButton.tsx';
import './elements.css';

interface Props {
  readonly element: AnyElement;
  readonly standing: Standing;
}

/** Any element of Block Kit. `data-action` lets the surface find it again after an update. */
export function Element({ element, standing }: Props) {
  const actionId = 'action_id' in element ? element.action_id : undefined;
  const focus = 'focus_on_load' in element && element.focus_on_load === true ? true : undefined;
  return (
    <div className={`element element-${element.type}`} data-action={actionId} data-focus-on-load={focus}>
      {drawn(element, standing)}
    </div>
  );
}

function drawn(element: AnyElement, standing: Standing): ReactNode {
  switch (element.type) {
    case 'button':
      return <Button element={element} standing={standing} />;
    case 'workflow_button':
      return <WorkflowButton element={element} />;
    case 'icon_button':
      return <IconButton element={element} standing={standing} />;
    case 'feedback_buttons':
      return <FeedbackButtons element={element} standing={standing} />;
    case 'overflow':
      return <Overflow element={element} standing={standing} />;
    case 'image':
      return <ImageElement element={element} />;
    case 'checkboxes':
      return <Checkboxes element={element} standing={standing} />;
    case 'radio_buttons':
      return <RadioButtons element={element} standing={standing} />;
    case 'datepicker':
      return <DatePicker element={element} standing={standing} />;
    case 'timepicker':
      return <TimePicker element={element} standing={standing} />;
    case 'datetimepicker':
      return <DateTimePicker element={element} standing={standing} />;
    case 'plain_text_input':
    case 'number_input':
    case 'email_text_input':
    case 'url_text_input':
      return <TextInput element={element} standing={standing} />;
    case 'rich_text_input':
      return <RichTextInput element={element} standing={standing} />;
    case 'file_input':
      return <FileInput element={element} standing={standing} />;
    default:
      return <MenuElement element={element} standing={standing} />;
  }
}
