// Taking names out of what is printed.

/** Names of at least two letters, whole words in any case; longer ones first, so that none is left half. */
export function mask_names(text: string, names: readonly string[]): string {
  const sorted = names.filter((name) => name.length > 1).sort((one, other) => other.length - one.length);
  return sorted.reduce((masked, name) => {
    const literal = name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
    return masked.replace(new RegExp(`(?<![\\p{L}\\p{N}])${literal}(?![\\p{L}\\p{N}])`, 'giu'), '███');
  }, text);
}
