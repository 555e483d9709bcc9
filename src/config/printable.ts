import type { Config } from './serve.js';

/** The settings as JSON, with what is secret in URLs hidden: passwords, tokens, and the values of metadata. */
export function printableConfig(config: Config): string {
  return JSON.stringify(
    { ...config, store: withoutPassword(config.store), storePassword: config.storePassword && '***' },
    undefined,
    2,
  );
}

/** A store's URL with what is secret in it hidden. */
export function withoutPassword(url: string): string {
  return url
    .replace(/(\/\/[^:/?#@]*:)[^?#]*(?=@)/, '$1***')
    .replace(/([?&](?:password|token)=)[^&]*/gi, '$1***')
    .replace(/([?&]metadata=[^:&%]*(?::|%3A))[^&]*/gi, '$1***');
}
