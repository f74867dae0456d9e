/** Whether a text can stand in a link: not too long, and no half of a surrogate pair in it. */
export function isText(text: string, maxLength: number): boolean {
  return text.length <= maxLength && !/\p{Surrogate}/u.test(text);
}
