declare module '*.twin.js' {
  export const memory: { buffer: ArrayBuffer };
  export function buf(length: number): number;
  export function call(operation: number): number;
  export function out(): number;
  export function out_len(): number;
}
