package dev.cordon.agent.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NetlinkAnswerTest {

    private static final int NUMBER = 77;
    private static final int MULTI = 2;
    private static final int INTERRUPTED = 0x10;
    private static final int ERROR = 2;
    private static final int DONE = 3;
    private static final int NEW_LINK = 16;
    private static final int NETFILTER = 0x0100;

    private final List<Integer> types = new ArrayList<>();
    private final NetlinkAnswer answer = new NetlinkAnswer(NUMBER, message -> types.add(message.type()));

    private record Message(int type, int flags, int number, int value) {}

    private static ByteBuffer datagram(Message... messages) {
        ByteBuffer bytes = ByteBuffer.allocate(20 * messages.length).order(ByteOrder.nativeOrder());
        for (Message message : messages) {
            bytes.putInt(20).putShort((short) message.type()).putShort((short) message.flags());
            bytes.putInt(message.number()).putInt(0).putInt(message.value());
        }
        return bytes.flip();
    }

    @Test
    void handsOverEachMessageUpToTheEnd() {
        answer.read(datagram(new Message(NETFILTER, MULTI, NUMBER, 1), new Message(NETFILTER + 1, MULTI, NUMBER, 1)));
        assertThat(answer.hasEnded()).isFalse();
        answer.read(datagram(new Message(NETFILTER + 2, MULTI, NUMBER, 1), new Message(DONE, MULTI, NUMBER, 0)));
        assertThat(answer.hasEnded()).isTrue();
        assertThat(answer.isConsistent()).isTrue();
        assertThat(types).isEqualTo(List.of(NETFILTER, NETFILTER + 1, NETFILTER + 2));
    }

    @Test
    void passesOverWhatAnEarlierRequestLeft() {
        answer.read(datagram(
                new Message(NETFILTER, MULTI, NUMBER - 1, 1),
                new Message(DONE, MULTI, NUMBER - 1, 0),
                new Message(NETFILTER + 1, MULTI, NUMBER, 1)));
        assertThat(answer.hasEnded()).isFalse();
        assertThat(types).isEqualTo(List.of(NETFILTER + 1));
    }

    @Test
    void anAcknowledgementEndsIt() {
        answer.read(datagram(new Message(ERROR, 0, NUMBER, 0)));
        assertThat(answer.hasEnded()).isTrue();
    }

    @Test
    void anErrorIsNamed() {
        assertThatThrownBy(() -> answer.read(datagram(new Message(ERROR, 0, NUMBER, -1))))
                .isInstanceOf(KernelException.class)
                .hasMessage("netlink: EPERM, needs root (CAP_NET_ADMIN)");
    }

    /// Else half a dump would pass for the whole.
    @Test
    void aDumpThatFailsHalfWayIsNoAnswer() {
        assertThatThrownBy(() -> answer.read(
                        datagram(new Message(NETFILTER, MULTI, NUMBER, 1), new Message(DONE, MULTI, NUMBER, -12))))
                .isInstanceOf(KernelException.class)
                .hasMessage("netlink: ENOMEM, out of memory");
    }

    @Test
    void aDumpThatAChangeHasInterruptedIsNotConsistent() {
        answer.read(
                datagram(new Message(NETFILTER, MULTI | INTERRUPTED, NUMBER, 1), new Message(DONE, MULTI, NUMBER, 0)));
        assertThat(answer.hasEnded()).isTrue();
        assertThat(answer.isConsistent()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 15, 21, -1})
    void aWrongLengthIsNamed(int length) {
        ByteBuffer datagram = datagram(new Message(NETFILTER, MULTI, NUMBER, 1)).putInt(0, length);
        assertThatThrownBy(() -> answer.read(datagram))
                .isInstanceOf(KernelException.class)
                .hasMessage("netlink: a message says that it has `" + length + "` bytes, of 20 that are there");
    }

    @Test
    void aMessageShorterThanItsHeaderIsNamed() {
        ByteBuffer datagram = ByteBuffer.allocate(20).order(ByteOrder.nativeOrder());
        datagram.putInt(20).putShort((short) NEW_LINK).putShort((short) 0).putInt(NUMBER);
        assertThatThrownBy(() -> answer.read(datagram.rewind()))
                .isInstanceOf(KernelException.class)
                .hasMessage("netlink: a message of type `16` has `4` bytes, less than its header");
    }

    @Test
    void aNumberOfAnotherLengthIsNamed() {
        ByteBuffer attribute = ByteBuffer.allocate(8).order(ByteOrder.nativeOrder());
        attribute.putShort((short) 6).putShort((short) 12);
        assertThatThrownBy(
                        () -> NetlinkMessage.Attributes.read(attribute.rewind()).u32(12))
                .isInstanceOf(KernelException.class)
                .hasMessage("netlink: attribute `12` has `2` bytes, and should have 4");
    }
}
