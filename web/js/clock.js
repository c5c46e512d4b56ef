/** "Now" for everyone on the page: the server's clock, carried on between its messages. */
export class ServerClock {
  #monotonic;
  #anchor = null;

  /** @param monotonic milliseconds since any fixed moment, never set back */
  constructor(monotonic) {
    this.#monotonic = monotonic;
  }

  /** @param rate how fast server time runs against real time; 1 but in a demo */
  set(now, rate = 1) {
    this.#anchor = { now, rate, heardAt: this.#monotonic() };
  }

  get isSet() {
    return this.#anchor !== null;
  }

  /** Server time in epoch ms, null before the first message. */
  now() {
    if (!this.#anchor) return null;
    const { now, rate, heardAt } = this.#anchor;
    return now + (this.#monotonic() - heardAt) * rate;
  }
}
