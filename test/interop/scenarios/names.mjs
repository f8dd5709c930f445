/** Names of tracks and streams that are the same in every run, as their ids are not. */
export class Names {
  #names = new Map();
  #streams = new Map();
  #counts = new Map();

  /** Numbers the object among those of its base: `audio1`, `audio2`. */
  give(object, base) {
    const count = (this.#counts.get(base) ?? 0) + 1;
    this.#counts.set(base, count);
    return this.set(object, `${base}${count}`);
  }

  set(object, name) {
    this.#names.set(object, name);
    if (isStream(object) && !this.#streams.has(object.id)) this.#streams.set(object.id, name);
    return object;
  }

  has(object) {
    return this.#names.has(object);
  }

  of(object) {
    return object === null ? 'null' : (this.#names.get(object) ?? 'unknown');
  }

  /** The name of the stream that had this id first, wherever it was made. */
  ofStreamId(id) {
    return this.#streams.get(id);
  }

  /** An argument of a call as text. */
  argument(value) {
    if (this.has(value)) return this.of(value);
    if (Array.isArray(value)) return `[${value.map((each) => this.argument(each)).join(', ')}]`;
    if (value === null || typeof value !== 'object') return String(value);
    const members = Object.entries(value).map(([key, each]) => `${key}: ${this.argument(each)}`);
    return `{${members.join(', ')}}`;
  }
}

const isStream = (object) => typeof object.getTracks === 'function';
