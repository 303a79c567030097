'use strict';

// The complete life of groups and rules, by one of the official Node clients:
//   node life.js tea-v3|tea-v1|pop-get|pop-post ENDPOINT KEY SECRET
// Ends with exit code 0 and a line `done CALLS` if every answer was as it should be.

const assert = require('node:assert/strict');

const [client, authority, accessKeyId, accessKeySecret] = process.argv.slice(2);
const REGION = 'cn-hangzhou';
let calls = 0;

/** Calls an action; parameters are in the wire's own words, lists as arrays. */
const clients = {
  'tea-v3': () => tea({}),
  'tea-v1': () => tea({ signatureAlgorithm: 'v2' }),
  'pop-get': () => pop('GET'),
  'pop-post': () => pop('POST'),
};
assert.ok(client in clients, `unknown client ${client}`);
const call = clients[client]();

function tea(more) {
  const { default: Ecs, ...models } = require('@alicloud/ecs20140526');
  const { Config } = require('@alicloud/openapi-core').$OpenApiUtil;
  const ecs = new Ecs(new Config({ accessKeyId, accessKeySecret, endpoint: authority, protocol: 'http', regionId: REGION, ...more }));
  return async (action, parameters) => {
    calls++;
    const Request = models[`${action}Request`];
    const method = action[0].toLowerCase() + action.slice(1);
    const request = new Request(lowered({ RegionId: REGION, ...parameters }, models, action));
    return raised((await ecs[method](request)).body);
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

function pop(method) {
  const { RPCClient } = require('@alicloud/pop-core');
  const rpc = new RPCClient({ accessKeyId, accessKeySecret, endpoint: `http://${authority}`, apiVersion: '2014-05-26' });
  return (action, parameters) => {
    calls++;
    return rpc.request(action, { RegionId: REGION, ...parameters }, { method, formatParams: false });
  };
}

async function refused(code, action, parameters) {
  await assert.rejects(call(action, parameters), (error) => {
    assert.equal(error.code ?? error.data?.Code, code, `${action}: ${error.message}`);
    return true;
  });
}

const rules = async (group, direction) => {
  const answer = await call('DescribeSecurityGroupAttribute', { SecurityGroupId: group, Direction: direction });
  return answer.Permissions.Permission;
};

const rule = (port, more) => ({ IpProtocol: 'TCP', PortRange: `${port}/${port}`, Policy: 'accept', Priority: '1', ...more });

async function life() {
  const vpc = (await call('CreateVpc', { CidrBlock: '10.0.0.0/8' })).VpcId;
  const name = 'web-组.1';
  const description = "Größe <a> & 'b' *~!()";
  const create = { VpcId: vpc, SecurityGroupName: name, Description: description, ClientToken: `t-${client}` };
  const web = (await call('CreateSecurityGroup', create)).SecurityGroupId;
  assert.equal((await call('CreateSecurityGroup', create)).SecurityGroupId, web, 'one token makes one group');
  await refused('IdempotentParameterMismatch', 'CreateSecurityGroup', { ...create, Description: 'another' });
  const bastion = (await call('CreateSecurityGroup', { VpcId: vpc, SecurityGroupName: 'bastion' })).SecurityGroupId;

  const listed = (await call('DescribeSecurityGroups', { SecurityGroupIds: JSON.stringify([web]) })).SecurityGroups.SecurityGroup;
  assert.deepEqual(listed.map((it) => [it.SecurityGroupName, it.Description, it.VpcId]), [[name, description, vpc]]);
  const first = await call('DescribeSecurityGroups', { VpcId: vpc, MaxResults: 1 });
  const second = await call('DescribeSecurityGroups', { VpcId: vpc, MaxResults: 1, NextToken: first.NextToken });
  const pages = [first, second].map((page) => page.SecurityGroups.SecurityGroup[0].SecurityGroupId);
  assert.deepEqual(pages.sort(), [web, bastion].sort());
  assert.equal(second.NextToken, '');

  const ingress = [
    rule(22, { SourceGroupId: bastion, Description: 'by group' }),
    rule(443, { SourceCidrIp: '192.0.2.0/24', Description: 'a b+c 中' }),
    rule(80, { Ipv6SourceCidrIp: '2001:db8::/32', Policy: 'drop', Priority: '2' }),
  ];
  await call('AuthorizeSecurityGroup', { SecurityGroupId: web, Permissions: ingress });
  await call('AuthorizeSecurityGroup', { SecurityGroupId: web, Permissions: ingress });
  await call('AuthorizeSecurityGroupEgress', { SecurityGroupId: web, Permissions: [rule(53, { DestCidrIp: '198.51.100.7' })] });
  const written = await rules(web, 'ingress');
  assert.equal(written.length, 3, 'a rule that is there is not written again');
  assert.deepEqual(written.map((it) => `${it.PortRange} ${it.Policy} ${it.Description}`).sort(), [
    '22/22 Accept by group',
    '443/443 Accept a b+c 中',
    '80/80 Drop ',
  ]);
  assert.equal((await rules(web, 'egress')).length, 1);

  const https = written.find((it) => it.PortRange === '443/443').SecurityGroupRuleId;
  await call('ModifySecurityGroupRule', { SecurityGroupId: web, SecurityGroupRuleId: https, PortRange: '8443/8443', Description: 'moved' });
  const moved = (await rules(web, 'ingress')).find((it) => it.SecurityGroupRuleId === https);
  assert.deepEqual([moved.PortRange, moved.Description], ['8443/8443', 'moved']);

  await call('ModifySecurityGroupPolicy', { SecurityGroupId: web, InnerAccessPolicy: 'Drop' });
  assert.equal((await call('DescribeSecurityGroupAttribute', { SecurityGroupId: web })).InnerAccessPolicy, 'Drop');

  await refused('DependencyViolation', 'DeleteSecurityGroup', { SecurityGroupId: bastion });
  await refused('InvalidSecurityGroupId.NotFound', 'DescribeSecurityGroupAttribute', { SecurityGroupId: 'sg-none' });
  await call('RevokeSecurityGroup', { SecurityGroupId: web, SecurityGroupRuleId: [https] });
  await call('RevokeSecurityGroup', { SecurityGroupId: web, Permissions: ingress.filter((it) => it.PortRange !== '443/443') });
  await call('RevokeSecurityGroupEgress', { SecurityGroupId: web, Permissions: [rule(53, { DestCidrIp: '198.51.100.7' })] });
  assert.equal((await rules(web, 'all')).length, 0);

  await call('DeleteSecurityGroup', { SecurityGroupId: bastion });
  await call('DeleteSecurityGroup', { SecurityGroupId: web });
  await call('DeleteVpc', { VpcId: vpc });
  await refused('InvalidSecurityGroupId.NotFound', 'DescribeSecurityGroupAttribute', { SecurityGroupId: web });
}

life().then(
  () => console.log(`done ${calls}`),
  (failure) => {
    console.error(failure);
    process.exitCode = 1;
  },
);
