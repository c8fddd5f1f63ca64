// @vendure/core: the OrderCalculator with its own promotions; taxes are zero, and nothing is shipped.
import { createRequire } from 'node:module';

const require = createRequire(import.meta.url);
const core = require('@vendure/core');
const { OrderCalculator } = require('@vendure/core/dist/service/helpers/order-calculator/order-calculator.js');
const { Channel, LanguageCode, Order, OrderLine, Promotion, PromotionCondition, PromotionItemAction, PromotionOrderAction, RequestContext, TaxRate, Zone } = core;

const text = (value) => [{ languageCode: LanguageCode.en, value }];
const args = { word: { type: 'string' }, threshold: { type: 'int' }, cents: { type: 'int' } };

const conditions = {
  1: new PromotionCondition({ code: 'threshold', description: text('total'), args, check: (ctx, order, { threshold }) => order.subTotal >= threshold * 100 }),
  2: new PromotionCondition({ code: 'country', description: text('country'), args, check: (ctx, order, { word }) => order.shippingAddress.countryCode === word }),
};
const onItems = new PromotionItemAction({
  code: 'items', description: text('items'), args,
  execute: (ctx, line, { word, cents }) => (line.customFields.category === word ? -cents : 0),
});
const onOrder = new PromotionOrderAction({ code: 'order', description: text('order'), args, execute: (ctx, order, { cents }) => -cents });

function promotion(campaign) {
  const config = (code) => ({ code, args: Object.keys(args).map((name) => ({ name, value: String(campaign[name]) })) });
  return new Promotion({
    id: campaign.id,
    name: String(campaign.id),
    couponCode: campaign.kind === 3 ? campaign.word : null,
    conditions: conditions[campaign.kind] ? [config(conditions[campaign.kind].code)] : [],
    actions: [config(campaign.kind === 0 ? 'items' : 'order')],
    promotionConditions: Object.values(conditions),
    promotionActions: [onItems, onOrder],
    startsAt: null,
    endsAt: null,
    priorityScore: 0,
  });
}

function calculator() {
  const zone = new Zone({ id: 1, name: 'zone', members: [] });
  const rate = new TaxRate({ id: 1, value: 0, enabled: true, zone });
  const options = {
    taxOptions: {
      taxZoneStrategy: { determineTaxZone: () => zone },
      taxLineCalculationStrategy: new core.DefaultTaxLineCalculationStrategy(),
      orderTaxCalculationStrategy: new core.DefaultOrderTaxCalculationStrategy(),
    },
    orderOptions: { orderLineDiscountDistributionStrategy: new core.DefaultOrderLineDiscountDistributionStrategy() },
  };
  return new OrderCalculator(
    options,
    { getAllWithMembers: async () => [zone] },
    { getApplicableTaxRate: async () => rate },
    {}, {},
    { get: (ctx, key, make) => make() },
  );
}

function order(cart) {
  const lines = cart.lines.map((line, i) => new OrderLine({
    id: i, quantity: line.quantity, orderPlacedQuantity: 0, listPrice: line.euros * 100, listPriceIncludesTax: false, adjustments: [], taxLines: [], taxCategoryId: 1,
    customFields: { category: line.category },
  }));
  return new Order({
    id: 1, lines, couponCodes: cart.code ? [cart.code] : [], promotions: [], surcharges: [], shippingLines: [], modifications: [], currencyCode: 'EUR',
    shippingAddress: { countryCode: cart.country }, subTotal: 0, subTotalWithTax: 0, shipping: 0, shippingWithTax: 0, taxZoneId: 1,
  });
}

export function vendure({ campaigns }) {
  const promotions = campaigns.map(promotion);
  const channel = new Channel({ id: 1, defaultCurrencyCode: 'EUR', pricesIncludeTax: false });
  const ctx = new RequestContext({ channel, apiType: 'shop', isAuthorized: true, authorizedAsOwnerOnly: false, session: {}, languageCode: LanguageCode.en, currencyCode: 'EUR' });
  const calculate = calculator();
  return {
    // Vendure works on its entities; making them is not timed.
    prepare: order,
    run: (cart, entity) => calculate.applyPriceAdjustments(ctx, entity, promotions, entity.lines),
    read(entity) {
      const cents = new Map();
      for (const line of entity.lines)
        for (const { adjustmentSource, amount } of line.adjustments) {
          const id = Number(adjustmentSource.split(':')[1]);
          cents.set(id, (cents.get(id) ?? 0) - amount);
        }
      return cents;
    },
  };
}
