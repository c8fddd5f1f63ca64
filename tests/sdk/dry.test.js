import assert from 'node:assert/strict';
import { before, describe, test } from 'node:test';
import {
  anyCouponGives20Percent, createApplication, createCampaign, createCoupon, createKey, effectsOf, hoursFromNow, integrate, integrationWith, refusal, request,
  tutorialItems, uniqueName,
} from './support/world.js';

describe('Dry requests and reading', () => {
  let application, campaign;

  before(async () => {
    application = await createApplication();
    campaign = await createCampaign(application, anyCouponGives20Percent);
    await createCoupon(application, campaign, 'dryrun1');
    await createCoupon(application, campaign, 'later1', { startDate: hoursFromNow(24) });
  });

  const put = (session, body, options, responseContent) =>
    application.integration.updateCustomerSessionV2(session, request({ cartItems: tutorialItems(), ...body }, responseContent), options);

  test('a dry request stores nothing', async () => {
    const session = uniqueName('session');
    const state = await put(session, { couponCodes: ['dryrun1'], state: 'closed' }, { dry: true }, ['customerSession']);
    assert.equal(effectsOf(state, 'setDiscount')[0].value, 24.6);
    assert.equal((await refusal(application.integration.getCustomerSession(session))).status, 404);
  });

  // This release of the SDK does not know the parameter.
  const putAt = (query, couponCodes = []) =>
    integrate(application, 'PUT', `/v2/customer_sessions/${uniqueName('session')}?${new URLSearchParams(query)}`, request({ cartItems: tutorialItems(), couponCodes }));

  test('now sets the clock of a dry request', async () => {
    const today = await putAt({ dry: true }, ['later1']);
    assert.equal(effectsOf(today, 'rejectCoupon')[0].rejectionReason, 'CouponStartDateInFuture');
    const later = await putAt({ dry: true, now: hoursFromNow(48) }, ['later1']);
    assert.equal(effectsOf(later, 'acceptCoupon').length, 1);
  });

  test('now is a 400 without dry, and in the past', async () => {
    await assert.rejects(putAt({ now: hoursFromNow(48) }), / 400 /);
    await assert.rejects(putAt({ dry: true, now: hoursFromNow(-48) }), / 400 /);
  });

  test('a staging key may only send dry session updates', async () => {
    const staging = integrationWith((await createKey(application.id, { type: 'staging' })).key);
    const body = request({ cartItems: tutorialItems(), couponCodes: ['dryrun1'] });
    assert.equal(effectsOf(await staging.updateCustomerSessionV2(uniqueName('session'), body, { dry: true }), 'setDiscount').length, 1);
    assert.equal((await refusal(staging.updateCustomerSessionV2(uniqueName('session'), body))).status, 401);
  });

  test('a dry request may name disabled campaigns', async () => {
    const disabled = await createCampaign(application, [{ title: 'Always', condition: ['and', true], effects: [['setDiscount', 'always', 1]] }], { state: 'disabled' });
    assert.deepEqual((await put(uniqueName('session'), {}, { dry: true })).effects, []);
    const state = await put(uniqueName('session'), { evaluableCampaignIds: [disabled.id] }, { dry: true });
    assert.equal(effectsOf(state, 'setDiscount')[0].value, 1);
  });

  test('every optional block is answered when asked for', async () => {
    const asked = ['customerSession', 'customerProfile', 'coupons', 'triggeredCampaigns', 'event', 'ruleFailureReasons', 'awardedGiveaways', 'previousReturns'];
    const state = await put(uniqueName('session'), { profileId: uniqueName('profile'), couponCodes: ['dryrun1'] }, {}, asked);
    for (const block of asked.filter(name => !['awardedGiveaways', 'previousReturns'].includes(name)))
      assert.ok(state[block], `${block} is answered`);
    assert.equal(state.event.type, 'talon_session_created');
  });

  test('campaign eligibility is answered on dry requests', async () => {
    const body = request({ cartItems: tutorialItems(), couponCodes: ['dryrun1'] }, ['campaignEligibility']);
    const state = await integrate(application, 'PUT', `/v2/customer_sessions/${uniqueName('session')}?dry=true`, body);
    const verdict = state.campaignEligibility.find(entry => entry.id === campaign.id);
    assert.equal(verdict.eligibility[0].passed, true);
  });

  test('a session is read back with its effects', async () => {
    const session = uniqueName('session/with space%');
    await put(session, { couponCodes: ['dryrun1'] });
    const { customerSession, effects } = await application.integration.getCustomerSession(session);
    assert.equal(customerSession.integrationId, session);
    assert.deepEqual(customerSession.couponCodes, ['dryrun1']);
    assert.deepEqual(effects.map(effect => effect.effectType).sort(), ['acceptCoupon', 'setDiscount']);
  });
});
