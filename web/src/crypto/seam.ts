// The seam to the module: four exports, no imports. The only file that touches WebAssembly's memory.

import { OPERATIONS } from './operations';
import { fetch_twin, type Twin } from './twins';

/** What the module exports. A twin made from the same bytes has the same shape. */
export interface Exports {
  memory: { buffer: ArrayBuffer };
  buf(length: number): number;
  call(operation: number): number;
  out(): number;
  out_len(): number;
}

/** A field: text, bytes, or a number. */
export type Field = string | Uint8Array | number;

export const CODES = { done: 0, request: 1, progress: 2, failed: 3, file: 4 } as const;

/** The module cannot be used: it did not load, does not compute what it should, or broke on the way. */
export class Broken extends Error {}

/** This browser compiles no WebAssembly, and what it was to load has no twin. */
export class Uncompiled extends Error {}

/** It did not come: no network, or an answer that is no module. It may come the next time. */
export class Unloaded extends Error {}

/** Room before anything secret is there: memory that grows later leaves copies behind until they are collected. */
const WARM_UP = 1 << 20;
const UNKNOWN = 0;

const encoder = new TextEncoder();
const decoder = new TextDecoder();

export class Module {
  private broken = false;

  private constructor(private readonly exports: Exports, /** Whether it is a twin: what takes milliseconds takes seconds. */ readonly slow: boolean) {
    this.raw(UNKNOWN, new Uint8Array(WARM_UP));
  }

  /** The module, or its twin where nothing is compiled. What does not come is an error to show, and no reason for a twin. */
  static async load(address: string, twin: Twin | undefined): Promise<Module> {
    try {
      const compiled = await compile(address);
      if (compiled) return new Module(compiled, false);
      if (twin) return new Module(await fetch_twin(twin), true);
    } catch (error) {
      throw error instanceof TypeError ? new Unloaded(String(error)) : error;
    }
    throw new Uncompiled('no WebAssembly');
  }

  call(operation: number, fields: Field[]): { code: number; out: Uint8Array } {
    const parts = fields.map((field) => (typeof field === 'string' ? encoder.encode(field) : typeof field === 'number' ? eight(field) : field));
    const all = new Uint8Array(parts.reduce((sum, part) => sum + 4 + part.length, 0));
    const view = new DataView(all.buffer);
    let at = 0;
    for (const part of parts) {
      view.setUint32(at, part.length, true);
      all.set(part, at + 4);
      at += 4 + part.length;
    }
    const answer = this.raw(operation, all);
    all.fill(0);
    return answer;
  }

  /** After an exception the module's memory may be half written: nothing more is asked of it. */
  private raw(operation: number, bytes: Uint8Array): { code: number; out: Uint8Array } {
    if (this.broken) throw new Broken('used after a failure');
    try {
      const { exports } = this;
      const into = exports.buf(bytes.length);
      new Uint8Array(exports.memory.buffer, into, bytes.length).set(bytes);
      const code = exports.call(operation);
      // The memory may have grown: a view is taken anew each time.
      const out = new Uint8Array(exports.memory.buffer, exports.out(), exports.out_len()).slice();
      exports.buf(0);
      return { code, out };
    } catch (error) {
      this.broken = true;
      throw new Broken(String(error));
    }
  }

  /** 32 random bytes, the origin and the device's day; then a known answer. */
  begin(origin: string, day: number): void {
    const seed = crypto.getRandomValues(new Uint8Array(32));
    const begun = this.call(OPERATIONS.BEGIN, [seed, origin, day]);
    seed.fill(0);
    if (begun.code !== CODES.done) throw new Broken('it does not begin');
    if (this.call(OPERATIONS.TRY, []).code !== CODES.done) throw new Broken('it computes something else');
  }
}

/** Null where this browser has no WebAssembly, or will not compile any. */
async function compile(address: string): Promise<Exports | null> {
  if (typeof WebAssembly !== 'object') return null;
  try {
    const { instance } = await WebAssembly.instantiateStreaming(fetch(address, { credentials: 'omit' }));
    return instance.exports as unknown as Exports;
  } catch (error) {
    if (error instanceof WebAssembly.CompileError) return null;
    throw error;
  }
}

/** The fields of an answer. */
export function fields_of(out: Uint8Array): Uint8Array[] {
  const view = new DataView(out.buffer, out.byteOffset, out.byteLength);
  const fields: Uint8Array[] = [];
  for (let at = 0; at < out.length; ) {
    const length = view.getUint32(at, true);
    fields.push(out.subarray(at + 4, at + 4 + length));
    at += 4 + length;
  }
  return fields;
}

export function text_of(bytes: Uint8Array | undefined): string {
  return decoder.decode(bytes);
}

export function number_of(bytes: Uint8Array | undefined): number {
  return bytes ? Number(new DataView(bytes.buffer, bytes.byteOffset).getBigUint64(0, true)) : 0;
}

function eight(number: number): Uint8Array {
  const bytes = new Uint8Array(8);
  new DataView(bytes.buffer).setBigUint64(0, BigInt(number), true);
  return bytes;
}
