import assert from 'node:assert/strict';
import { before, describe, test } from 'node:test';
import {
  anyCouponGives20Percent, createApplication, createCampaign, createCoupon, effectsOf, hoursFromNow, request, tutorialItems, uniqueName,
} from './support/world.js';

describe('The tutorial cart', () => {
  let application, campaign;

  before(async () => {
    application = await createApplication();
    campaign = await createCampaign(application, anyCouponGives20Percent);
    await createCoupon(application, campaign, 'xmas20', { usageLimit: 0 });
  });

  const send = (couponCodes, responseContent, session = uniqueName('session')) =>
    application.integration.updateCustomerSessionV2(session, request({ cartItems: tutorialItems(), couponCodes }, responseContent));

  test('a valid coupon gives 20 % off', async () => {
    const state = await send(['xmas20'], ['customerSession', 'coupons', 'triggeredCampaigns'], 'my_session_id');
    assert.deepEqual(effectsOf(state, 'acceptCoupon'), [{ value: 'xmas20' }]);
    const [discount] = effectsOf(state, 'setDiscount');
    assert.equal(discount.value, 24.6);
    assert.equal(discount.name, '20 % off');
    assert.equal(state.customerSession.total, 123);
    assert.deepEqual(state.coupons.map(coupon => coupon.value), ['xmas20']);
    assert.deepEqual(state.triggeredCampaigns.map(triggered => triggered.id), [campaign.id]);
    assert.deepEqual(state.createdCoupons, []);
    assert.deepEqual(state.createdReferrals, []);
  });

  test('every effect names its campaign, ruleset and rule', async () => {
    for (const effect of (await send(['xmas20'])).effects) {
      assert.equal(effect.campaignId, campaign.id);
      assert.equal(effect.rulesetId, campaign.rulesetId);
      assert.equal(effect.ruleIndex, 0);
      assert.equal(effect.ruleName, anyCouponGives20Percent[0].title);
    }
  });

  test('without the coupon there is no discount, and a reason when asked for', async () => {
    const state = await send([], ['ruleFailureReasons']);
    assert.deepEqual(effectsOf(state, 'setDiscount'), []);
    const [reason] = state.ruleFailureReasons;
    assert.equal(reason.campaignID, campaign.id);
    assert.equal(reason.ruleName, anyCouponGives20Percent[0].title);
    assert.ok(reason.details.length > 0);
  });

  test('nothing optional is answered unless asked for', async () => {
    const state = await send(['xmas20']);
    for (const block of ['customerSession', 'customerProfile', 'coupons', 'triggeredCampaigns', 'ruleFailureReasons', 'event'])
      assert.equal(state[block], undefined);
  });

  const rejected = async (code, reason) => {
    const [props] = effectsOf(await send([code]), 'rejectCoupon');
    assert.equal(props.value, code);
    assert.equal(props.rejectionReason, reason);
  };

  test('an unknown code is CouponNotFound', () => rejected('nosuch', 'CouponNotFound'));

  test('an expired code is CouponExpired', async () => {
    await createCoupon(application, campaign, 'expired1', { startDate: hoursFromNow(-48), expiryDate: hoursFromNow(-24) });
    await rejected('expired1', 'CouponExpired');
  });

  test('a code that has not started is CouponStartDateInFuture', async () => {
    await createCoupon(application, campaign, 'future1', { startDate: hoursFromNow(24) });
    await rejected('future1', 'CouponStartDateInFuture');
  });

  test('a code of a disabled campaign is CouponPartOfNotRunningCampaign', async () => {
    const disabled = await createCampaign(application, anyCouponGives20Percent, { state: 'disabled' });
    await createCoupon(application, disabled, 'disabled1');
    await rejected('disabled1', 'CouponPartOfNotRunningCampaign');
  });

  test('a used-up code is CouponLimitReached', async () => {
    await createCoupon(application, campaign, 'once1', { usageLimit: 1 });
    const closed = await application.integration.updateCustomerSessionV2(
      uniqueName('session'), request({ cartItems: tutorialItems(), couponCodes: ['once1'], state: 'closed' }));
    assert.equal(effectsOf(closed, 'acceptCoupon').length, 1);
    await rejected('once1', 'CouponLimitReached');
  });

  test('an empty list of codes clears them, and leaving it out keeps them', async () => {
    const session = uniqueName('session');
    await send(['xmas20'], undefined, session);
    const kept = await application.integration.updateCustomerSessionV2(session, request({}));
    assert.equal(effectsOf(kept, 'acceptCoupon').length, 1);
    const cleared = await application.integration.updateCustomerSessionV2(session, request({ couponCodes: [] }));
    assert.deepEqual(cleared.effects, []);
  });
});
