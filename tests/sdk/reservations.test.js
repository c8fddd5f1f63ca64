import assert from 'node:assert/strict';
import { before, describe, test } from 'node:test';
import { anyCouponGives20Percent, createApplication, createCampaign, createCoupon, refusal, talon, uniqueName } from './support/world.js';

describe('Coupon reservations', () => {
  let application, campaign;

  before(async () => {
    application = await createApplication();
    campaign = await createCampaign(application, anyCouponGives20Percent);
  });

  const reservations = (...ids) => new talon.CouponReservations(ids);

  test('a coupon is reserved, listed, and released', async () => {
    const code = uniqueName('code');
    await createCoupon(application, campaign, code);
    const customers = [uniqueName('profile'), uniqueName('profile')];
    const coupon = await application.integration.createCouponReservation(code, reservations(...customers));
    assert.equal(coupon.value, code);
    assert.equal(coupon.reservationCounter, 2);
    const holders = await application.integration.getReservedCustomers(code);
    assert.equal(holders.totalResultSize, 2);
    assert.deepEqual(holders.data.map(profile => profile.integrationId).sort(), customers.sort());
    await application.integration.deleteCouponReservation(code, reservations(customers[0]));
    const left = await application.integration.getReservedCustomers(code);
    assert.deepEqual(left.data.map(profile => profile.integrationId), [customers[1]]);
  });

  test('an unknown code is a 404', async () => {
    const { status, body } = await refusal(application.integration.createCouponReservation(uniqueName('nosuch'), reservations('a')));
    assert.equal(status, 404);
    assert.equal(body.StatusCode, 404);
  });
});
