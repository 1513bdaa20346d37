/** Whether texts fit a pattern: `*` stands for anything, and large and small letters are alike. */
export function fitting(pattern: string): (text: string) => boolean {
  const plain = pattern.split('*').map((each) => each.replace(/[^\w\s]/g, '\\$&'));
  const fit = new RegExp(`^${plain.join('.*')}$`, 'i');
  return (text) => fit.test(text);
}
