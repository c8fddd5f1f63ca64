import assert from 'node:assert/strict';
import { before, describe, test } from 'node:test';
import { createApplication, createAttribute, createCampaign, effectsOf, refusal, request, tutorialItems, uniqueName } from './support/world.js';

describe('Customer profiles', () => {
  let application;
  const myAttribute = uniqueName('MyAttribute');
  const attributes = { Name: 'Anthony Ray', ShippingCity: 'Seattle', ShippingRegion: 'Washington', [myAttribute]: 'my value' };

  before(async () => {
    application = await createApplication();
    await createAttribute('CustomerProfile', myAttribute, 'string');
    await createCampaign(application, [{
      title: 'Welcome Seattle',
      condition: ['and', ['=', ['.', 'Profile', 'ShippingCity'], 'Seattle'], ['=', ['.', 'Profile', 'Attributes', myAttribute], 'my value']],
      effects: [['showNotification', 'Info', 'Welcome', 'Hello']],
    }]);
  });

  const put = (id, body, options) => application.integration.updateCustomerProfileV2(id, body, options);
  const run = { runRuleEngine: true };

  test('a profile is stored without running rules', async () => {
    const state = await put('customer-1234', { attributes });
    assert.deepEqual(state.effects, []);
    assert.deepEqual(state.createdCoupons, []);
    assert.deepEqual(state.createdReferrals, []);
  });

  test('responseContent without the rules is a 400', async () => {
    const { status } = await refusal(put(uniqueName('profile'), { attributes, responseContent: ['customerProfile'] }));
    assert.equal(status, 400);
  });

  test('with runRuleEngine the campaign answers, and the profile is stored', async () => {
    const id = uniqueName('profile');
    const state = await put(id, { attributes, responseContent: ['customerProfile'] }, run);
    assert.equal(effectsOf(state, 'showNotification')[0].title, 'Welcome');
    assert.deepEqual(state.customerProfile.attributes, attributes);
    assert.equal(state.customerProfile.closedSessions, 0);
    assert.equal(state.customerProfile.totalSales, 0);
    const merged = await put(id, { attributes: { ShippingRegion: 'WA' }, responseContent: ['customerProfile'] }, run);
    assert.deepEqual(merged.customerProfile.attributes, { ...attributes, ShippingRegion: 'WA' });
    assert.equal(merged.customerProfile.id, state.customerProfile.id);
  });

  test('a dry request evaluates and stores nothing', async () => {
    const id = uniqueName('profile');
    const dry = await put(id, { attributes }, { ...run, dry: true });
    assert.equal(effectsOf(dry, 'showNotification').length, 1);
    const stored = await put(id, { responseContent: ['customerProfile'] }, run);
    assert.deepEqual(stored.customerProfile.attributes, {});
    assert.deepEqual(stored.effects, []);
  });

  test('an undefined attribute is a 400', async () => {
    const { status, body } = await refusal(put(uniqueName('profile'), { attributes: { NoSuchAttribute: 1 } }));
    assert.equal(status, 400);
    assert.equal(body.errors[0].source.pointer, '/attributes/NoSuchAttribute');
    assert.equal(body.errors[0].details, 'The attribute "NoSuchAttribute" is not defined on CustomerProfile entities.');
  });

  test('a session is bound to a profile, whose attributes its rules see', async () => {
    const id = uniqueName('profile');
    await put(id, { attributes });
    const state = await application.integration.updateCustomerSessionV2(
      uniqueName('session'), request({ profileId: id, cartItems: tutorialItems() }, ['customerSession', 'customerProfile']));
    assert.equal(state.customerSession.profileId, id);
    assert.equal(state.customerProfile.integrationId, id);
    assert.equal(effectsOf(state, 'showNotification').length, 1);
  });

  test('an unknown profile named by a session is made', async () => {
    const id = uniqueName('profile');
    const state = await application.integration.updateCustomerSessionV2(
      uniqueName('session'), request({ profileId: id, cartItems: tutorialItems() }, ['customerProfile']));
    assert.equal(state.customerProfile.integrationId, id);
    assert.deepEqual(state.customerProfile.attributes, {});
  });

  test('an anonymous profile is replaced by a known one', async () => {
    const id = uniqueName('profile');
    const session = uniqueName('session');
    await put(id, { attributes });
    const anonymous = await application.integration.updateCustomerSessionV2(session, request({ cartItems: tutorialItems() }, ['customerSession']));
    assert.equal(anonymous.customerSession.profileId, '');
    assert.equal(anonymous.customerSession.firstSession, true);
    const known = await application.integration.updateCustomerSessionV2(session, request({ profileId: id }, ['customerSession']));
    assert.equal(known.customerSession.profileId, id);
    assert.equal(known.customerSession.cartItems.length, 2);
    assert.equal(effectsOf(known, 'showNotification').length, 1);
  });
});
