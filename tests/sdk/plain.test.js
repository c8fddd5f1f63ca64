// The tutorial once more by plain HTTP: what is on the wire, without the SDK's reading of it.
import assert from 'node:assert/strict';
import { before, describe, test } from 'node:test';
import { anyCouponGives20Percent, createApplication, createCampaign, createCoupon, integrate, tutorialItems, uniqueName } from './support/world.js';

describe('By plain HTTP', () => {
  let application;

  before(async () => {
    application = await createApplication();
    const campaign = await createCampaign(application, anyCouponGives20Percent);
    await createCoupon(application, campaign, 'xmas20');
  });

  const put = (session, customerSession, responseContent) =>
    integrate(application, 'PUT', `/v2/customer_sessions/${session}`, { customerSession, responseContent });

  test('the tutorial cart gets its discount', async () => {
    const state = await put('my_session_id', { cartItems: tutorialItems(), couponCodes: ['xmas20'] });
    assert.deepEqual(Object.keys(state).sort(), ['createdCoupons', 'createdReferrals', 'effects']);
    const [accepted, discount] = state.effects;
    assert.equal(accepted.effectType, 'acceptCoupon');
    assert.deepEqual(accepted.props, { value: 'xmas20' });
    assert.equal(accepted.triggeredByCoupon, discount.triggeredByCoupon);
    assert.equal(discount.effectType, 'setDiscount');
    assert.equal(discount.props.value, 24.6);
  });

  test('a session has every required field', async () => {
    const { customerSession } = await put(uniqueName('session'), { cartItems: tutorialItems() }, ['customerSession']);
    const required = [
      'id', 'created', 'integrationId', 'applicationId', 'profileId', 'state', 'cartItems', 'attributes', 'firstSession', 'updateCount', 'total',
      'cartItemTotal', 'additionalCostTotal', 'cartItemAdditionalCostTotal', 'updated',
    ];
    for (const field of required) assert.notEqual(customerSession[field] ?? undefined, undefined, field);
    assert.equal(customerSession.updateCount, 1);
    assert.equal(customerSession.profileId, '');
    assert.match(customerSession.created, /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)$/);
  });
});
