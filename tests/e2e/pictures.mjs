// Files as devices make them, with words planted in them that nobody but their owner may read.

/** Stands in everything that has to go. */
export const PLANTED = 'Vindmij';

const ascii = (text) => Buffer.from(`${text}\0`, 'latin1');

/** One directory of EXIF: entries, then what does not fit in them. `at` is where it begins. */
function directory(at, entries) {
  const head = Buffer.alloc(2 + entries.length * 12 + 4);
  head.writeUInt16BE(entries.length, 0);
  const tail = [];
  let next = at + head.length;
  entries.forEach(([tag, type, count, value], n) => {
    const entry = 2 + n * 12;
    head.writeUInt16BE(tag, entry);
    head.writeUInt16BE(type, entry + 2);
    head.writeUInt32BE(count, entry + 4);
    if (typeof value === 'number') head.writeUInt32BE(value, entry + 8);
    else if (value.length <= 4) value.copy(head, entry + 8);
    else {
      head.writeUInt32BE(next, entry + 8);
      tail.push(value);
      next += value.length;
    }
  });
  return Buffer.concat([head, ...tail]);
}

function rationals(...numbers) {
  const bytes = Buffer.alloc(numbers.length * 8);
  numbers.forEach((number, n) => {
    bytes.writeUInt32BE(number, n * 8);
    bytes.writeUInt32BE(1, n * 8 + 4);
  });
  return bytes;
}

/** The maker, the day, and the place on earth where it was taken. */
function exif() {
  const maker = ascii(`${PLANTED} telefoon`);
  const day = ascii('2026:11:20 14:30:00');
  const first = (gps) => directory(8, [[0x010f, 2, maker.length, maker], [0x0132, 2, day.length, day], [0x8825, 4, 1, gps]]);
  const gps = 8 + first(0).length;
  const place = directory(gps, [
    [1, 2, 2, ascii('N')], [2, 5, 3, rationals(51, 2, 59)], [3, 2, 2, ascii('E')], [4, 5, 3, rationals(3, 43, 7)],
  ]);
  const tiff = Buffer.concat([Buffer.from('MM\0*\0\0\0\x08', 'latin1'), first(gps), place]);
  return segment(0xe1, Buffer.concat([Buffer.from('Exif\0\0', 'latin1'), tiff]));
}

function segment(marker, content) {
  const head = Buffer.from([0xff, marker, 0, 0]);
  head.writeUInt16BE(content.length + 2, 2);
  return Buffer.concat([head, content]);
}

/** A photo with its data: what the browser draws, and what a telephone writes beside it. `noise` makes it large. */
export async function photo(page, { name = `${PLANTED} 2026.jpg`, width = 640, height = 480, noise = false } = {}) {
  const drawn = await page.evaluate(({ width, height, noise }) => {
    const canvas = Object.assign(document.createElement('canvas'), { width, height });
    const brush = canvas.getContext('2d');
    brush.fillStyle = '#c33';
    brush.fillRect(0, 0, width, height);
    brush.fillStyle = '#27c';
    brush.fillRect(0, 0, width / 2, height / 2);
    if (noise) {
      const dots = brush.getImageData(0, 0, width, height);
      // The same each time, and nothing that a picture could be made smaller by.
      let state = 1;
      for (let n = 0; n < dots.data.length; n += 1) {
        state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
        if (n % 4 < 3) dots.data[n] = state >>> 16;
      }
      brush.putImageData(dots, 0, 0);
    }
    return canvas.toDataURL('image/jpeg', 1).split(',')[1];
  }, { width, height, noise });
  const jpeg = Buffer.from(drawn, 'base64');
  const comment = segment(0xfe, Buffer.from(`${PLANTED} was hier`));
  return { name, mimeType: 'image/jpeg', buffer: Buffer.concat([jpeg.subarray(0, 2), exif(), comment, jpeg.subarray(2)]) };
}

/** A page of text, with who wrote it. */
export function document(name = `${PLANTED} verslag.pdf`) {
  const body = [
    '%PDF-1.4', '1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj', '2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj',
    '3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 200 200]>>endobj',
    `4 0 obj<</Author(${PLANTED} Peeters)/Creator(${PLANTED} Writer)/CreationDate(D:20261120143000)>>endobj`,
    'trailer<</Root 1 0 R/Info 4 0 R/Size 5>>', '%%EOF', '',
  ].join('\n');
  return { name, mimeType: 'application/pdf', buffer: Buffer.from(body, 'latin1') };
}
