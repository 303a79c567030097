'use strict';

// The complete life of ENIs and instances, their addresses and their tags.

const assert = require('node:assert/strict');

async function members({ name: client, call, refused }) {
  const vpc = (await call('CreateVpc', { CidrBlock: '10.0.0.0/8' })).VpcId;
  const vSwitch = (await call('CreateVSwitch', { VpcId: vpc, CidrBlock: '10.1.0.0/24', ZoneId: 'cn-hangzhou-a' })).VSwitchId;
  const web = (await call('CreateSecurityGroup', { VpcId: vpc, SecurityGroupName: 'web' })).SecurityGroupId;
  const bastion = (await call('CreateSecurityGroup', { VpcId: vpc, SecurityGroupName: 'bastion' })).SecurityGroupId;

  const run = { VSwitchId: vSwitch, SecurityGroupId: web, InstanceName: 'front', Amount: 2 };
  const [first, second] = (await call('RunInstances', run)).InstanceIdSets.InstanceIdSet;
  const instances = async (...ids) => {
    const answer = await call('DescribeInstances', { InstanceIds: JSON.stringify(ids) });
    return answer.Instances.Instance;
  };
  const shown = await instances(first, second);
  assert.deepEqual(shown.map((it) => it.InstanceId).sort(), [first, second].sort());
  assert.deepEqual(shown[0].SecurityGroupIds.SecurityGroupId, [web]);
  await call('JoinSecurityGroup', { SecurityGroupId: bastion, InstanceId: first });
  await refused('InvalidInstanceId.AlreadyExists', 'JoinSecurityGroup', { SecurityGroupId: bastion, InstanceId: first });
  assert.deepEqual((await instances(first))[0].SecurityGroupIds.SecurityGroupId.sort(), [web, bastion].sort());
  await call('LeaveSecurityGroup', { SecurityGroupId: web, InstanceId: first });
  await refused('InstanceLastSecurityGroup', 'LeaveSecurityGroup', { SecurityGroupId: bastion, InstanceId: first });
  await call('ModifyInstanceAttribute', { InstanceId: first, InstanceName: 'behind', SecurityGroupIds: [web] });
  const modified = (await instances(first))[0];
  assert.deepEqual([modified.InstanceName, modified.SecurityGroupIds.SecurityGroupId], ['behind', [web]]);

  const create = {
    VSwitchId: vSwitch,
    SecurityGroupIds: [web, bastion],
    SecondaryPrivateIpAddressCount: 1,
    Tag: [{ Key: 'team', Value: 'Netz & <中>' }],
    ClientToken: `eni-${client}`,
  };
  const eni = (await call('CreateNetworkInterface', create)).NetworkInterfaceId;
  assert.equal((await call('CreateNetworkInterface', create)).NetworkInterfaceId, eni, 'one token makes one ENI');
  const described = async () => {
    const answer = await call('DescribeNetworkInterfaces', { NetworkInterfaceId: [eni] });
    return answer.NetworkInterfaceSets.NetworkInterfaceSet[0];
  };
  const made = await described();
  assert.deepEqual([made.Status, made.Type, made.VSwitchId], ['Available', 'Secondary', vSwitch]);
  assert.deepEqual(made.SecurityGroupIds.SecurityGroupId.sort(), [web, bastion].sort());
  assert.deepEqual(made.Tags.Tag.map((it) => [it.TagKey, it.TagValue]), [['team', 'Netz & <中>']]);
  const assigned = await call('AssignPrivateIpAddresses', { NetworkInterfaceId: eni, PrivateIpAddress: ['10.1.0.77'] });
  assert.deepEqual(assigned.AssignedPrivateIpAddressesSet.PrivateIpSet.PrivateIpAddress, ['10.1.0.77']);
  assert.equal((await described()).PrivateIpSets.PrivateIpSet.length, 3);
  await call('UnassignPrivateIpAddresses', { NetworkInterfaceId: eni, PrivateIpAddress: ['10.1.0.77'] });
  await call('ModifyNetworkInterfaceAttribute', { NetworkInterfaceId: eni, SecurityGroupId: [bastion], Description: 'second way in' });
  await call('AttachNetworkInterface', { NetworkInterfaceId: eni, InstanceId: second });
  const attached = await described();
  assert.deepEqual([attached.Status, attached.InstanceId, attached.Description], ['InUse', second, 'second way in']);
  assert.deepEqual(attached.SecurityGroupIds.SecurityGroupId, [bastion]);
  await refused('InvalidOperation.InvalidEniState', 'DeleteNetworkInterface', { NetworkInterfaceId: eni });
  await call('DetachNetworkInterface', { NetworkInterfaceId: eni, InstanceId: second });

  await call('TagResources', { ResourceType: 'eni', ResourceId: [eni], Tag: [{ Key: 'stage', Value: 'test' }] });
  const tags = async () => {
    const answer = await call('ListTagResources', { ResourceType: 'eni', ResourceId: [eni] });
    return answer.TagResources.TagResource.map((it) => `${it.TagKey}=${it.TagValue}`).sort();
  };
  assert.deepEqual(await tags(), ['stage=test', 'team=Netz & <中>']);
  await call('UntagResources', { ResourceType: 'eni', ResourceId: [eni], TagKey: ['team'] });
  assert.deepEqual(await tags(), ['stage=test']);

  await refused('DependencyViolation', 'DeleteSecurityGroup', { SecurityGroupId: bastion });
  await call('DeleteNetworkInterface', { NetworkInterfaceId: eni });
  await call('DeleteInstance', { InstanceId: first, Force: true });
  await call('DeleteInstances', { InstanceId: [second], Force: true });
  assert.deepEqual(await instances(first, second), []);
  await call('DeleteSecurityGroup', { SecurityGroupId: bastion });
  await call('DeleteSecurityGroup', { SecurityGroupId: web });
  await call('DeleteVSwitch', { VSwitchId: vSwitch });
  await call('DeleteVpc', { VpcId: vpc });
}

module.exports = members;
