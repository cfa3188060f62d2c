// Words for their places in the list. The list is cut into small files, so that seven words cost a few kilobytes.

import shards, { SHARD } from 'virtual:words';

/** A digest says places; people compare words. */
export async function words_of(places: number[]): Promise<string[]> {
  const wanted = [...new Set(places.map((place) => Math.floor(place / SHARD)))];
  const lists = new Map(await Promise.all(wanted.map(async (shard) => [shard, await fetch_shard(shard)] as const)));
  return places.map((place) => {
    const word = lists.get(Math.floor(place / SHARD))?.[place % SHARD];
    if (!word) throw new Error('the list of words is not whole');
    return word;
  });
}

async function fetch_shard(shard: number): Promise<string[]> {
  const response = await fetch(shards[shard] ?? '', { credentials: 'omit' });
  if (!response.ok) throw new Error('a list of words did not come');
  return (await response.text()).trim().split('\n');
}

/** As they are compared: whatever stands between them, in any case. */
export function same_words(link: string, words: string[]): boolean {
  const said = link.toLowerCase().split(/[\s.+]+/).filter(Boolean);
  return said.length === words.length && said.every((word, place) => word === words[place]);
}
