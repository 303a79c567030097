'use strict';

// The complete life of prefix lists and port range lists. The answers about the latter have lists
// without a wrapper.

const assert = require('node:assert/strict');

async function lists({ call, refused }) {
  const vpc = (await call('CreateVpc', { CidrBlock: '10.0.0.0/8' })).VpcId;
  const group = (await call('CreateSecurityGroup', { VpcId: vpc, SecurityGroupName: 'web' })).SecurityGroupId;
  const offices = await prefixList(call);
  const ports = await portRangeList(call);

  const rule = { IpProtocol: 'TCP', PortRangeListId: ports, SourcePrefixListId: offices, Policy: 'accept', Priority: '3' };
  await call('AuthorizeSecurityGroup', { SecurityGroupId: group, Permissions: [rule] });
  const [written] = (await call('DescribeSecurityGroupAttribute', { SecurityGroupId: group })).Permissions.Permission;
  assert.deepEqual([written.SourcePrefixListId, written.PortRangeListId, written.PortRange], [offices, ports, '']);
  const prefixes = await call('DescribePrefixListAssociations', { PrefixListId: offices });
  assert.deepEqual(prefixes.PrefixListAssociations.PrefixListAssociation.map((it) => it.ResourceId), [group]);
  const ranges = await call('DescribePortRangeListAssociations', { PortRangeListId: ports });
  assert.deepEqual(ranges.PortRangeListAssociations.map((it) => it.ResourceId), [group]);
  await refused('DependencyViolation', 'DeletePrefixList', { PrefixListId: offices });
  await refused('DependencyViolation', 'DeletePortRangeList', { PortRangeListId: ports });

  await call('DeleteSecurityGroup', { SecurityGroupId: group });
  await call('DeletePrefixList', { PrefixListId: offices });
  await refused('InvalidPrefixListId.NotFound', 'DescribePrefixListAttributes', { PrefixListId: offices });
  await call('DeletePortRangeList', { PortRangeListId: ports });
  await call('DeleteVpc', { VpcId: vpc });
}

async function prefixList(call) {
  const id = (
    await call('CreatePrefixList', {
      PrefixListName: 'offices',
      AddressFamily: 'IPv4',
      MaxEntries: 4,
      Entry: [{ Cidr: '192.0.2.0/24', Description: 'first one' }, { Cidr: '198.51.100.0/24' }],
    })
  ).PrefixListId;
  await call('ModifyPrefixList', { PrefixListId: id, AddEntry: [{ Cidr: '203.0.113.0/24' }], RemoveEntry: [{ Cidr: '192.0.2.0/24' }] });
  const shown = await call('DescribePrefixListAttributes', { PrefixListId: id });
  assert.deepEqual(shown.Entries.Entry.map((it) => it.Cidr), ['198.51.100.0/24', '203.0.113.0/24']);
  const listed = (await call('DescribePrefixLists', { PrefixListId: [id] })).PrefixLists.PrefixList;
  assert.deepEqual(listed.map((it) => [it.PrefixListName, it.MaxEntries]), [['offices', 4]]);
  return id;
}

async function portRangeList(call) {
  const id = (
    await call('CreatePortRangeList', {
      PortRangeListName: 'web-ports',
      MaxEntries: 3,
      Entry: [{ PortRange: '443/443', Description: 'tls' }],
    })
  ).PortRangeListId;
  await call('ModifyPortRangeList', { PortRangeListId: id, AddEntry: [{ PortRange: '8000/8099' }] });
  const entries = (await call('DescribePortRangeListEntries', { PortRangeListId: id })).Entries;
  assert.deepEqual(entries.map((it) => it.PortRange), ['443/443', '8000/8099']);
  const listed = (await call('DescribePortRangeLists', { PortRangeListId: [id] })).PortRangeLists;
  assert.deepEqual(listed.map((it) => [it.PortRangeListName, it.MaxEntries]), [['web-ports', 3]]);
  return id;
}

module.exports = lists;
