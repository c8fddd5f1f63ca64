import assert from 'node:assert/strict';
import { before, describe, test } from 'node:test';
import { createApplication, createCampaign, effectsOf, integrate, manage, refusal, request, tutorialItems, uniqueName } from './support/world.js';

describe('Achievements', () => {
  let application;
  let achievement;
  const path = (profile, rest = '') => `/v1/customer_profiles/${profile}/achievements${rest}`;

  before(async () => {
    application = await createApplication();
    const campaign = await createCampaign(application, []);
    achievement = await manage('POST', `/v1/applications/${application.id}/campaigns/${campaign.id}/achievements`, {
      name: 'collector', title: 'Collector', description: 'Buy twice', target: 2,
    });
    await createCampaign(application, [{
      title: 'Collect', condition: ['and', ['>', ['.', 'Session', 'Total'], 100]], effects: [['increaseAchievementProgress', 'collector', 1]],
    }]);
  });

  const buy = (session, profileId) => application.integration.updateCustomerSessionV2(session, request({ profileId, cartItems: tutorialItems(), state: 'closed' }));

  test('progress is made, listed, completed and rolled back', async () => {
    const profileId = uniqueName('profile');
    const sessions = [uniqueName('session'), uniqueName('session')];
    const [increase] = effectsOf(await buy(sessions[0], profileId), 'increaseAchievementProgress');
    assert.deepEqual([increase.delta, increase.value, increase.target, increase.isJustCompleted], [1, 1, 2, false]);
    const { totalResultSize, data } = application.integration.getCustomerAchievements
      ? await application.integration.getCustomerAchievements(profileId, { achievementIds: [String(achievement.id)], currentProgressStatus: ['inprogress'] })
      : await integrate(application, 'GET', path(profileId, `?achievementIds=${achievement.id}&currentProgressStatus=inprogress`));
    assert.equal(totalResultSize, 1);
    assert.equal(data[0].currentProgress.progress, 1);
    assert.equal(effectsOf(await buy(sessions[1], profileId), 'increaseAchievementProgress')[0].isJustCompleted, true);
    const history = await integrate(application, 'GET', path(profileId, `/${achievement.id}?progressStatus=completed`));
    assert.equal(history.data[0].status, 'completed');
    const cancelled = await application.integration.updateCustomerSessionV2(sessions[0], request({ state: 'cancelled' }));
    assert.deepEqual(effectsOf(cancelled, 'rollbackIncreasedAchievementProgress'), []);
  });

  test('an unknown customer is a 404', async () => {
    if (application.integration.getCustomerAchievements)
      assert.equal((await refusal(application.integration.getCustomerAchievements(uniqueName('nobody')))).status, 404);
    await assert.rejects(integrate(application, 'GET', path(uniqueName('nobody'))), /: 404 /);
  });
});
