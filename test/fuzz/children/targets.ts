import { argumentsOfMethods } from './arguments.js';
import { candidates } from './candidates.js';
import { channels } from './channels.js';
import { configurations } from './configuration.js';
import { iceServers } from './ice-servers.js';
import { media } from './media/media.js';
import { connections } from './sdp/connections.js';
import { negotiations } from './sdp/negotiation.js';
import type { Target } from './target.js';

/** By the name on the command line. */
export const targets: Readonly<Record<string, Target>> = {
  arguments: argumentsOfMethods,
  candidates,
  channels,
  configurations,
  connections,
  media,
  servers: iceServers,
  negotiations,
};
