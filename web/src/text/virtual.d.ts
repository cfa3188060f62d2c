declare module 'virtual:texts/*' {
  const addresses: Record<import('./languages').Language, string>;
  export default addresses;
}
