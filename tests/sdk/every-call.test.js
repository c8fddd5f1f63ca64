// Every call of the Integration API that each version of the SDK has: what the SDK has is read off it, so that a call
// without a case fails.
import assert from 'node:assert/strict';
import { before, describe, test } from 'node:test';
import newer from 'talon_one';
import older from 'talon_one_4';
import { anyCouponGives20Percent, baseUrl, createApplication, createCampaign, createCoupon, item, manage, uniqueName } from './support/world.js';

const callsOf = T => Object.getOwnPropertyNames(T.IntegrationApi.prototype).filter(name => name !== 'constructor' && !name.endsWith('WithHttpInfo')).sort();

/** The SDK's client, and a note of what was called on it. */
function clientOf(T, key) {
  const client = new T.ApiClient();
  client.basePath = baseUrl;
  Object.assign(client.authentications.api_key_v1, { apiKey: key, apiKeyPrefix: 'ApiKey-v1' });
  const called = new Set();
  // Methods of the SDK call each other: they must see the client itself.
  const api = new Proxy(new T.IntegrationApi(client), {
    get(target, name) {
      called.add(name);
      return typeof target[name] === 'function' ? target[name].bind(target) : target[name];
    },
  });
  return { api, called };
}

/** What the cases share: an Application with a campaign, a coupon, programmes, an audience and a catalog. */
async function open() {
  const application = await createApplication();
  const campaign = await createCampaign(application, anyCouponGives20Percent);
  const event = uniqueName('shared');
  await manage('POST', '/v1/event_types', { title: 'Shared', name: event });
  const programme = more => manage('POST', '/v1/loyalty_programs', {
    name: uniqueName('stars'), title: 'Stars', defaultValidity: 'unlimited', defaultPending: 'immediate', allowSubledger: true, sandbox: true,
    timezone: 'UTC', subscribedApplications: [application.id], ...more,
  });
  const [stars, cards] = [await programme({}), await programme({ cardBased: true, usersPerCardLimit: 5 })];
  const catalog = await manage('POST', '/v1/catalogs', { name: uniqueName('catalog'), description: '', subscribedApplicationsIds: [application.id] });
  const world = {
    application, campaign, event, stars, cards, catalog,
    code: uniqueName('code'), profile: uniqueName('profile'), session: uniqueName('session'),
    items: () => [item('Shoes', 'shoe', 2, 50, 'Shoes')],
    newProfile: async api => {
      const id = uniqueName('profile');
      await api.updateCustomerProfileV2(id, {});
      return id;
    },
    close: async api => {
      const id = uniqueName('session');
      await api.updateCustomerSessionV2(id, { customerSession: { profileId: world.profile, state: 'closed', cartItems: world.items() } });
      return id;
    },
  };
  await createCoupon(application, campaign, world.code);
  world.audience = (await integrate(world, 'POST', '/v2/audiences', { name: 'Everybody' })).id;
  await integrate(world, 'PUT', `/v2/customer_profiles/${world.profile}`, {});
  world.card = (await integrate(world, 'POST', `/v1/loyalty_programs/${cards.id}/cards`, {})).identifier;
  return world;
}

async function integrate({ application }, method, path, body) {
  const response = await fetch(baseUrl + path, {
    method, headers: { Authorization: `ApiKey-v1 ${application.key}`, 'Content-Type': 'application/json' }, body: JSON.stringify(body),
  });
  assert.ok(response.ok, `${method} ${path}: ${response.status}`);
  return response.json();
}

