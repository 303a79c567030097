package dev.cordon.model.policy;

/// Who may change a group, and who may delete it.
///
/// @spec https://www.alibabacloud.com/help/en/ecs/user-guide/managed-security-groups Managed
///     security groups
/// @spec https://help.aliyun.com/zh/ecs/developer-reference/api-ecs-2014-05-26-deletesecuritygroup
///     InvalidOperation.DeletionProtection
public enum Management {
    CUSTOMER,

    /// The customer may change the group, but a cloud product that uses it keeps it from deletion.
    CUSTOMER_PROTECTED,

    /// Only the cloud product that made the group may change it.
    CLOUD_PRODUCT
}
