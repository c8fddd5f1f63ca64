import assert from 'node:assert/strict';
import { before, describe, test } from 'node:test';
import { createApplication, createAttribute, createCampaign, effectsOf, refusal, request, tutorialItems, uniqueName } from './support/world.js';

describe('Custom attributes of a session', () => {
  let application;
  const shippingCity = uniqueName('shippingCity');

  before(async () => {
    application = await createApplication();
    await createAttribute('CustomerSession', shippingCity, 'string');
    await createCampaign(application, [{
      title: 'Free shipping in Seattle',
      condition: ['and', ['=', ['.', 'Session', 'Attributes', shippingCity], 'Seattle']],
      effects: [['setDiscount', 'shipping', 5]],
    }]);
  });

  const send = (attributes, session = uniqueName('session')) =>
    application.integration.updateCustomerSessionV2(session, request({ cartItems: tutorialItems(), attributes }, ['customerSession']));

  test('a rule sees them, and they come back', async () => {
    const state = await send({ [shippingCity]: 'Seattle' });
    assert.equal(effectsOf(state, 'setDiscount')[0].value, 5);
    assert.deepEqual(state.customerSession.attributes, { [shippingCity]: 'Seattle' });
    assert.deepEqual((await send({ [shippingCity]: 'Berlin' })).effects, []);
  });

  const refused = async (attributes, name, title, details) => {
    const session = uniqueName('session');
    const { status, body } = await refusal(send(attributes, session));
    assert.equal(status, 400);
    assert.equal(body.message, 'The submitted data was invalid');
    assert.equal(body.errors.length, 1);
    assert.equal(body.errors[0].title, title);
    assert.match(body.errors[0].details, details);
    assert.match(body.errors[0].source.pointer, new RegExp(`/attributes/${name}$`));
    assert.equal((await refusal(application.integration.getCustomerSession(session))).status, 404, 'nothing is stored');
  };

  test('an undefined one is a 400 that names it', () =>
    refused({ MyAttribute: 'x' }, 'MyAttribute', 'Unknown', /^The attribute "MyAttribute" is not defined on CustomerSession entities\.$/));

  test('a wrong type is a 400 that names it', () =>
    refused({ [shippingCity]: false }, shippingCity, 'Invalid type', /\(false\) is not a string/));

  test('all problems are reported at once', async () => {
    const body = request({ cartItems: tutorialItems(), attributes: { MyAttribute: 'x' } });
    body.customerSession.state = 'ajar';
    body.customerSession.cartItems[1].quantity = 0;
    const refusalBody = (await refusal(application.integration.updateCustomerSessionV2(uniqueName('session'), body))).body;
    assert.deepEqual(
      refusalBody.errors.map(error => error.source.pointer).sort(),
      ['/customerSession/attributes/MyAttribute', '/customerSession/cartItems/1/quantity', '/customerSession/state']);
  });
});
