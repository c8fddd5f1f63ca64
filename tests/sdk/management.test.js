// The management calls of talon_one 4.3.0, the last SDK that has them: campaigns, rulesets, coupons.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import T from 'talon_one_4';
import { startServer } from './support/server.js';

let server;
let management;
let application;

before(async () => {
  server = await startServer();
  const client = new T.ApiClient();
  client.basePath = server.baseUrl;
  client.defaultHeaders = { Authorization: `ManagementKey-v1 ${server.managementKey}` };
  management = new T.ManagementApi(client);
  const response = await fetch(`${server.baseUrl}/v1/applications`, {
    method: 'POST',
    headers: { ...client.defaultHeaders, 'Content-Type': 'application/json' },
    body: JSON.stringify({ name: 'SDK', timezone: 'UTC', currency: 'EUR' }),
  });
  application = (await response.json()).id;
});

after(() => server.stop());

async function newCampaign(name) {
  return management.createCampaign(application, { name, state: 'disabled', tags: ['sdk'], features: ['coupons'], limits: [] });
}

test('a campaign is created, read, listed, changed and deleted', async () => {
  const campaign = await newCampaign('summer');
  assert.equal((await management.getCampaign(application, campaign.id)).name, 'summer');
  assert.ok((await management.getCampaigns(application)).data.some(found => found.id === campaign.id));
  const updated = await management.updateCampaign(application, campaign.id, { name: 'autumn', tags: [], limits: [], state: 'enabled' });
  assert.deepEqual([updated.name, updated.state], ['autumn', 'enabled']);
  await management.deleteCampaign(application, campaign.id);
  await assert.rejects(management.getCampaign(application, campaign.id), error => error.status === 404);
});

test('a ruleset is created, changed, listed and read', async () => {
  const campaign = await newCampaign('rules');
  const rules = [{ title: 'rule', condition: ['couponValid'], effects: [['setDiscount', '10 off', 10]] }];
  const ruleset = await management.createRuleset(application, campaign.id, { rules, bindings: [], activate: true });
  await management.updateRuleset(application, campaign.id, ruleset.id, { rules: [{ ...rules[0], title: 'other' }], bindings: [] });
  assert.equal((await management.getRuleset(application, campaign.id, ruleset.id)).rules[0].title, 'other');
  assert.equal((await management.getRulesets(application, campaign.id)).totalResultSize, 1);
  const spare = await management.createRuleset(application, campaign.id, { rules, bindings: [] });
  await management.deleteRuleset(application, campaign.id, spare.id);
  await assert.rejects(management.getRuleset(application, campaign.id, spare.id), error => error.status === 404);
});

test('coupons are created, found, changed and deleted', async () => {
  const campaign = await newCampaign('coupons');
  const made = await management.createCoupons(application, campaign.id, { usageLimit: 1, numberOfCoupons: 3 }, { silent: 'no' });
  assert.equal(made.data.length, 3);
  assert.equal(new Set(made.data.map(coupon => coupon.value)).size, 3);
  const found = await management.getCouponsWithoutTotalCount(application, campaign.id, { pageSize: 2 });
  assert.deepEqual([found.data.length, found.hasMore], [2, true]);
  const edited = await management.updateCoupon(application, campaign.id, made.data[0].id, { usageLimit: 9 });
  assert.equal(edited.usageLimit, 9);
  await management.deleteCoupon(application, campaign.id, made.data[0].id);
  await management.deleteCoupons(application, campaign.id, {});
  assert.equal((await management.getCouponsWithoutTotalCount(application, campaign.id, {})).data.length, 0);
});

test('coupons are created for recipients, searched and changed together', async () => {
  const campaign = await newCampaign('recipients');
  const made = await management.createCouponsForMultipleRecipients(application, campaign.id, { usageLimit: 1, recipientsIntegrationIds: ['ann', 'ben'] }, { silent: 'no' });
  assert.deepEqual(made.data.map(coupon => coupon.recipientIntegrationId), ['ann', 'ben']);
  await management.updateCouponBatch(application, campaign.id, { usageLimit: 4 });
  const found = await management.searchCouponsAdvancedWithoutTotalCount(application, campaign.id, { attributes: {} }, {});
  assert.deepEqual(found.data.map(coupon => coupon.usageLimit), [4, 4]);
});

test('a campaign is copied', async () => {
  const campaign = await newCampaign('copied');
  const copies = await management.copyCampaignToApplications(application, campaign.id, { applicationIds: [application], name: 'the copy' });
  assert.deepEqual(copies.data.map(copy => [copy.name, copy.state]), [['the copy', 'disabled']]);
});
