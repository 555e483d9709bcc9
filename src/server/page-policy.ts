/** What a page that this server sends may use beyond what lies on this server. */
export interface PageNeeds {
  /** Further sources of fonts, for example `data:`. */
  readonly fonts?: readonly string[];
  /** Further sources of pictures, for example `blob:`. */
  readonly images: readonly string[];
}

/**
 * A content security policy: the page talks to the server that it came from and to no other. Style within the page is let
 * through, as the libraries that draw our pages write colours and sizes there as they go.
 */
export function pagePolicy({ fonts = [], images }: PageNeeds): string {
  return [
    "default-src 'none'",
    "script-src 'self'",
    "worker-src 'self'",
    "connect-src 'self'",
    "style-src 'self' 'unsafe-inline'",
    ["font-src 'self'", ...fonts].join(' '),
    ["img-src 'self'", ...images].join(' '),
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
  ].join('; ');
}
