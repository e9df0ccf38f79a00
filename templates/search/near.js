// The word of the index that is nearest to one that nothing answers; loaded only when nothing was found.

// Steps between two words: a letter added, left out or changed, or two that changed places; stops counting beyond *most*.
export function steps(one, other, most) {
  const [a, b] = [[...one], [...other]];
  if (Math.abs(a.length - b.length) > most) return most + 1;
  let before, last = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i += 1) {
    const row = [i];
    for (let j = 1; j <= b.length; j += 1) {
      row[j] = Math.min(last[j] + 1, row[j - 1] + 1, last[j - 1] + (a[i - 1] !== b[j - 1]));
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) row[j] = Math.min(row[j], before[j - 2] + 1);
    }
    if (Math.min(...row) > most) return most + 1;
    [before, last] = [last, row];
  }
  return last[b.length];
}

// *vocabulary* has the most frequent words first, which wins among those that are as near; empty where none is near.
export function nearest(word, vocabulary) {
  let best = "", most = word.length < 6 ? 1 : 2;
  for (const known of vocabulary) {
    const away = steps(word, known, most);
    if (away > most || (away === most && best)) continue;
    [best, most] = [known, away];
  }
  return best;
}
