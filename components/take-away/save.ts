/** Milliseconds that a browser has to begin with saving a file. */
const SAVING = 60_000;

/** Has the browser save a file. */
export function save(file: File): void {
  const url = URL.createObjectURL(file);
  const link = document.createElement('a');
  link.href = url;
  link.download = file.name;
  link.click();
  // The browser reads it after this.
  setTimeout(() => URL.revokeObjectURL(url), SAVING);
}
