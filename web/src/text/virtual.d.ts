declare module 'virtual:texts/*' {
  const addresses: Record<import('./languages').Language, string>;
  export default addresses;
}

declare module 'virtual:words' {
  const shards: string[];
  export default shards;
}
