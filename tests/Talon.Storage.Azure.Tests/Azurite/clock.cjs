// Loaded before the emulator: its clock stands still, and moves to the milliseconds from its start that are written to its standard input.
const RealDate = Date;
const start = RealDate.parse("2026-01-01T00:00:00Z");
let now = start;

globalThis.Date = class extends RealDate {
  constructor(...time) {
    super(...(time.length === 0 ? [now] : time));
  }

  static now() {
    return now;
  }
};

let pending = "";
process.stdin.setEncoding("utf8").on("data", (text) => {
  const lines = (pending + text).split("\n");
  pending = lines.pop();
  for (const line of lines) {
    now = start + Number(line);
    process.stdout.write(`clock ${now}\n`);
  }
});
