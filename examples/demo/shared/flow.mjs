import { Responder, ping, pump } from './measure.mjs';

/** Milliseconds between two measurements. */
const tick = 500;

/**
 * Data both ways for as long as the connection lasts.
 *
 * @param {{onrate?: (rate: {sent: number, received: number}) => void,
 *   onroundtrip?: (milliseconds: number) => void}} [options] rates are bits per second
 */
export function flow({ onrate, onroundtrip } = {}) {
  const responder = new Responder();
  let paused = false;
  let channels;

  const pause = (value) => {
    paused = value;
    if (!paused && channels) void send();
  };
  responder.on('pause', () => pause(true));
  responder.on('go on', () => pause(false));

  let queued = 0;
  const send = () =>
    pump(
      channels.bulk,
      () => !paused,
      (bytes) => (queued += bytes),
    );

  const measureThroughput = () => {
    let left = 0;
    let last = performance.now();
    return setInterval(() => {
      const now = performance.now();
      const leftNow = queued - channels.bulk.bufferedAmount;
      const perSecond = 8000 / (now - last);
      onrate({
        sent: (leftNow - left) * perSecond,
        received: responder.takeReceived() * perSecond,
      });
      left = leftNow;
      last = now;
    }, tick);
  };

  const measureRoundTrips = async () => {
    while (channels.control.readyState === 'open') {
      onroundtrip(await ping(channels.control, responder));
      await new Promise((resolve) => setTimeout(resolve, tick));
    }
  };

  return {
    responder,
    /** Pauses both sides, or lets them go on. */
    pause(value) {
      channels.control.send(JSON.stringify({ name: value ? 'pause' : 'go on' }));
      pause(value);
    },
    /** Resolves when the control channel is closed. */
    async run({ control, bulk }) {
      channels = { control, bulk };
      const closed = new Promise((resolve) => control.addEventListener('close', resolve));
      void send();
      const timer = onrate && measureThroughput();
      if (onroundtrip) void measureRoundTrips();
      await closed;
      clearInterval(timer);
    },
  };
}
