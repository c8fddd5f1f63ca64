import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { createApplication, createAttribute, createKey, hoursFromNow, integrationWith, management, refusal, request, tutorialItems, uniqueName } from './support/world.js';

describe('Setting up', () => {
  test('a key is shown when it is made, and opens its Application', async () => {
    const application = await createApplication();
    const key = await createKey(application.id, { title: 'Shop', expires: hoursFromNow(1) });
    assert.equal(key.title, 'Shop');
    assert.equal(key.applicationID, application.id);
    await integrationWith(key.key).updateCustomerSessionV2(uniqueName('session'), request({ cartItems: tutorialItems() }));
  });

  test('attributes of sessions, cart items and profiles can be created', async () => {
    for (const entity of ['CustomerSession', 'CartItem', 'CustomerProfile']) {
      const created = await createAttribute(entity, uniqueName('attribute'), 'string');
      assert.equal(created.entity, entity);
      assert.ok(Number.isInteger(created.id));
    }
  });

  test('the built-in attributes exist from the start', async () => {
    const { data } = await management.getAttributes({ entity: 'CustomerProfile', pageSize: 1000 });
    for (const name of ['Name', 'ShippingCity', 'ShippingRegion']) {
      const found = data.find(attribute => attribute.entity === 'CustomerProfile' && attribute.name === name);
      assert.ok(found, `${name} is listed`);
      assert.equal(found.editable, false);
    }
  });

  test('a key that is unknown is a 401', async () => {
    const stranger = integrationWith('0123456789abcdef');
    const { status, body } = await refusal(stranger.updateCustomerSessionV2('s', request({ cartItems: [] })));
    assert.equal(status, 401);
    assert.equal(body.StatusCode, 401);
  });

  test('an expired key cannot be used', async () => {
    const application = await createApplication();
    const made = await createKey(application.id, { expires: hoursFromNow(-1) }).catch(error => error);
    if (made instanceof Error) assert.match(made.message, / 400 /);
    else assert.equal((await refusal(integrationWith(made.key).getCustomerSession('s'))).status, 401);
  });
});
