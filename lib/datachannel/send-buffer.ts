/** Bytes that libwebrtc queues for one channel (`DataChannelInterface::MaxSendQueueSize`). */
const capacity = 16 * 1024 * 1024;

/**
 * The bytes that were accepted and have not gone out: the `[[BufferedAmount]]`
 * slot. libwebrtc's own errors come too late to be thrown, so they are
 * foreseen here.
 */
export class SendBuffer {
  #amount = 0;
  lowThreshold = 0;

  get amount(): number {
    return this.#amount;
  }

  /** @throws OperationError when so many bytes more do not fit */
  checkRoom(size: number, context: string): void {
    if (this.#amount + size <= capacity) return;
    throw new DOMException(
      `${context}: ${size} bytes do not fit, ${this.#amount} of ${capacity} are buffered`,
      'OperationError',
    );
  }

  add(size: number): void {
    this.#amount += size;
  }

  /** @returns whether the amount fell to the threshold by this */
  remove(bytes: number): boolean {
    const before = this.#amount;
    this.#amount = Math.max(0, before - bytes);
    return before > this.lowThreshold && this.#amount <= this.lowThreshold;
  }
}
