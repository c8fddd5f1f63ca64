// An Application of its own on the server under test, and the SDK's clients for it.
import { randomUUID } from 'node:crypto';
import { after } from 'node:test';
import T from 'talon_one';
import { startServer } from './server.js';

export const talon = T;

const server = await startServer();
after(() => server.stop());

function client(name, prefix, apiKey) {
  const created = new T.ApiClient();
  created.basePath = server.baseUrl;
  Object.assign(created.authentications[name], { apiKey, apiKeyPrefix: prefix });
  return created;
}

export const baseUrl = server.baseUrl;

export const management = new T.ManagementApi(client('management_key', 'ManagementKey-v1', server.managementKey));

/** Set-up calls that the SDK does not have. */
export const manage = (method, path, body) => call(`ManagementKey-v1 ${server.managementKey}`, method, path, body);

/** Calls by plain HTTP, for what the SDK's models leave out. */
export const integrate = (application, method, path, body) => call(`ApiKey-v1 ${application.key}`, method, path, body);

async function call(authorization, method, path, body) {
  const response = await fetch(server.baseUrl + path, {
    method,
    headers: { Authorization: authorization, 'Content-Type': 'application/json' },
    body: body && JSON.stringify(body),
  });
  const text = await response.text();
  if (!response.ok) throw new Error(`${method} ${path}: ${response.status} ${text}`);
  return text && JSON.parse(text);
}

export const integrationWith = key => new T.IntegrationApi(client('api_key_v1', 'ApiKey-v1', key));

export async function createApplication() {
  const application = await manage('POST', '/v1/applications', { name: `SDK ${randomUUID()}`, timezone: 'UTC', currency: 'EUR' });
  const key = await createKey(application.id);
  return { id: application.id, key: key.key, integration: integrationWith(key.key) };
}

export const createKey = (applicationId, more = {}) =>
  manage('POST', `/v1/applications/${applicationId}/apikeys`, { title: 'SDK', expires: hoursFromNow(24), ...more });

export async function createCampaign(application, rules, more = {}) {
  const path = `/v1/applications/${application.id}/campaigns`;
  const campaign = await manage('POST', path, {
    name: 'Campaign', description: '', state: 'enabled', tags: [], features: ['coupons'], limits: [], ...more,
  });
  const ruleset = await manage('POST', `${path}/${campaign.id}/rulesets`, { rules, bindings: [], activate: true });
  return { ...campaign, rulesetId: ruleset.id };
}

/**
 * A coupon with a given code: the pattern holds no placeholder.
 * The SDK sends isReservationMandatory: true unless told otherwise, and only who reserved such a coupon may use it.
 */
export async function createCoupon(application, campaign, code, more = {}) {
  const body = new T.NewCoupons(more.usageLimit ?? 0, 1);
  Object.assign(body, { couponPattern: code, isReservationMandatory: false, ...more });
  const { data } = await management.createCoupons(application.id, campaign.id, body, { silent: 'no' });
  return data[0];
}

export function createAttribute(entity, name, type) {
  const title = `${entity} ${name}`.replaceAll('_', ' ');
  return management.createAttribute(new T.NewAttribute(entity, name, title, type, 'For a test', [], true));
}

export const anyCouponGives20Percent = [{
  title: 'Any valid coupon gives 20 % off',
  condition: ['and', ['couponValid']],
  effects: [['setDiscount', '20 % off', ['*', ['.', 'Session', 'Total'], 0.2]]],
}];

export const tutorialItems = () => [
  item('Red Spring Blouse', 'rdbs-1111', 1, 49, 'Shirts'),
  item('Denim Trousers', 'dtr-2222', 1, 74, 'Trousers'),
];

export const item = (name, sku, quantity, price, category) =>
  T.CartItem.constructFromObject({ name, sku, quantity, price, category });

export function request(session, responseContent) {
  const body = new T.IntegrationRequest(T.NewCustomerSessionV2.constructFromObject(session));
  if (responseContent) body.responseContent = responseContent;
  return body;
}

export const uniqueName = prefix => `${prefix}_${randomUUID().replaceAll('-', '')}`;

export const hoursFromNow = hours => new Date(Date.now() + hours * 3_600_000).toISOString();

export const effectsOf = (state, type) => state.effects.filter(effect => effect.effectType === type).map(effect => effect.props);

/** Asks, another server again and again, until the answer will do: its queues apply a little later what a cancelled session gives back. */
export async function eventually(ask, isEnough) {
  const patience = Date.now() + (process.env.TALON_BASE_URL ? 30_000 : 0);
  let answer = await ask();
  while (!isEnough(answer) && Date.now() < patience) {
    await new Promise(resolve => setTimeout(resolve, 250));
    answer = await ask();
  }
  return answer;
}

/** The status and body of a call that the server refuses. */
export async function refusal(call) {
  try {
    await call;
  } catch (error) {
    if (error.status) return { status: error.status, body: error.body };
    throw error;
  }
  throw new Error('The call was expected to be refused.');
}
