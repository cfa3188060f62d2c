declare module 'virtual:texts/*' {
  const addresses: Record<import('./languages').Language, string>;
  export default addresses;
}

declare module 'virtual:words' {
  /** Words in one file. */
  export const SHARD: number;
  const shards: string[];
  export default shards;
}
