// json-logic-engine: each campaign is a compiled rule that decides whether it applies; all rules run for each cart.
import { LogicEngine } from 'json-logic-engine';

const rule = (campaign) => ({
  Category: { some: [{ var: 'lines' }, { '===': [{ var: 'category' }, campaign.word] }] },
  Threshold: { '>=': [{ var: 'total' }, campaign.threshold] },
  Attribute: { '===': [{ var: 'country' }, campaign.word] },
  Coupon: { '===': [{ var: 'code' }, campaign.word] },
})[['Category', 'Threshold', 'Attribute', 'Coupon'][campaign.kind]];

export function jsonLogic({ campaigns }) {
  const engine = new LogicEngine();
  const compiled = campaigns.map((campaign) => [campaign.id, engine.build(rule(campaign))]);
  return {
    run(cart) {
      const facts = { ...cart, total: cart.lines.reduce((sum, line) => sum + line.euros * line.quantity, 0) };
      const applied = [];
      for (const [id, applies] of compiled) if (applies(facts)) applied.push(id);
      return applied;
    },
    read: (applied) => new Map(applied.map((id) => [id, 1])),
  };
}
