/** The body of `POST /client/faults` that a filled-in form stands for: what is empty is left out. */
export function readFaultForm(kind: string, form: Iterable<readonly [string, unknown]>) {
  const given = new Map(
    [...form]
      .map(([name, value]) => [name, String(value).trim()] as const)
      .filter(([, value]) => value !== ''),
  );
  const times = given.has('always') ? 'always' : numberIn(given.get('times'));
  const body = {
    kind,
    method: given.get('method'),
    times,
    ms: numberIn(given.get('ms')),
    error: given.get('error'),
    reason: given.get('reason'),
  };
  return Object.fromEntries(Object.entries(body).filter(([, value]) => value !== undefined));
}

function numberIn(text: string | undefined): number | undefined {
  return text === undefined ? undefined : Number(text);
}
