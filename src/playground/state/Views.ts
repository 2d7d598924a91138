import type { View } from './model.ts';

/** Slack stacks at most three modals. */
export const STACK_LIMIT = 3;

/** Open modals, a stack for each person, and one Home view each. */
export class Views {
  private readonly stacks = new Map<string, View[]>();
  private readonly homes = new Map<string, View>();

  stackOf(user: string): readonly View[] {
    return this.stacks.get(user) ?? [];
  }

  homeOf(user: string): View | undefined {
    return this.homes.get(user);
  }

  find(id: string): View | undefined {
    return this.everyView().find((view) => view.id === id);
  }

  findByExternalId(externalId: string): View | undefined {
    return this.everyView().find((view) => externalId !== '' && view.content.external_id === externalId);
  }

  /** A new modal in place of whatever the person had open. */
  open(view: View): void {
    this.stacks.set(view.user, [view]);
  }

  push(view: View): void {
    this.stacks.set(view.user, [...this.stackOf(view.user), view]);
  }

  publish(view: View): void {
    this.homes.set(view.user, view);
  }

  /** Takes the top modal away. */
  pop(user: string): void {
    this.stacks.set(user, this.stackOf(user).slice(0, -1));
  }

  clear(user: string): void {
    this.stacks.delete(user);
  }

  dumpHomes(): View[] {
    return [...this.homes.values()];
  }

  private everyView(): View[] {
    return [...[...this.stacks.values()].flat(), ...this.homes.values()];
  }
}
