import { Child } from './child.mjs';

/** Milliseconds that a process may take to say what it has received. */
const patience = 5_000;

/**
 * Two processes of one contestant with an open channel, from sender to receiver.
 *
 * @param {object} contestant of contestants.mjs
 */
export async function openPair(contestant) {
  const sender = new Child(contestant, 'channel', { role: 'offerer' });
  const receiver = new Child(contestant, 'channel', { role: 'answerer' });
  sender.on('signal', (...signal) => receiver.say('signal', ...signal));
  receiver.on('signal', (...signal) => sender.say('signal', ...signal));
  const alive = Promise.race([sender.failed, receiver.failed]);
  const bounded = (work) => Promise.race([work, alive]);
  const side = (child) => ({
    pid: child.pid,
    say: (...words) => child.say(...words),
    hear: (word) => bounded(child.hear(word)),
  });
  await bounded(Promise.all([sender.hear('open'), receiver.hear('open')]));

  const pause = (ms) => bounded(new Promise((resolve) => setTimeout(resolve, ms)));
  const markOf = async (child) => {
    const answer = bounded(child.hear('mark'));
    child.say('mark');
    const found = await Promise.race([answer, pause(patience)]);
    if (!found) throw new Error(`no answer within ${patience / 1000} s`);
    return JSON.parse(found[0]);
  };
  return {
    sender: side(sender),
    receiver: side(receiver),
    pause,
    mark: async () => {
      const [ofSender, ofReceiver] = await Promise.all([markOf(sender), markOf(receiver)]);
      return { sender: ofSender, receiver: ofReceiver };
    },
    close: () => Promise.all([sender.end(), receiver.end()]),
  };
}
