package dev.cordon.model.policy;

/// Who may change a group: the customer, or only the cloud product that made it.
///
/// @spec https://www.alibabacloud.com/help/en/ecs/user-guide/managed-security-groups Managed
///     security groups
public enum Management {
    CUSTOMER,
    CLOUD_PRODUCT
}
