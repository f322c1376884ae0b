/** Asks for a picture of HTML as a frame of the page has it. */
export interface PictureRequest {
  readonly html: string;
  /** CSS pixels, from 200 to 2,000. */
  readonly width: number;
  /** Most of the height, CSS pixels. @default as tall as it is, up to 16,000 */
  readonly height?: number | undefined;
  /** Pixels for each CSS pixel, from 1 to 3. @default 1 */
  readonly scale?: number | undefined;
  /** What the HTML is told that its reader prefers. */
  readonly theme: "light" | "dark";
}
