import assert from 'node:assert/strict';
import { before, describe, test } from 'node:test';
import { anyCouponGives20Percent, createApplication, createAttribute, createCampaign, createCoupon, manage, refusal, request, talon, uniqueName } from './support/world.js';

describe('Inventory and catalogs', () => {
  let application;

  before(async () => {
    application = await createApplication();
  });

  test('a customer sees the coupons that are theirs', async () => {
    const campaign = await createCampaign(application, anyCouponGives20Percent);
    const profile = uniqueName('profile');
    const code = uniqueName('code');
    await createCoupon(application, campaign, code, { recipientIntegrationId: profile });
    await application.integration.updateCustomerProfileV2(profile, {});
    const inventory = await application.integration.getCustomerInventory(profile, { profile: true, coupons: true, referrals: true, giveaways: true });
    assert.equal(inventory.profile.integrationId, profile);
    assert.deepEqual(inventory.coupons.map(coupon => [coupon.value, coupon.state, coupon.profileRedemptionCount]), [[code, 'active', 0]]);
    assert.deepEqual(inventory.referrals, []);
    assert.equal((await refusal(application.integration.getCustomerInventory(uniqueName('nosuch')))).status, 404);
  });

  test('a catalog is synced, and fills the cart', async () => {
    const colour = uniqueName('colour');
    await createAttribute('CartItem', colour, 'string');
    const catalog = await manage('POST', '/v1/catalogs', { name: uniqueName('catalog'), description: '', subscribedApplicationsIds: [application.id] });
    const synced = await application.integration.syncCatalog(catalog.id, talon.CatalogSyncRequest.constructFromObject({
      actions: [{ type: 'ADD', payload: { sku: 'SKU1', price: 12.5, attributes: { [colour]: 'blue' } } }],
    }));
    assert.equal(synced.version, catalog.version + 1);
    const state = await application.integration.updateCustomerSessionV2(uniqueName('session'), request({ cartItems: [{ sku: 'SKU1', quantity: 2 }] }, ['customerSession']));
    assert.equal(state.customerSession.total, 25);
    assert.deepEqual(state.customerSession.cartItems[0].attributes, { [colour]: 'blue' });
  });

  test('a customer is erased, and the order stays without the name', async () => {
    const [profile, session] = [uniqueName('profile'), uniqueName('session')];
    await application.integration.updateCustomerSessionV2(session, request({
      profileId: profile, state: 'closed', cartItems: [{ sku: 'x', quantity: 1, price: 5 }], attributes: { ShippingCity: 'Seattle' },
    }));
    await application.integration.deleteCustomerData(profile);
    const { customerSession } = await application.integration.getCustomerSession(session);
    assert.equal(customerSession.profileId, '');
    assert.deepEqual(customerSession.attributes, {});
    assert.equal(customerSession.total, 5);
    assert.equal((await refusal(application.integration.deleteCustomerData(profile))).status, 404);
  });
});
