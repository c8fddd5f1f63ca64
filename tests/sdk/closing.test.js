import assert from 'node:assert/strict';
import { before, describe, test } from 'node:test';
import { anyCouponGives20Percent, createApplication, createCampaign, createCoupon, effectsOf, eventually, integrate, refusal, request, tutorialItems, uniqueName } from './support/world.js';

describe('Closing a session', () => {
  let application, campaign;

  before(async () => {
    application = await createApplication();
    campaign = await createCampaign(application, anyCouponGives20Percent);
  });

  const put = (session, body, responseContent) =>
    application.integration.updateCustomerSessionV2(session, request({ cartItems: tutorialItems(), ...body }, responseContent));

  test('redeems the coupon once; a second customer gets CouponLimitReached', async () => {
    await createCoupon(application, campaign, 'single1', { usageLimit: 1 });
    const [first, second] = [uniqueName('session'), uniqueName('session')];
    await put(first, { profileId: uniqueName('a'), couponCodes: ['single1'] });
    const open = await put(second, { profileId: uniqueName('b'), couponCodes: ['single1'] });
    assert.equal(effectsOf(open, 'acceptCoupon').length, 1, 'an open session uses nothing up');

    const closed = await put(first, { state: 'closed' }, ['customerSession', 'customerProfile', 'coupons']);
    assert.equal(effectsOf(closed, 'acceptCoupon').length, 1);
    assert.equal(closed.customerSession.state, 'closed');
    assert.equal(closed.coupons[0].usageCounter, 1);
    assert.equal(closed.coupons[0].profileRedemptionCount, 1);
    assert.equal(closed.customerProfile.closedSessions, 1);
    assert.equal(closed.customerProfile.totalSales, 123);

    const late = await put(second, { state: 'closed' });
    assert.equal(effectsOf(late, 'rejectCoupon')[0].rejectionReason, 'CouponLimitReached');
    assert.deepEqual(effectsOf(late, 'setDiscount'), []);
  });

  test('a closed session refuses changes', async () => {
    const session = uniqueName('session');
    await put(session, { state: 'closed' });
    assert.equal((await refusal(put(session, {}))).status, 400);
    assert.equal((await refusal(put(session, { state: 'open' }))).status, 400);
    const { customerSession } = await integrate(application, 'GET', `/v2/customer_sessions/${session}`);
    assert.equal(customerSession.updateCount, 1);
  });

  test('cancelling or reopening gives the coupon back', async () => {
    await createCoupon(application, campaign, 'again1', { usageLimit: 1 });
    const session = uniqueName('session');
    await put(session, { couponCodes: ['again1'], state: 'closed' });
    const reopened = await application.integration.reopenCustomerSession(session);
    assert.deepEqual(effectsOf(reopened, 'rollbackCoupon'), [{ value: 'again1' }]);
    assert.equal(effectsOf(reopened, 'rollbackDiscount')[0].value, 24.6);
    assert.equal((await application.integration.getCustomerSession(session)).customerSession.state, 'open');

    assert.equal(effectsOf(await put(session, { state: 'closed' }), 'acceptCoupon').length, 1);
    const cancelled = await put(session, { state: 'cancelled' });
    assert.equal(effectsOf(cancelled, 'rollbackCoupon').length, 1);
    const other = await eventually(
      () => put(uniqueName('session'), { couponCodes: ['again1'], state: 'closed' }),
      closed => effectsOf(closed, 'acceptCoupon').length > 0);
    assert.equal(effectsOf(other, 'acceptCoupon').length, 1);
  });
});
