package dev.cordon.conformance.concurrency;

/// The writes that clients do at random.
enum Act {
    CREATE_GROUP("CreateSecurityGroup"),
    DELETE_GROUP("DeleteSecurityGroup"),
    AUTHORIZE("AuthorizeSecurityGroup"),
    REVOKE("RevokeSecurityGroup"),
    CREATE_ENI("CreateNetworkInterface"),
    DELETE_ENI("DeleteNetworkInterface"),
    JOIN("JoinSecurityGroup"),
    LEAVE("LeaveSecurityGroup");

    private final String action;

    Act(String action) {
        this.action = action;
    }

    String action() {
        return action;
    }
}
