// json-rules-engine: each campaign is a rule whose event says that it applies.
import { Engine } from 'json-rules-engine';

const condition = (campaign) => [
  { fact: 'categories', operator: 'contains', value: campaign.word },
  { fact: 'total', operator: 'greaterThanInclusive', value: campaign.threshold },
  { fact: 'country', operator: 'equal', value: campaign.word },
  { fact: 'code', operator: 'equal', value: campaign.word },
][campaign.kind];

export function jsonRules({ campaigns }) {
  const engine = new Engine();
  for (const campaign of campaigns) engine.addRule({ conditions: { all: [condition(campaign)] }, event: { type: String(campaign.id) } });
  return {
    run: (cart) =>
      engine.run({
        categories: cart.lines.map((line) => line.category),
        total: cart.lines.reduce((sum, line) => sum + line.euros * line.quantity, 0),
        country: cart.country,
        code: cart.code,
      }),
    read: ({ events }) => new Map(events.map((event) => [Number(event.type), 1])),
  };
}
