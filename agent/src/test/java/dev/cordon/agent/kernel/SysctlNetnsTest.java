package dev.cordon.agent.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

@RequiresRoot
class SysctlNetnsTest {

    private static final String FORWARD = "net/ipv4/ip_forward";

    @Test
    void writesInTheNamespaceOfTheThreadAlone() {
        try (NetworkNamespace one = NetworkNamespace.create();
                NetworkNamespace other = NetworkNamespace.create()) {
            List<String> written = one.call(() -> {
                Sysctl.write(FORWARD, "0");
                String before = Sysctl.read(FORWARD);
                Sysctl.write(FORWARD, "1");
                return List.of(before, Sysctl.read(FORWARD));
            });
            assertThat(written).isEqualTo(List.of("0", "1"));
            other.call(() -> {
                Sysctl.write(FORWARD, "0");
                return FORWARD;
            });
            assertThat(one.call(() -> Sysctl.read(FORWARD))).isEqualTo("1");
        }
    }

    @Test
    void namesTheSettingThatIsMissing() {
        assertThatThrownBy(() -> Sysctl.read("net/ipv4/brew"))
                .isInstanceOf(KernelException.class)
                .hasMessageContaining("`net/ipv4/brew`");
    }

    @Test
    void namesTheSettingThatRefusesAValue() {
        try (NetworkNamespace namespace = NetworkNamespace.create()) {
            assertThatThrownBy(() -> namespace.call(() -> {
                        Sysctl.write(FORWARD, "coffee");
                        return FORWARD;
                    }))
                    .isInstanceOf(KernelException.class)
                    .hasMessageContaining("`net/ipv4/ip_forward`");
        }
    }
}
