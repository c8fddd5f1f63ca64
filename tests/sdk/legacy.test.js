// The SDK in version 4.3.0: every call of its Integration API, those that newer versions no longer have among them.
import assert from 'node:assert/strict';
import { before, describe, test } from 'node:test';
import T from 'talon_one_4';
import {
  anyCouponGives20Percent, baseUrl, createApplication, createCampaign, createCoupon, manage, refusal, uniqueName,
} from './support/world.js';

const items = () => [['rdbs-1111', 49], ['dtr-2222', 74]].map(([sku, price]) => T.CartItem.constructFromObject({ name: sku, sku, quantity: 1, price }));
const typesOf = state => state.event.effects.map(effect => effect[3][0]);

describe('SDK 4.3.0', () => {
  let application;
  let campaign;
  let api;
  const type = uniqueName('shared');

  before(async () => {
    application = await createApplication();
    campaign = await createCampaign(application, anyCouponGives20Percent);
    await manage('POST', '/v1/event_types', { title: 'Shared', name: type });
    await createCampaign(application, [{ title: 'Shared', condition: ['and', ['eventTypeIs', type]], effects: [['showNotification', 'Info', 'Thanks', '']] }]);
    const client = new T.ApiClient();
    client.basePath = baseUrl;
    Object.assign(client.authentications.api_key_v1, { apiKey: application.key, apiKeyPrefix: 'ApiKey-v1' });
    api = new T.IntegrationApi(client);
  });

  test('updateCustomerSession', async () => {
    const [id, profileId] = [uniqueName('session'), uniqueName('profile')];
    await createCoupon(application, campaign, id);
    const body = T.NewCustomerSession.constructFromObject({ profileId, coupon: id, cartItems: items() });
    const dry = await api.updateCustomerSession(id, body, { dry: true });
    assert.deepEqual(typesOf(dry), ['acceptCoupon', 'setDiscount']);
    const state = await api.updateCustomerSession(id, body);
    assert.equal(state.session.coupon, id);
    assert.equal(state.session.total, 123);
    assert.equal(state.profile.integrationId, profileId);
    assert.equal((await api.updateCustomerSession(id, { state: 'closed' })).session.state, 'closed');
    assert.equal((await refusal(api.updateCustomerSession(id, { state: 'open' }))).status, 400);
  });

  test('updateCustomerProfile', async () => {
    const id = uniqueName('profile');
    const state = await api.updateCustomerProfile(id, { attributes: { Name: 'Anthony' } });
    assert.equal(state.profile.attributes.Name, 'Anthony');
    assert.deepEqual(state.event.effects, []);
    assert.equal((await refusal(api.updateCustomerProfile(id, { attributes: { none: 1 } }))).status, 400);
  });

  test('trackEvent', async () => {
    const [sessionId, profileId] = [uniqueName('session'), uniqueName('profile')];
    await api.updateCustomerSession(sessionId, { profileId, cartItems: items() });
    const state = await api.trackEvent(new T.NewEvent(type, {}, sessionId));
    assert.deepEqual(typesOf(state), ['showNotification']);
    assert.equal(state.event.sessionId, sessionId);
    assert.equal((await refusal(api.trackEvent(new T.NewEvent(type, {}, uniqueName('nowhere'))))).status, 404);
  });

  test('updateCustomerSessionV2', async () => {
    const id = uniqueName('session');
    const body = new T.IntegrationRequest(T.NewCustomerSessionV2.constructFromObject({ cartItems: items() }));
    body.responseContent = ['customerSession'];
    assert.equal((await api.updateCustomerSessionV2(id, body)).customerSession.total, 123);
  });

  test('updateCustomerProfileV2', async () => {
    const id = uniqueName('profile');
    const body = Object.assign(new T.CustomerProfileIntegrationRequestV2(), { attributes: { Name: 'Anthony' }, responseContent: ['customerProfile'] });
    assert.equal((await api.updateCustomerProfileV2(id, body, { runRuleEngine: true })).customerProfile.attributes.Name, 'Anthony');
  });

  test('updateCustomerProfilesV2', async () => {
    const body = { customerProfiles: [{ integrationId: uniqueName('profile'), attributes: { Name: 'Anthony' } }] };
    assert.equal(await api.updateCustomerProfilesV2(body), null);
  });

  test('createReferral', async () => {
    const referral = await api.createReferral(new T.NewReferral(campaign.id, uniqueName('advocate')));
    assert.equal(referral.campaignId, campaign.id);
  });

  test('createCouponReservation, getReservedCustomers and deleteCouponReservation', async () => {
    const [code, profileId] = [uniqueName('code'), uniqueName('profile')];
    await createCoupon(application, campaign, code);
    await api.updateCustomerProfileV2(profileId, {});
    const reservation = new T.CouponReservations([profileId]);
    assert.equal((await api.createCouponReservation(code, reservation)).value, code);
    assert.deepEqual((await api.getReservedCustomers(code)).data.map(profile => profile.integrationId), [profileId]);
    await api.deleteCouponReservation(code, reservation);
    assert.deepEqual((await api.getReservedCustomers(code)).data, []);
  });
});
