package dev.cordon.ecs.action;

/// The versions by which clients tell two products apart that share one endpoint here.
final class Versions {

    static final String ECS = "2014-05-26";

    static final String VPC = "2016-04-28";

    static final String STS = "2015-04-01";

    private Versions() {}
}
