import { DulyError } from '../../core/DulyError.ts';

const ADVICE = 'To use another PostgreSQL, set DATABASE_URL.';

/** @throws DulyError `embedded_database`, always */
export function fail(message: string, cause?: unknown): never {
  throw new DulyError(
    'embedded_database',
    message,
    `The local database cannot be used: ${message} ${ADVICE}`,
    { cause },
  );
}
