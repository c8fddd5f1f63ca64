import assert from 'node:assert/strict';
import { before, describe, test } from 'node:test';
import { createApplication, createAttribute, createCampaign, effectsOf, integrate, manage, refusal, request, talon, tutorialItems, uniqueName } from './support/world.js';

describe('Events', () => {
  let application;
  const type = uniqueName('productShared');
  const network = uniqueName('network');

  before(async () => {
    application = await createApplication();
    await manage('POST', '/v1/event_types', { title: 'Product shared', name: type });
    await manage('POST', '/v1/attributes', { entity: 'Event', eventType: type, name: network, title: network, type: 'string', description: '', suggestions: [], editable: true });
    await createCampaign(application, [{
      title: 'Thanks for sharing',
      condition: ['and', ['eventTypeIs', type], ['=', ['.', 'Event', 'Attributes', network], 'birds']],
      effects: [['showNotification', 'Info', 'Thanks', 'For sharing'], ['updateAttribute', 'Profile.Attributes.Name', 'Sharer']],
    }, {
      title: 'Reviewed after buying',
      condition: ['and', ['eventTypeIs', type], ['>', ['.', 'Session', 'Total'], 100]],
      effects: [['showNotification', 'Info', 'Bought', 'Before']],
    }]);
  });

  function event(more = {}) {
    const body = new talon.IntegrationEventV2Request(type);
    return Object.assign(body, { profileId: uniqueName('profile'), attributes: { [network]: 'birds' }, responseContent: ['customerProfile', 'event'], ...more });
  }

  test('an event runs the rules on its attributes', async () => {
    const body = event();
    const state = await application.integration.trackEventV2(body, { silent: 'no' });
    assert.equal(effectsOf(state, 'showNotification')[0].title, 'Thanks');
    assert.equal(state.customerProfile.integrationId, body.profileId);
    assert.equal(state.customerProfile.attributes.Name, 'Sharer');
    assert.equal(state.event.type, type);
    assert.deepEqual(state.event.attributes, body.attributes);
    assert.equal(state.event.effects.length, 2);
    const other = await application.integration.trackEventV2(event({ attributes: { [network]: 'fish' } }), { silent: 'no' });
    assert.deepEqual(other.effects, []);
  });

  test('silence is the default', async () => {
    assert.equal(await application.integration.trackEventV2(event()), null);
  });

  test('a dry event stores nothing', async () => {
    const body = event();
    const dry = await application.integration.trackEventV2(body, { silent: 'no', dry: true, forceCompleteEvaluation: true });
    assert.equal(effectsOf(dry, 'showNotification').length, 1);
    const stored = await application.integration.updateCustomerProfileV2(body.profileId, { responseContent: ['customerProfile'] }, { runRuleEngine: true });
    assert.deepEqual(stored.customerProfile.attributes, {});
  });

  test('built-in and unknown events are a 400, and so is an event of nobody', async () => {
    for (const body of [new talon.IntegrationEventV2Request('talon_session_closed'), new talon.IntegrationEventV2Request(uniqueName('unknown')), event({ profileId: undefined })])
      assert.equal((await refusal(application.integration.trackEventV2(body))).status, 400);
  });

  test('an advanced event happens once, looks at a closed session, and can be read', async () => {
    const [session, profileId, integrationId] = ['session', 'profile', 'event'].map(uniqueName);
    await application.integration.updateCustomerSessionV2(session, request({ profileId, cartItems: tutorialItems(), state: 'closed' }));
    const body = { profileId, integrationId, connectedSessionId: session, type, attributes: { [network]: 'fish' }, responseContent: ['advancedEvent'] };
    const state = await integrate(application, 'POST', '/v3/events?silent=no', body);
    assert.equal(effectsOf(state, 'showNotification')[0].title, 'Bought');
    assert.deepEqual(await integrate(application, 'GET', `/v3/events/${integrationId}`), state.advancedEvent);
    await assert.rejects(integrate(application, 'POST', '/v3/events', body), /: 409 /);
  });
});
