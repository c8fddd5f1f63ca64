// Writes the report as Markdown: deciders and computers of amounts in separate tables.

const us = (value) => (value === undefined ? '' : value >= 100 ? Math.round(value).toLocaleString('en') : value.toFixed(1));
const times = (row, name) => (row[name] === undefined ? '' : `${us(row[name])} (${ratio(row[name] / row.Talon)}x)`);
const ratio = (value) => (value >= 10 ? Math.round(value).toLocaleString('en') : value.toFixed(1));
const grid = (head, lines) => [`| ${head.join(' | ')} |`, `|${head.map((_, i) => (i === 0 ? '---' : '---:')).join('|')}|`, ...lines.map((line) => `| ${line.join(' | ')} |`)].join('\n');
const size = ({ campaigns, oneIn }) => `${campaigns.toLocaleString('en')}, 1 in ${oneIn}`;

export function table({ talon, rows }) {
  const peers = (names) => grid(['campaigns, matching', 'Talon', ...names], rows.map((row) => [size(row), us(row.Talon), ...names.map((name) => times(row, name))]));
  const engine = grid(
    ['campaigns, matching', 'Talon', 'explanations asked for', 'and read', 'only those that can match', 'hand-written loop', 'bytes', 'bytes of the loop'],
    talon.rows.map((row) => [size(row), us(row.engine), us(row.asked), us(row.explained), us(row.onlyMatching), us(row.handWritten), row.bytes.toLocaleString('en'), row.handWrittenBytes.toLocaleString('en')]),
  );
  return [
    '### The engine, microseconds for one cart', '', engine, '',
    `Compiling 10,000 campaigns: ${talon.compileMilliseconds.toFixed(0)} ms. After a change to one of them: ${talon.changeMilliseconds.toFixed(1)} ms.`, '',
    '### Computers of amounts', '', peers(['@medusajs/promotion', '@vendure/core']), '',
    '### Deciders', '', peers(['json-logic-engine', 'json-rules-engine']),
  ].join('\n');
}
