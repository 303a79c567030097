package dev.cordon.ecs.action;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.cordon.ecs.http.Parameters;
import dev.cordon.model.net.CidrBlock;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WrittenBlockTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    SourceCidrIp     | 192.0.2.0/24         | 192.0.2.0/24    | 192.0.2.0/24
                    SourceCidrIp     | 192.0.2.7            | 192.0.2.7/32    | 192.0.2.7
                    SourceCidrIp     | 0.0.0.0/0            | 0.0.0.0/0       | 0.0.0.0/0
                    Ipv6SourceCidrIp | 2001:db8:0:0::/64    | 2001:db8::/64   | 2001:db8::/64
                    Ipv6SourceCidrIp | 2001:0DB8:0000::0001 | 2001:db8::1/128 | 2001:db8::1
                    Ipv6SourceCidrIp | ::/0                 | ::/0            | ::/0
                    """)
    void textStaysExceptThatIpv6IsCompressed(String parameter, String given, String block, String text) {
        Parameters parameters = Given.parameters(parameter + "=" + given);
        assertEquals(Optional.of(new WrittenBlock(CidrBlock.of(block), text)), WrittenBlock.read(parameters, "Source"));
        assertEquals("good", Given.problem(parameters));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    SourceCidrIp=192.0.2.256      | 400 InvalidSourceCidrIp.Malformed
                    SourceCidrIp=192.0.2.0/33     | 400 InvalidSourceCidrIp.Malformed
                    SourceCidrIp=2001:db8::1      | 400 InvalidSourceCidrIp.Malformed
                    Ipv6SourceCidrIp=192.0.2.1    | 400 InvalidParam.Ipv6SourceCidrIp
                    Ipv6SourceCidrIp=fe80::1%eth0 | 400 InvalidParam.Ipv6SourceCidrIp
                    SourceCidrIp=192.0.2.1 Ipv6SourceCidrIp=2001:db8::1 | 400 InvalidParam.SourceIp
                    """)
    void otherTextIsRefused(String words, String expected) {
        Parameters parameters = Given.parameters(words);
        WrittenBlock.read(parameters, "Source");
        assertEquals(expected, Given.problem(parameters));
    }

    @Test
    void otherSideIsNotLookedAt() {
        Parameters parameters = Given.parameters("SourceCidrIp=x");
        assertEquals(Optional.empty(), WrittenBlock.read(parameters, "Dest"));
        assertEquals("good", Given.problem(parameters));
    }
}
