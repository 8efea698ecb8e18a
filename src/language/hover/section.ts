import { bullets } from '../markdown';

/** One sentence stands beside the title, several in a list below it; nothing where there is none. */
export function section(title: string, words: readonly string[]): string {
  const sentences = words.map((sentence) => sentence.charAt(0).toUpperCase() + sentence.slice(1));
  const [only, ...more] = sentences;
  if (only === undefined) return '';
  return more.length === 0 ? `**${title}:** ${only}` : `**${title}:**\n${bullets(sentences)}`;
}
