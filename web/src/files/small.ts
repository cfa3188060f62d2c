// A picture of a picture, small enough for a list, and made on the device.

const WIDTH = 320;

/** An address for an `<img>`, to be revoked; null for what this browser cannot draw. */
export async function draw_small(picture: Blob): Promise<string | null> {
  try {
    const drawn = await createImageBitmap(picture, { resizeWidth: WIDTH, resizeQuality: 'medium' });
    const canvas = document.createElement('canvas');
    canvas.width = drawn.width;
    canvas.height = drawn.height;
    canvas.getContext('2d')?.drawImage(drawn, 0, 0);
    drawn.close();
    const small = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/png'));
    return small && URL.createObjectURL(small);
  } catch {
    return null;
  }
}
