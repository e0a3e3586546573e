const DAY = 86_400_000;

function addDays(day: string, days: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * DAY).toISOString().slice(0, 10);
}

/** The windows of so many days between two days, each begun `step` days after the last; both ends are inclusive. */
export function movingWindows(
  from: string,
  to: string,
  { days, step }: { readonly days: number; readonly step: number },
): readonly { readonly from: string; readonly to: string }[] {
  const windows: { from: string; to: string }[] = [];
  for (let start = from; start <= to; start = addDays(start, step)) {
    const end = addDays(start, days - 1);
    windows.push({ from: start, to: end > to ? to : end });
    if (end >= to) break;
  }
  return windows;
}
