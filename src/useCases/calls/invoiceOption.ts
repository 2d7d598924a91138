interface OpenInvoice {
  readonly id: string;
  readonly currency: string;
  /** minor units, as shown */
  readonly outstanding: bigint;
}

/** The value of an invoice in a menu: it carries what a form is checked against before it is saved. */
export const invoiceOption = {
  write({ id, currency, outstanding }: OpenInvoice): string {
    return `${id}|${currency}|${outstanding}`;
  },
  /** Undefined for anything else. */
  read(value: string): OpenInvoice | undefined {
    const [, id, currency, outstanding] = /^(.+)\|([A-Z]{3})\|(\d+)$/.exec(value) ?? [];
    if (!id || !currency || !outstanding) return undefined;
    return { id, currency, outstanding: BigInt(outstanding) };
  },
};
