import type { Delivery } from '../../src/delivery/Delivery.ts';

/** The same delivery for tests that write to the outbox themselves: it is woken before it is drained, as whoever writes does. */
export function wakeBeforeDrain(delivery: Delivery): Delivery {
  return {
    ...delivery,
    drain() {
      delivery.wake();
      return delivery.drain();
    },
  };
}
