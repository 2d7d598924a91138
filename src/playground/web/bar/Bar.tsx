/** On top of the page: who one is, the clock, mail, traffic, faults. */
export function Bar() {
  return <header>Playground</header>;
}
