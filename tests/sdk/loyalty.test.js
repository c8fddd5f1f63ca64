import assert from 'node:assert/strict';
import { before, describe, test } from 'node:test';
import { createApplication, createCampaign, effectsOf, integrate, item, manage, refusal, request, talon, uniqueName } from './support/world.js';

const hundredPoints = { PaymentMethod: 'points' };

/** A programme, a campaign that gives a point for each unit of money, and one that takes 100 points for 10 off. */
async function openShop(settings = {}, options = {}) {
  const application = await createApplication();
  const name = uniqueName('programme');
  const programme = await manage('POST', '/v1/loyalty_programs', {
    name, title: 'Stars', defaultValidity: '1Y', defaultPending: 'immediate', allowSubledger: true, sandbox: true,
    timezone: 'Europe/Berlin', subscribedApplications: [application.id], returnPolicy: 'within_balance', ...settings,
  });
  await createCampaign(application, [
    { title: 'Earn', condition: ['not', ['=', ['.', 'Session', 'PaymentMethod'], 'points']], effects: [['addLoyaltyPoints', name, '', ['.', 'Session', 'Total'], 'Points for money', options]] },
    { title: 'Spend', condition: ['=', ['.', 'Session', 'PaymentMethod'], 'points'], effects: [['deductLoyaltyPoints', name, '', 100, 'Pay with points'], ['setDiscount', '10 off', 10]] },
  ]);
  return { ...application, programme, api: application.integration };
}

const cart = (profileId, state, price = 120, more = {}) =>
  request({ profileId, state, cartItems: [item('Shoes', 'shoe', 1, price, 'Shoes')], attributes: { PaymentMethod: 'card' }, ...more }, ['loyalty', 'customerProfile']);

describe('Loyalty', () => {
  let shop, profile;

  before(async () => {
    shop = await openShop({ tiers: [{ name: 'Bronze', minPoints: 0 }, { name: 'Silver', minPoints: 100 }], programJoinPolicy: 'points_earned' });
  });

  const balance = async (options = {}) => (await shop.api.getLoyaltyBalances(shop.programme.id, profile, options)).balance;
  const path = () => `/v1/loyalty_programs/${shop.programme.id}/profile/${profile}`;
  const ledger = state => state.loyalty.programs[shop.programme.id].ledger;

  test('points come on close, are spent, come back, and go with what is returned', async () => {
    profile = uniqueName('customer');
    const [first, second] = [uniqueName('session'), uniqueName('session')];
    const open = await shop.api.updateCustomerSessionV2(first, cart(profile, 'open'));
    assert.equal(effectsOf(open, 'addLoyaltyPoints')[0].value, 120);
    assert.deepEqual([ledger(open).currentBalance, ledger(open).tentativeCurrentBalance], [0, 120]);
    assert.equal((await balance()).activePoints, 0);

    const closed = await shop.api.updateCustomerSessionV2(first, cart(profile, 'closed'));
    assert.equal(effectsOf(closed, 'changeLoyaltyTierLevel')[0].newTierName, 'Silver');
    assert.equal(ledger(closed).currentBalance, 120);

    const spent = await shop.api.updateCustomerSessionV2(second, cart(profile, 'closed', 50, { attributes: hundredPoints }));
    assert.equal(effectsOf(spent, 'deductLoyaltyPoints')[0].value, 100);
    assert.deepEqual([(await balance()).activePoints, (await balance()).spentPoints], [20, 100]);

    const cancelled = await shop.api.updateCustomerSessionV2(second, request({ state: 'cancelled' }));
    assert.equal(effectsOf(cancelled, 'rollbackDeductedLoyaltyPoints')[0].value, 100);
    const reopened = await shop.api.reopenCustomerSession(first);
    assert.equal(effectsOf(reopened, 'rollbackAddedLoyaltyPoints')[0].value, 120);
    assert.equal((await balance()).activePoints, 0);
    await shop.api.updateCustomerSessionV2(first, request({ state: 'closed' }));
    assert.equal((await balance()).activePoints, 120);
    const returned = await shop.api.returnCartItems(first, new talon.ReturnIntegrationRequest(new talon.NewReturn([talon.ReturnedCartItem.constructFromObject({ position: 0, quantity: 1 })])));
    assert.equal(effectsOf(returned, 'rollbackAddedLoyaltyPoints')[0].value, 120);
    assert.equal((await balance()).activePoints, 0);
  });

  test('balances, transactions and points are read with their filters', async () => {
    profile = uniqueName('customer');
    const session = uniqueName('session');
    await shop.api.updateCustomerSessionV2(session, cart(profile, 'closed', 70));
    await shop.api.updateCustomerSessionV2(uniqueName('session'), cart(profile, 'closed', 50));
    const { balance: tiers } = await integrate(shop, 'GET', `${path()}/balances?includeTiers=true&includeProjectedTier=true`);
    assert.equal(tiers.currentTier.name, 'Silver');
    assert.equal(tiers.nextTierName, undefined);
    assert.equal((await balance({ endDate: new Date('2020-01-01') })).activePoints, 0);

    const page = await shop.api.getLoyaltyProgramProfileTransactions(shop.programme.id, profile, { pageSize: 1, skip: 1, loyaltyTransactionType: 'session' });
    assert.equal(page.hasMore, false);
    assert.deepEqual([page.data[0].type, page.data[0].amount, page.data[0].customerSessionId, page.data[0].startDate], ['addition', 70, session, 'immediate']);
    const points = await integrate(shop, 'GET', `${path()}/points?status=active&pageSize=1`);
    assert.equal(points.hasMore, true);
    assert.equal(points.data[0].amount, 70);
    assert.match(points.data[0].expiryDate, /^\d{4}-/);
    const { status } = await refusal(shop.api.getLoyaltyBalances(shop.programme.id, uniqueName('nobody')));
    assert.equal(status, 404);
  });

  test('a ledger is wiped', async () => {
    profile = uniqueName('customer');
    await shop.api.updateCustomerSessionV2(uniqueName('session'), cart(profile, 'closed', 70));
    await manage('PUT', `/v1/loyalty_programs/${shop.programme.id}/profile/${profile}/add_points`, { points: 5 });
    assert.equal((await balance()).activePoints, 75);
    await manage('PUT', `/v1/loyalty_programs/${shop.programme.id}/profile/${profile}/deduct_points`, { points: 3 });
    assert.equal((await balance()).activePoints, 72);
    await integrate(shop, 'POST', `${path()}/delete_transactions`, { scope: 'AllSubledgers' });
    assert.equal((await balance()).activePoints, 0);
  });
});

