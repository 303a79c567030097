'use strict';

// The complete life of groups and rules.

const assert = require('node:assert/strict');

const rule = (port, more) => ({ IpProtocol: 'TCP', PortRange: `${port}/${port}`, Policy: 'accept', Priority: '1', ...more });

async function groups({ name: client, call, refused }) {
  const rules = async (group, direction) => {
    const answer = await call('DescribeSecurityGroupAttribute', { SecurityGroupId: group, Direction: direction });
    return answer.Permissions.Permission;
  };

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

module.exports = groups;
