const MAILBOX_WORDS = new Set(
  `ap ar account accounts accounting accountspayable accountsreceivable payable payables payment payments invoice invoices
  invoicing bill bills billing finance finances fin office info mail admin administration hello contact team purchasing
  procurement creditors ledger bookkeeping buchhaltung rechnung rechnungen rechnungswesen kreditoren debitoren fibu
  finanzen zahlungen verwaltung buero kontakt compta comptabilite facturation factures facture fournisseurs facturas
  factura facturacion contabilidad pagos administracion contabilita amministrazione fatture fatturazione fornitori
  crediteuren administratie boekhouding facturen faktura fakturor ekonomi regnskap bogholderi ksiegowosc faktury`.split(
    /\s+/,
  ),
);

/** Whether an address is that of a desk, such as ap@ or buchhaltung@, and not of a person. */
export function isMailbox(email: string): boolean {
  const local = email.slice(0, email.indexOf('@')).toLowerCase().normalize('NFKD').replace(/\p{M}/gu, '');
  const words = local.split(/[^a-z]+/).filter(Boolean);
  return words.some((word) => MAILBOX_WORDS.has(word)) || MAILBOX_WORDS.has(words.join(''));
}
