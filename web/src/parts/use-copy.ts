import { useEffect, useRef, useState } from 'react';

/** How long a button says that it has copied. */
const SAID_MS = 2_000;

/** Copies texts to the clipboard; `copied` is true for two seconds after each that got there. */
export function useCopy(): { readonly copied: boolean; readonly copy: (text: string) => Promise<void> } {
  const [copied, setCopied] = useState(false);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => () => clearTimeout(timer.current), []);
  const copy = async (text: string) => {
    clearTimeout(timer.current);
    setCopied(await toClipboard(text));
    timer.current = setTimeout(() => setCopied(false), SAID_MS);
  };
  return { copied, copy };
}

/** Browsers have `navigator.clipboard` on https and localhost alone; servers as this one are often asked by plain http. */
async function toClipboard(text: string): Promise<boolean> {
  if (!globalThis.isSecureContext) return copySelected(text);
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return copySelected(text);
  }
}

/** Copies what is selected in a field out of sight, and gives the focus back. */
function copySelected(text: string): boolean {
  const focused = document.activeElement;
  const field = document.createElement('textarea');
  field.value = text;
  field.style.cssText = 'position: fixed; opacity: 0';
  document.body.append(field);
  field.focus({ preventScroll: true });
  field.select();
  const isCopied = document.execCommand('copy');
  field.remove();
  if (focused instanceof HTMLElement) focused.focus({ preventScroll: true });
  return isCopied;
}
