import assert from 'node:assert/strict';
import { before, describe, test } from 'node:test';
import { createApplication, createCampaign, effectsOf, management, refusal, request, talon, tutorialItems, uniqueName } from './support/world.js';

describe('Referrals', () => {
  let application, campaign;

  before(async () => {
    application = await createApplication();
    campaign = await createCampaign(application, [{ title: 'Friends', condition: ['referralValid'], effects: [['setDiscount', '10 off', 10]] }], { features: ['referrals'] });
  });

  const order = (profileId, referralCode, state = 'closed') => request({ profileId, referralCode, state, cartItems: tutorialItems() }, ['referral']);

  test('an advocate refers a friend', async () => {
    const [advocate, friend, session] = [uniqueName('advocate'), uniqueName('friend'), uniqueName('session')];
    const referral = await application.integration.createReferral(new talon.NewReferral(campaign.id, advocate));
    assert.equal(referral.usageLimit, 1);

    const own = await application.integration.updateCustomerSessionV2(uniqueName('session'), order(advocate, referral.code, 'open'));
    assert.equal(effectsOf(own, 'rejectReferral')[0].rejectionReason, 'ReferralRecipientIdSameAsAdvocate');
    const closed = await application.integration.updateCustomerSessionV2(session, order(friend, referral.code));
    assert.equal(effectsOf(closed, 'acceptReferral')[0].value, referral.code);
    assert.deepEqual([closed.referral.usageCounter, closed.referral.referredCustomers], [1, [friend]]);
    const late = await application.integration.updateCustomerSessionV2(uniqueName('session'), order(uniqueName('friend'), referral.code));
    assert.equal(effectsOf(late, 'rejectReferral')[0].rejectionReason, 'ReferralLimitReached');
    const cancelled = await application.integration.updateCustomerSessionV2(session, request({ state: 'cancelled' }));
    assert.equal(effectsOf(cancelled, 'rollbackReferral')[0].value, referral.code);
  });

  test('many advocates get a code each', async () => {
    const advocates = [uniqueName('advocate'), uniqueName('advocate')];
    const body = new talon.NewReferralsForMultipleAdvocates(2, campaign.id, advocates);
    const { totalResultSize, data } = await application.integration.createReferralsForMultipleAdvocates(body, { silent: 'no' });
    assert.equal(totalResultSize, 2);
    assert.deepEqual(data.map(referral => referral.advocateProfileIntegrationId), advocates);
    assert.equal(await application.integration.createReferralsForMultipleAdvocates(body, { silent: 'yes' }), null);
  });

  test('referrals are listed, changed and deleted', async () => {
    const referral = await application.integration.createReferral(new talon.NewReferral(campaign.id, uniqueName('advocate')));
    const found = await management.getReferralsWithoutTotalCount(application.id, campaign.id, { code: referral.code });
    assert.deepEqual(found.data.map(entry => entry.id), [referral.id]);
    const changed = await management.updateReferral(application.id, campaign.id, referral.id, talon.UpdateReferral.constructFromObject({ usageLimit: 7 }));
    assert.equal(changed.usageLimit, 7);
    await management.deleteReferral(application.id, campaign.id, referral.id);
    assert.equal((await management.getReferralsWithoutTotalCount(application.id, campaign.id, { code: referral.code })).data.length, 0);
  });

  test('an unknown campaign is a 400', async () => {
    const { status, body } = await refusal(application.integration.createReferral(new talon.NewReferral(4711, 'a')));
    assert.equal(status, 400);
    assert.equal(body.errors[0].source.pointer, '/campaignId');
  });
});