describe('Loyalty cards', () => {
  test('a card is made, linked, earns, and is unlinked', async () => {
    const shop = await openShop({ cardBased: true, usersPerCardLimit: 1 });
    const profile = uniqueName('customer');
    await shop.api.updateCustomerProfileV2(profile, new talon.CustomerProfileIntegrationRequestV2());
    const card = await integrate(shop, 'POST', `/v1/loyalty_programs/${shop.programme.id}/cards`, { status: 'active' });
    const registration = new talon.LoyaltyCardRegistration(profile);
    assert.equal((await shop.api.linkLoyaltyCardToProfile(shop.programme.id, card.identifier, registration)).profiles[0].integrationId, profile);
    const closed = await shop.api.updateCustomerSessionV2(uniqueName('session'), cart(profile, 'closed', 30, { loyaltyCards: [card.identifier] }));
    assert.equal(effectsOf(closed, 'addLoyaltyPoints')[0].cardIdentifier, card.identifier);
    assert.equal(closed.loyalty.cards[0].ledger.currentBalance, 30);
    const balances = await shop.api.getLoyaltyCardBalances(shop.programme.id, card.identifier);
    assert.equal(balances.balance.activePoints, 30);
    const log = await shop.api.getLoyaltyCardTransactions(shop.programme.id, card.identifier, { pageSize: 10 });
    assert.equal(log.data[0].cardIdentifier, card.identifier);
    const points = await integrate(shop, 'GET', `/v1/loyalty_programs/${shop.programme.id}/cards/${card.identifier}/points`);
    assert.equal(points.data[0].amount, 30);
    const unlinked = await integrate(shop, 'POST', `/v2/loyalty_programs/${shop.programme.id}/cards/${card.identifier}/unlink_profile`, { integrationId: profile });
    assert.deepEqual(unlinked.profiles, []);
  });
});
