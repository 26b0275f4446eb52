/** What we use of the package's reader: the text of the one QR code in a picture; throws where it finds none. */
export function decodeQR(picture: { width: number; height: number; data: Uint8ClampedArray }): string;
