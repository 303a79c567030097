package dev.cordon.conformance.sdk;

import java.util.List;
import java.util.Map;
import java.util.SortedMap;

/// What the tests ask of a client. Every call throws [CallFailedException] if the answer is an
/// error.
record Cloud(Networks networks, Groups groups, Members members, Labels labels) {

    /// The product VPC.
    interface Networks {

        /// Returns the id of the new VPC.
        String createVpc(String block);

        /// Returns the id of the new vSwitch.
        String createVSwitch(String vpc, String block);

        void deleteVSwitch(String id);

        void deleteVpc(String id);
    }

    /// Security groups and their rules. A rule is written and read as its fields by their names on
    /// the wire, such as `SourceCidrIp`.
    interface Groups {

        /// Returns the id of the new group.
        ///
        /// @param fields such as `SecurityGroupType`
        String create(Map<String, String> fields);

        /// Returns the fields of the groups of a VPC, in the order of the answer.
        List<SortedMap<String, String>> describe(String vpc);

        void setPolicy(String group, String policy);

        /// Writes one rule, its fields beside that of the group.
        void authorizeFlat(String group, Map<String, String> rule);

        void authorize(String group, List<Map<String, String>> rules);

        Attribute attribute(String group);

        void revoke(String group, Map<String, String> rule);

        void revokeByIds(String group, List<String> rules);

        void delete(String group);
    }

    /// @param fields of the group, without its rules
    /// @param rules in the order of the answer
    record Attribute(SortedMap<String, String> fields, List<SortedMap<String, String>> rules) {

        List<String> each(String field) {
            return rules.stream().map(rule -> rule.get(field)).toList();
        }
    }

    /// What groups are sorted and found by: prefix lists, tags, references, pages.
    interface Labels {

        /// Returns the id of the new list.
        String createPrefixList(String name, List<String> blocks);

        List<String> blocks(String prefixList);

        void deletePrefixList(String id);

        void tag(String group, String key, String value);

        /// Returns the values of the tags of a group.
        List<String> tags(String group);

        /// Returns the groups that have a tag.
        List<String> tagged(String key, String value);

        /// Returns the groups whose rules name a group.
        List<String> referencing(String group);

        /// Returns the groups of a VPC, page by page until no token comes.
        List<String> allGroups(String vpc);
    }

    /// Instances and ENIs.
    interface Members {

        /// Returns the ids of the new instances.
        List<String> run(String vSwitch, List<String> groups, Map<String, String> fields);

        InstanceShown instance(String id);

        /// Returns the id of the new ENI.
        String createEni(String vSwitch, List<String> groups, Map<String, String> fields);

        EniShown eni(String id);

        void join(Map<String, String> member, String group);

        void leave(Map<String, String> member, String group);

        void deleteInstance(String id);

        void deleteEni(String id);
    }

    /// @param fields without those that have fields of their own
    record InstanceShown(SortedMap<String, String> fields, List<String> groups, String vpc, List<String> addresses) {}

    /// @param fields without those that have fields of their own
    record EniShown(SortedMap<String, String> fields, List<String> groups, List<String> addresses) {}
}
