/// The Linux kernel: netlink sockets, libnftables, network namespaces, through the FFM API.
///
/// The only place that knows system calls. Everything here blocks, so it belongs on platform
/// threads.
@NullMarked
package dev.cordon.agent.kernel;

import org.jspecify.annotations.NullMarked;
