/**
 * Where things go that the unprivileged server cannot reach in the checkout, because that lies in root's private home folder.
 * Not a temporary folder: the ledger must outlive a reboot.
 */
export const SYSTEM_DIR = '/var/lib/duly';
