'use strict';

// One of the official Node clients, behind one way to call an action: its parameters and its answer
// in the wire's own words, lists as arrays.

const assert = require('node:assert/strict');

const REGION = 'cn-hangzhou';

/** The clients, and the ways in which each can be told to sign and to send. */
const CLIENTS = {
  'tea-v3': (key) => tea(key, {}),
  'tea-v1': (key) => tea(key, { signatureAlgorithm: 'v2' }),
  'pop-get': (key) => pop(key, 'GET'),
  'pop-post': (key) => pop(key, 'POST'),
};

/**
 * Returns a client by its name.
 * @param key accessKeyId and accessKeySecret, the securityToken of a temporary one, and the authority to call
 */
function connect(name, key) {
  assert.ok(name in CLIENTS, `unknown client ${name}`);
  const send = CLIENTS[name](key);
  const client = {
    name,
    calls: 0,
    call(action, parameters) {
      client.calls++;
      return send(action, { RegionId: REGION, ...parameters });
    },
    refused(code, action, parameters) {
      return assert.rejects(client.call(action, parameters), (error) => {
        assert.equal(error.code ?? error.data?.Code, code, `${action}: ${error.message}`);
        return true;
      });
    },
  };
  return client;
}

function tea({ authority, ...key }, more) {
  const { default: Ecs, ...models } = require('@alicloud/ecs20140526');
  const { Config } = require('@alicloud/openapi-core').$OpenApiUtil;
  const ecs = new Ecs(new Config({ ...key, endpoint: authority, protocol: 'http', regionId: REGION, ...more }));
  return async (action, parameters) => {
    const Request = models[`${action}Request`];
    const method = action[0].toLowerCase() + action.slice(1);
    return raised((await ecs[method](new Request(lowered(parameters, models, action)))).body);
  };
}

function lowered(value, models, path) {
  if (Array.isArray(value)) {
    return value.map((entry) => lowered(entry, models, path));
  }
  if (value === null || typeof value !== 'object') {
    return value;
  }
  const fields = Object.entries(value).map(([name, inner]) => [
    name[0].toLowerCase() + name.slice(1),
    lowered(inner, models, `${path}Request${name}`),
  ]);
  const Model = models[path];
  return Model ? new Model(Object.fromEntries(fields)) : Object.fromEntries(fields);
}

/** Gives a model of the newer client the names that the wire has. */
function raised(value) {
  if (Array.isArray(value)) {
    return value.map(raised);
  }
  if (value === null || typeof value !== 'object') {
    return value;
  }
  return Object.fromEntries(
    Object.entries(value).map(([name, inner]) => [name[0].toUpperCase() + name.slice(1), raised(inner)]),
  );
}

function pop({ authority, ...key }, method) {
  const { RPCClient } = require('@alicloud/pop-core');
  const rpc = new RPCClient({ ...key, endpoint: `http://${authority}`, apiVersion: '2014-05-26' });
  return (action, parameters) => rpc.request(action, parameters, { method, formatParams: false });
}

module.exports = { connect };