/** A case for each call; the world is what open() made. */
const cases = {
  async updateCustomerSessionV2(api, w) {
    const state = await api.updateCustomerSessionV2(w.session, { customerSession: { profileId: w.profile, couponCodes: [w.code], cartItems: w.items() } });
    assert.deepEqual(state.effects.map(effect => effect.effectType), ['acceptCoupon', 'setDiscount']);
  },
  async getCustomerSession(api, w) {
    const { customerSession, effects } = await api.getCustomerSession(await w.close(api));
    assert.deepEqual([customerSession.state, customerSession.total, effects], ['closed', 100, []]);
  },
  async reopenCustomerSession(api, w) {
    assert.deepEqual((await api.reopenCustomerSession(await w.close(api))).effects, []);
  },
  async returnCartItems(api, w) {
    const state = await api.returnCartItems(await w.close(api), { return: { returnedCartItems: [{ position: 0, quantity: 1 }] }, responseContent: ['customerSession'] });
    assert.equal(state.customerSession.state, 'partially_returned');
  },
  async updateCustomerProfileV2(api) {
    const state = await api.updateCustomerProfileV2(uniqueName('profile'), { attributes: { Name: 'Ada' }, responseContent: ['customerProfile'] }, { runRuleEngine: true });
    assert.equal(state.customerProfile.attributes.Name, 'Ada');
  },
  async updateCustomerProfilesV2(api, w) {
    const answer = await api.updateCustomerProfilesV2({ customerProfiles: [{ integrationId: w.profile, attributes: { Name: 'Bea' } }] }, { silent: 'no' });
    assert.equal(answer.integrationStates[0].customerProfile.attributes.Name, 'Bea');
  },
  async getCustomerInventory(api, w) {
    const id = await w.newProfile(api);
    await integrate(w, 'POST', `/v1/coupon_reservations/${w.code}`, { integrationIDs: [id] });
    const inventory = await api.getCustomerInventory(id, { profile: true, coupons: true, referrals: true, loyalty: true });
    assert.deepEqual([inventory.profile.integrationId, inventory.coupons[0].value, inventory.referrals], [id, w.code, []]);
  },
  async deleteCustomerData(api, w) {
    const id = await w.newProfile(api);
    assert.equal(await api.deleteCustomerData(id), null);
    await assert.rejects(api.getCustomerInventory(id, {}), error => error.status === 404);
  },
  async trackEventV2(api, w) {
    const state = await api.trackEventV2({ profileId: w.profile, type: w.event, responseContent: ['event'] }, { silent: 'no' });
    assert.equal(state.event.type, w.event);
  },
  async createReferral(api, w) {
    assert.equal((await api.createReferral({ campaignId: w.campaign.id, advocateProfileIntegrationId: w.profile })).advocateProfileIntegrationId, w.profile);
  },
  async createReferralsForMultipleAdvocates(api, w) {
    const body = { campaignId: w.campaign.id, advocateProfileIntegrationIds: [w.profile, uniqueName('profile')], usageLimit: 1 };
    assert.equal((await api.createReferralsForMultipleAdvocates(body, { silent: 'no' })).totalResultSize, 2);
  },
  async createCouponReservation(api, w) {
    assert.equal((await api.createCouponReservation(w.code, { integrationIDs: [w.profile] })).value, w.code);
  },
  async getReservedCustomers(api, w) {
    const id = await w.newProfile(api);
    await api.createCouponReservation(w.code, { integrationIDs: [id] });
    assert.ok((await api.getReservedCustomers(w.code)).data.some(profile => profile.integrationId === id));
  },
  async deleteCouponReservation(api, w) {
    const id = await w.newProfile(api);
    await api.createCouponReservation(w.code, { integrationIDs: [id] });
    assert.equal(await api.deleteCouponReservation(w.code, { integrationIDs: [id] }), null);
    assert.ok(!(await api.getReservedCustomers(w.code)).data.some(profile => profile.integrationId === id));
  },
  async createAudienceV2(api) {
    assert.equal((await api.createAudienceV2({ name: 'Travellers' })).name, 'Travellers');
  },
  async updateAudienceV2(api, w) {
    assert.equal((await api.updateAudienceV2(w.audience, { name: 'All' })).name, 'All');
  },
  async deleteAudienceV2(api) {
    const { id } = await api.createAudienceV2({ name: 'Short' });
    assert.equal(await api.deleteAudienceV2(id), null);
    await assert.rejects(api.updateAudienceV2(id, { name: 'Gone' }), error => error.status === 404);
  },
  async updateCustomerProfileAudiences(api, w) {
    assert.equal(await api.updateCustomerProfileAudiences({ data: [{ action: 'add', profileIntegrationId: w.profile, audienceId: w.audience }] }), null);
    assert.deepEqual(await audiencesOf(api, w.profile), [w.audience]);
  },
  async updateAudienceCustomersAttributes(api, w) {
    const id = await w.newProfile(api);
    await api.updateCustomerProfileAudiences({ data: [{ action: 'add', profileIntegrationId: id, audienceId: w.audience }] });
    assert.equal(await api.updateAudienceCustomersAttributes(w.audience, { ShippingCity: 'Berlin' }), null);
    assert.equal((await profileOf(api, id)).attributes.ShippingCity, 'Berlin');
  },
  async deleteAudienceMembershipsV2(api, w) {
    const id = await w.newProfile(api);
    await api.updateCustomerProfileAudiences({ data: [{ action: 'add', profileIntegrationId: id, audienceId: w.audience }] });
    assert.equal(await api.deleteAudienceMembershipsV2(w.audience), null);
    assert.deepEqual(await audiencesOf(api, id), []);
  },
  async syncCatalog(api, w) {
    const catalog = await api.syncCatalog(w.catalog.id, { actions: [{ type: 'ADD', payload: { sku: 'shoe', price: 50 } }] });
    assert.deepEqual([catalog.id, catalog.version], [w.catalog.id, 2]);
  },
  async getLoyaltyBalances(api, w) {
    await addPoints(w, `profile/${w.profile}`, w.stars, 5);
    assert.ok((await api.getLoyaltyBalances(w.stars.id, w.profile)).balance.activePoints >= 5);
  },
  async getLoyaltyProgramProfileTransactions(api, w) {
    await addPoints(w, `profile/${w.profile}`, w.stars, 6);
    assert.equal((await api.getLoyaltyProgramProfileTransactions(w.stars.id, w.profile, { pageSize: 1 })).data[0].amount, 6);
  },
  async linkLoyaltyCardToProfile(api, w) {
    assert.equal((await api.linkLoyaltyCardToProfile(w.cards.id, w.card, { integrationId: w.profile })).profiles[0].integrationId, w.profile);
  },
  async getLoyaltyCardBalances(api, w) {
    await addPoints(w, `cards/${w.card}`, w.cards, 7);
    assert.ok((await api.getLoyaltyCardBalances(w.cards.id, w.card)).balance.activePoints >= 7);
  },
  async getLoyaltyCardTransactions(api, w) {
    await addPoints(w, `cards/${w.card}`, w.cards, 8);
    assert.equal((await api.getLoyaltyCardTransactions(w.cards.id, w.card, { pageSize: 1 })).data[0].amount, 8);
  },
  async updateCustomerSession(api, w) {
    const state = await api.updateCustomerSession(uniqueName('session'), { profileId: w.profile, coupon: w.code, cartItems: w.items() });
    assert.deepEqual([state.session.total, state.event.effects.length], [100, 2]);
  },
  async updateCustomerProfile(api) {
    assert.equal((await api.updateCustomerProfile(uniqueName('profile'), { attributes: { Name: 'Cleo' } })).profile.attributes.Name, 'Cleo');
  },
  async trackEvent(api, w) {
    const id = uniqueName('session');
    await api.updateCustomerSession(id, { profileId: w.profile, cartItems: w.items() });
    assert.equal((await api.trackEvent({ type: w.event, attributes: {}, sessionId: id })).event.sessionId, id);
  },
};

const profileOf = async (api, id) => (await api.getCustomerInventory(id, { profile: true })).profile;
const audiencesOf = async (api, id) => (await profileOf(api, id)).audienceMemberships.map(membership => membership.id);
const addPoints = (world, owner, programme, points) => manage('PUT', `/v1/loyalty_programs/${programme.id}/${owner}/add_points`, { points });

for (const [version, T] of Object.entries({ '5.0.1-rc': newer, '4.3.0': older })) {
  describe(`Every call of SDK ${version}`, () => {
    let world;

    before(async () => {
      world = await open();
    });

    for (const name of callsOf(T)) {
      test(name, async () => {
        assert.ok(cases[name], `${name} has no case`);
        const { api, called } = clientOf(T, world.application.key);
        await cases[name](api, world);
        assert.ok(called.has(name), `the case of ${name} does not call it`);
      });
    }
  });
}

test('No case is left without an SDK that has the call', () => {
  const known = new Set([...callsOf(newer), ...callsOf(older)]);
  assert.deepEqual(Object.keys(cases).filter(name => !known.has(name)), []);
});
