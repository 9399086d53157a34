import { exitCodeOf, print, printEnding } from './story/print.ts';
import { playStory } from './story/story.ts';

async function main(): Promise<void> {
  const chapters = await playStory();
  for (const chapter of chapters) console.log(print(chapter));
  console.log(printEnding(chapters));
  process.exitCode = exitCodeOf(chapters);
}

void main();
