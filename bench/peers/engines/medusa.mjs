// @medusajs/promotion: the module's own computeActions, with the promotions handed to it instead of read from its database.
import { createRequire } from 'node:module';

const require = createRequire(import.meta.url);
const { default: PromotionModuleService } = require('@medusajs/promotion/dist/services/promotion-module.js');

const values = (value) => [{ value: String(value) }];

function promotion(campaign) {
  const onItems = campaign.kind === 0;
  const rules = [
    [],
    [{ attribute: 'subtotal', operator: 'gte', values: values(campaign.threshold) }],
    [{ attribute: 'country', operator: 'eq', values: values(campaign.word) }],
    [],
  ][campaign.kind];
  return {
    id: String(campaign.id),
    code: campaign.kind === 3 ? campaign.word : String(campaign.id),
    type: 'standard',
    is_automatic: campaign.kind !== 3,
    rules,
    application_method: {
      type: 'fixed',
      value: campaign.cents / 100,
      target_type: onItems ? 'items' : 'order',
      allocation: onItems ? 'each' : 'across',
      max_quantity: onItems ? 1000 : null,
      target_rules: onItems ? [{ attribute: 'items.category', operator: 'eq', values: values(campaign.word) }] : [],
    },
  };
}

export function medusa({ campaigns }) {
  const promotions = campaigns.map(promotion);
  const ids = new Map(promotions.map((each) => [each.code, Number(each.id)]));
  const service = Object.create(PromotionModuleService.prototype);
  service.baseRepository_ = { getFreshManager: () => ({}) };
  // The database would give the automatic promotions and those of the codes entered.
  service.listActivePromotions_ = async ({ code }) => promotions.filter((each) => each.is_automatic || code.includes(each.code));
  return {
    // Spread over items, its parts of an amount do not always sum to the whole.
    tolerance: 1,
    run(cart) {
      const items = cart.lines.map((line, i) => {
        const subtotal = line.euros * line.quantity;
        return { id: String(i), category: line.category, quantity: line.quantity, subtotal, original_total: subtotal, total: subtotal };
      });
      const context = { items, currency_code: 'eur', country: cart.country, subtotal: items.reduce((sum, item) => sum + item.subtotal, 0) };
      return service.computeActions(cart.code ? [cart.code] : [], context, { prevent_auto_promotions: true });
    },
    read(actions) {
      const cents = new Map();
      for (const action of actions) cents.set(ids.get(action.code), (cents.get(ids.get(action.code)) ?? 0) + Number(action.amount) * 100);
      return cents;
    },
  };
}
