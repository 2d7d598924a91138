import { z } from 'zod';

const manifestSchema = z.looseObject({
  display_information: z.looseObject({ name: z.string() }),
  features: z
    .looseObject({
      app_home: z
        .looseObject({
          home_tab_enabled: z.boolean().optional(),
          messages_tab_enabled: z.boolean().optional(),
          messages_tab_read_only_enabled: z.boolean().optional(),
        })
        .optional(),
      bot_user: z.looseObject({ display_name: z.string() }).optional(),
      slash_commands: z
        .array(
          z.looseObject({
            command: z.string(),
            description: z.string().optional(),
            usage_hint: z.string().optional(),
            should_escape: z.boolean().optional(),
          }),
        )
        .optional(),
      shortcuts: z
        .array(
          z.looseObject({ name: z.string(), callback_id: z.string(), type: z.enum(['global', 'message']) }),
        )
        .optional(),
    })
    .optional(),
  oauth_config: z
    .looseObject({
      redirect_urls: z.array(z.string()).optional(),
      scopes: z
        .looseObject({ bot: z.array(z.string()).optional(), bot_optional: z.array(z.string()).optional() })
        .optional(),
    })
    .optional(),
  settings: z
    .looseObject({
      event_subscriptions: z.looseObject({ bot_events: z.array(z.string()).optional() }).optional(),
      interactivity: z.looseObject({ is_enabled: z.boolean() }).optional(),
    })
    .optional(),
  functions: z
    .record(z.string(), z.looseObject({ title: z.string(), description: z.string().optional() }))
    .optional(),
});

/** What the playground reads from an app's manifest: everything else in it is left alone. */
export interface AppManifest {
  appName: string;
  botName: string;
  botScopes: ReadonlySet<string>;
  botEvents: ReadonlySet<string>;
  redirectUrls: readonly string[];
  interactive: boolean;
  homeTab: boolean;
  messagesTab: boolean;
  messagesTabReadOnly: boolean;
  commands: readonly {
    command: string;
    description: string;
    usageHint: string;
    shouldEscape: boolean;
  }[];
  shortcuts: readonly { name: string; callbackId: string; type: 'global' | 'message' }[];
  functions: ReadonlyMap<string, { title: string; description: string }>;
}

/** Reads an app manifest (Slack's v1 or v2 form). Throws a ZodError that names every wrong field. */
export function readManifest(manifest: unknown): AppManifest {
  const { display_information, features, oauth_config, settings, functions } = manifestSchema.parse(manifest);
  const scopes = oauth_config?.scopes;
  return {
    appName: display_information.name,
    botName: features?.bot_user?.display_name ?? display_information.name,
    botScopes: new Set([...(scopes?.bot ?? []), ...(scopes?.bot_optional ?? [])]),
    botEvents: new Set(settings?.event_subscriptions?.bot_events ?? []),
    redirectUrls: oauth_config?.redirect_urls ?? [],
    interactive: settings?.interactivity?.is_enabled ?? false,
    homeTab: features?.app_home?.home_tab_enabled ?? false,
    messagesTab: features?.app_home?.messages_tab_enabled ?? true,
    messagesTabReadOnly: features?.app_home?.messages_tab_read_only_enabled ?? false,
    commands: (features?.slash_commands ?? []).map((c) => ({
      command: c.command,
      description: c.description ?? '',
      usageHint: c.usage_hint ?? '',
      shouldEscape: c.should_escape ?? false,
    })),
    shortcuts: (features?.shortcuts ?? []).map((s) => ({
      name: s.name,
      callbackId: s.callback_id,
      type: s.type,
    })),
    functions: new Map(
      Object.entries(functions ?? {}).map(([id, f]) => [
        id,
        { title: f.title, description: f.description ?? '' },
      ]),
    ),
  };
}
