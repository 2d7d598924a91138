import nodemailer from 'nodemailer';

const TIMEOUT_MS = 10_000;

/** Whether a mail server can be reached and lets us in; sends nothing. `why` is what it said, and never holds the password. */
export async function checkMailServer(url: string): Promise<{ ok: true } | { ok: false; why: string }> {
  const transport = nodemailer.createTransport({
    url,
    connectionTimeout: TIMEOUT_MS,
    greetingTimeout: TIMEOUT_MS,
    socketTimeout: TIMEOUT_MS,
  });
  try {
    await transport.verify();
    return { ok: true };
  } catch (error) {
    return { ok: false, why: String(error instanceof Error ? error.message : error).slice(0, 300) };
  } finally {
    transport.close();
  }
}
