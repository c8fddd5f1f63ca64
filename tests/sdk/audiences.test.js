import assert from 'node:assert/strict';
import { before, describe, test } from 'node:test';
import { createApplication, createCampaign, effectsOf, refusal, request, talon, tutorialItems, uniqueName } from './support/world.js';

describe('Audiences', () => {
  let application;

  before(async () => {
    application = await createApplication();
  });

  const create = () => application.integration.createAudienceV2(new talon.NewAudience(uniqueName('audience')));
  const act = actions => application.integration.updateCustomerProfileAudiences(talon.CustomerProfileAudienceRequest.constructFromObject({
    data: actions.map(([action, profileIntegrationId, audienceId]) => ({ action, profileIntegrationId, audienceId })),
  }));

  test('an audience is created, renamed and deleted', async () => {
    const audience = await create();
    const renamed = await application.integration.updateAudienceV2(audience.id, new talon.UpdateAudience('Holidays'));
    assert.equal(renamed.id, audience.id);
    assert.equal(renamed.name, 'Holidays');
    await application.integration.deleteAudienceV2(audience.id);
    const { status } = await refusal(application.integration.deleteAudienceV2(audience.id));
    assert.equal(status, 404);
  });

  test('rules know the members, until the audience is emptied', async () => {
    const audience = await create();
    const profile = uniqueName('profile');
    await createCampaign(application, [{
      title: 'Members', condition: ['and', ['profileInAudience', audience.id]], effects: [['showNotification', 'Info', 'Member', 'Hello']],
    }]);
    const greeted = async () => effectsOf(await application.integration.updateCustomerSessionV2(
      uniqueName('session'), request({ profileId: profile, cartItems: tutorialItems() })), 'showNotification').length;
    assert.equal(await greeted(), 0);
    await act([['add', profile, audience.id]]);
    assert.equal(await greeted(), 1);
    await application.integration.deleteAudienceMembershipsV2(audience.id);
    assert.equal(await greeted(), 0);
  });

  test('attributes are set for all members', async () => {
    const audience = await create();
    const profile = uniqueName('profile');
    await act([['add', profile, audience.id]]);
    await application.integration.updateAudienceCustomersAttributes(audience.id, { ShippingCity: 'Seattle' });
    const state = await application.integration.updateCustomerProfileV2(profile, { responseContent: ['customerProfile'] }, { runRuleEngine: true });
    assert.equal(state.customerProfile.attributes.ShippingCity, 'Seattle');
    assert.deepEqual(state.customerProfile.audienceMemberships.map(membership => membership.id), [audience.id]);
  });

  test('many profiles are updated at once', async () => {
    const audience = await create();
    const ids = Array.from({ length: 20 }, () => uniqueName('profile'));
    const body = talon.MultipleCustomerProfileIntegrationRequest.constructFromObject({
      customerProfiles: ids.map(integrationId => ({ integrationId, attributes: { Name: integrationId } })),
    });
    const states = await application.integration.updateCustomerProfilesV2(body, { silent: 'no' });
    assert.deepEqual(states.integrationStates.map(state => state.customerProfile.integrationId), ids);
    assert.equal(await application.integration.updateCustomerProfilesV2(body, { silent: 'yes' }), null);
    await act(ids.map(id => ['add', id, audience.id]));
  });
});
