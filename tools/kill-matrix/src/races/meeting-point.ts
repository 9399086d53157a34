/** Lets everybody go on when all have come, with what one of them had to say; and then again. */
export function meetingPoint(count: number): (word: string | undefined) => Promise<string> {
  let meeting = Promise.withResolvers<string>();
  let here = 0;
  let said = '';
  return (word) => {
    const { promise, resolve } = meeting;
    here += 1;
    said = word ?? said;
    if (here === count) {
      resolve(said);
      meeting = Promise.withResolvers();
      [here, said] = [0, ''];
    }
    return promise;
  };
}
