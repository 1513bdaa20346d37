/** Gives the browser a file made here; nothing is sent anywhere. */
export function saveFile(name: string, content: Blob): void {
  const address = URL.createObjectURL(content);
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  // The browser has the file in hand only after this turn of events.
  setTimeout(() => {
    URL.revokeObjectURL(address);
  }, 10_000);
}
