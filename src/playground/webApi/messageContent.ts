import { z } from 'zod';
import { limits } from '../../../blocks/limits.ts';
import { messageLength } from '../../../blocks/messageLength.ts';
import { describeBlockError } from '../blockKit/BlockError.ts';
import { validateMessage } from '../blockKit/validateMessage.ts';
import { completeBlocks } from '../interaction/completeBlocks.ts';
import { isObject, type JsonObject, objectsOf } from '../json.ts';
import type { LocalSlack } from '../LocalSlack.ts';
import { SlackError } from '../SlackError.ts';
import type { Block, Metadata } from '../state/model.ts';
import { missingSlackFiles } from './missingSlackFiles.ts';

/** Longer text is cut off. Source: Slack, chat.postMessage, "Truncating content". */
const TEXT_CUT = 40_000;
const MARKDOWN_LIMIT = 12_000;
const ATTACHMENTS_LIMIT = 100;
/** Slack documents the error, not the number; real payloads of this size are accepted by nobody's report. */
const METADATA_BYTES = 8_000;

const metadataSchema = z.object({
  event_type: z.string().min(1).max(255),
  event_payload: z.record(z.string(), z.unknown()),
});

export interface GivenContent {
  text?: string | undefined;
  blocks?: unknown;
  attachments?: unknown;
  markdown_text?: string | undefined;
  metadata?: unknown;
}

export interface Content {
  text: string;
  blocks?: Block[];
  attachments?: JsonObject[];
  metadata?: Metadata;
  truncated: boolean;
}

/**
 * Checks what a message is made of. @throws SlackError no_text, invalid_blocks, invalid_blocks_format,
 * msg_blocks_too_long, too_many_attachments, markdown_text_conflict, msg_too_long, invalid_metadata_format,
 * metadata_too_large
 */
export function readContent(slack: LocalSlack, given: GivenContent): Content {
  const { blocks, attachments, markdown_text: markdown } = given;
  if (markdown !== undefined) {
    if (given.text !== undefined || blocks !== undefined) throw new SlackError('markdown_text_conflict');
    if (markdown.length > MARKDOWN_LIMIT) throw new SlackError('msg_too_long');
  }
  if (blocks !== undefined && !(Array.isArray(blocks) && blocks.every(isObject))) {
    throw new SlackError('invalid_blocks_format');
  }
  if (attachments !== undefined && !Array.isArray(attachments)) throw new SlackError('invalid_attachments');
  if (Array.isArray(attachments) && attachments.length > ATTACHMENTS_LIMIT) {
    throw new SlackError('too_many_attachments');
  }
  const text = given.text ?? markdown ?? '';
  const hasBlocks = Array.isArray(blocks) && blocks.length > 0;
  const hasAttachments = Array.isArray(attachments) && attachments.length > 0;
  if (text === '' && !hasBlocks && !hasAttachments) throw new SlackError('no_text');
  checkBlocks(slack, { text, blocks, attachments });
  const metadata = readMetadata(given.metadata);
  return {
    text: text.slice(0, TEXT_CUT),
    truncated: text.length > TEXT_CUT,
    ...(hasBlocks ? { blocks: completeBlocks(blocks) } : {}),
    ...(hasAttachments ? { attachments: objectsOf(attachments) } : {}),
    ...(metadata ? { metadata } : {}),
  };
}

function checkBlocks(
  slack: LocalSlack,
  message: { text: string; blocks: unknown; attachments: unknown },
): void {
  const given = Object.fromEntries(Object.entries(message).filter(([, value]) => value !== undefined));
  const errors = [...validateMessage(given), ...missingSlackFiles(slack, message.blocks, '/blocks')];
  if (errors.length > 0) {
    const lines = errors.map(describeBlockError);
    const code = lines.some((line) => line.startsWith('only_one_table_allowed'))
      ? 'invalid_attachments'
      : 'invalid_blocks';
    throw new SlackError(code, {
      errors: lines,
      response_metadata: { messages: lines.map((line) => `[ERROR] ${line}`) },
    });
  }
  if (Array.isArray(message.blocks) && messageLength(message.blocks) > limits.message.characters) {
    throw new SlackError('msg_blocks_too_long');
  }
}

/** @throws SlackError invalid_metadata_format, metadata_too_large */
function readMetadata(given: unknown): Metadata | undefined {
  if (given === undefined || (isObject(given) && Object.keys(given).length === 0)) return undefined;
  const parsed = metadataSchema.safeParse(given);
  if (!parsed.success) throw new SlackError('invalid_metadata_format');
  if (JSON.stringify(given).length > METADATA_BYTES) throw new SlackError('metadata_too_large');
  return parsed.data;
}
