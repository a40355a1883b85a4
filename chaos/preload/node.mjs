// Loaded into every server process of a run by `--import`, beside the program as it is shipped: nothing here is part of it.
// Ends the process when its parent is gone, tells what memory it holds, and brings about what no outside hand can: a death at one exact point, and a wrong clock.
import { mkdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import { Socket } from 'node:net';
import { join } from 'node:path';

if (process.channel) {
  process.on('disconnect', () => process.kill(process.pid, 'SIGKILL'));
  // What V8 holds is known inside alone.
  process.on('message', (word) => {
    if (word === 'memory') process.send(process.memoryUsage());
  });
  process.channel.unref();
}

const shift = Number(process.env.CHAOS_CLOCK_SHIFT_MS ?? 0);
if (shift !== 0) {
  const Real = Date;
  const now = () => Real.now() + shift;
  globalThis.Date = class extends Real {
    constructor(...given) {
      if (given.length === 0) super(now());
      else super(...given);
    }
    static now() {
      return now();
    }
  };
}

// A write whose text holds `die:<point>#<name>` kills the node at that point. Of all nodes that meet one name, the first alone dies: who
// sends again must find somebody.
const folder = process.env.CHAOS_FAILPOINTS;
if (folder) {
  const require = createRequire(process.env.CHAOS_SERVER);
  const marker = /die:(before-commit|in-flight|before-publish|before-answer)#([\w-]+)/;
  const die = () => process.kill(process.pid, 'SIGKILL');
  const find = (text) => (typeof text === 'string' && text.includes('die:') ? marker.exec(text) : null);
  const claim = (found) => {
    try {
      mkdirSync(join(folder, found[2]));
      return true;
    } catch {
      return false;
    }
  };

  // Statements. One that stands alone is committed by its answer; in a transaction the point is its COMMIT.
  const { Client } = require('pg');
  const query = Client.prototype.query;
  Client.prototype.query = function (...given) {
    const [config] = given;
    const text = typeof config === 'string' ? config : (config?.text ?? '');
    const values = (typeof config === 'object' ? config?.values : null) ?? (Array.isArray(given[1]) ? given[1] : []);
    if (/^\s*BEGIN\b/i.test(text)) this.chaosMarker = null;
    const isInside = this.chaosMarker !== undefined;
    let found = null;
    if (/\b(INSERT|UPDATE)\b/.test(text)) for (const value of values) found ??= find(value);
    if (isInside && found) {
      this.chaosMarker = found;
      found = null;
    }
    if (/^\s*(COMMIT|ROLLBACK)\b/i.test(text)) {
      if (/COMMIT/i.test(text)) found = this.chaosMarker ?? null;
      this.chaosMarker = undefined;
    }
    const point = found && found[1] !== 'before-answer' && claim(found) ? found[1] : null;
    if (point === 'before-commit') {
      die();
      return new Promise(() => undefined);
    }
    if (point === 'before-publish') {
      const last = given.at(-1);
      if (typeof last === 'function') given[given.length - 1] = die;
      else if (typeof config?.callback === 'function') config.callback = die;
    }
    const answer = query.apply(this, given);
    if (point === 'in-flight') setImmediate(die);
    return point === 'before-publish' && typeof answer?.then === 'function' ? answer.then(() => (die(), new Promise(() => undefined))) : answer;
  };

  // Answers are held back on their socket, whichever way they came to it, and the bus is given a moment to take what was published.
  const word = 'die:before-answer';
  const write = Socket.prototype.write;
  Socket.prototype.write = function (data, ...rest) {
    const isMarked = typeof data === 'string' ? data.includes(word) : Buffer.isBuffer(data) && data.includes(word);
    const text = isMarked ? data.toString() : '';
    const found = /"(?:sendMessage|editMessage|acceptOffer)"\s*:/.test(text) ? find(text) : null;
    if (found?.[1] !== 'before-answer' || !claim(found)) return write.call(this, data, ...rest);
    setTimeout(die, 30);
    return true;
  };
}
