/** A setting's name as flags, variables and URL parameters have it: `maxPageSize` is `max-page-size`. */
export function toKebabCase(name: string): string {
  return name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
}
