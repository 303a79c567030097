package dev.cordon.nft.text;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.cordon.engine.compile.EniPolicy;
import dev.cordon.engine.compile.HostView;
import dev.cordon.engine.decide.AddressSet;
import dev.cordon.engine.decide.Clause;
import dev.cordon.engine.decide.Clauses;
import dev.cordon.model.net.MacAddress;
import dev.cordon.model.policy.Action;
import dev.cordon.model.policy.Direction;
import dev.cordon.model.policy.EniId;
import dev.cordon.model.policy.SecurityGroupId;
import dev.cordon.model.policy.TrackingTimeouts;
import dev.cordon.model.state.Revision;
import dev.cordon.model.state.SortedTable;
import dev.cordon.model.verdict.Verdict;
import java.util.List;
import org.junit.jupiter.api.Test;

class HitReaderTest {

    private static final Verdict SHARED = Verdict.sharedGroup(new SecurityGroupId("sg-1"));
    private static final Verdict DROPPED = Verdict.byDefault(Action.DROP, Direction.INGRESS);
    private static final Verdict ACCEPTED = Verdict.byDefault(Action.ACCEPT, Direction.EGRESS);

    private static HostView view() {
        SortedTable<EniId, EniPolicy> none = SortedTable.empty();
        EniPolicy policy = new EniPolicy(
                new EniId("eni-1"),
                new MacAddress(1),
                AddressSet.EMPTY,
                TrackingTimeouts.DEFAULT,
                new Clauses(Direction.INGRESS, List.of(new Clause(List.of(), SHARED)), DROPPED),
                new Clauses(Direction.EGRESS, List.of(), ACCEPTED));
        return new HostView(new Revision(1), none.with(policy.eni(), policy));
    }

    @Test
    void elementsAreSummedAndDenialsAreCountedOnce() {
        assertEquals(
                List.of(
                        new Hit(Direction.INGRESS, SHARED, 5, 500),
                        new Hit(Direction.INGRESS, DROPPED, 7, 700),
                        new Hit(Direction.EGRESS, ACCEPTED, 0, 0)),
                HitReader.read("""
                        table inet cordon {
                            map eni-1/ingress/ports {
                                elements = { 22-22 . 6 . 0x10000000 counter packets 2 bytes 200 comment "INTRA_ACCEPT sg-1" : return,
                                             80-80 . 6 . 0x10000000 counter packets 9 bytes 9 comment "DEFAULT_DROP" : goto deny/ingress/DEFAULT_DROP,
                                             23-23 . 6 . 0x10000000 counter packets 1 bytes 100 comment "CUSTOM sg-1 sgr-gone" : return }
                            }
                            map eni-2/ingress/protocols {
                                elements = { 1-1 . 0x10000000 counter packets 3 bytes 300 comment "INTRA_ACCEPT sg-1" : return }
                            }
                            chain deny/ingress/DEFAULT_DROP {
                                update @told_links { iif . oif limit rate 50/second burst 100 packets } log prefix "- ingress DEFAULT_DROP" group 8620 snaplen 128
                                counter packets 7 bytes 700 drop
                            }
                            chain deny/ingress/FORGED {
                                counter packets 4 bytes 400 drop
                            }
                        }
                        """, view()));
    }
}
