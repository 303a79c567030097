package dev.cordon.agent.kernel;

import java.io.IOException;

/// A process that holds a namespace, joined to the one it was started in, until it is killed.
final class NamespaceHolder {

    private NamespaceHolder() {}

    public static void main(String[] arguments) throws IOException, InterruptedException {
        NetworkNamespace held = NetworkNamespace.create();
        TestNetwork.runHere("ip link add held0 type veth peer name inside0 netns " + held.path());
        System.out.println("ready");
        // ends when it is killed, or when the test that started it is gone
        System.exit(System.in.read());
    }
}
