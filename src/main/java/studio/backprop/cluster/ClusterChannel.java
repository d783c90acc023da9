package studio.backprop.cluster;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.jgroups.Address;
import org.jgroups.BytesMessage;
import org.jgroups.JChannel;
import org.jgroups.Message;
import org.jgroups.Receiver;
import org.jgroups.View;
import org.jgroups.protocols.FD_ALL3;
import org.jgroups.protocols.FD_SOCK2;
import org.jgroups.protocols.FRAG4;
import org.jgroups.protocols.MERGE3;
import org.jgroups.protocols.MFC;
import org.jgroups.protocols.SYM_ENCRYPT;
import org.jgroups.protocols.TCP;
import org.jgroups.protocols.TCPPING;
import org.jgroups.protocols.UFC;
import org.jgroups.protocols.UNICAST3;
import org.jgroups.protocols.VERIFY_SUSPECT2;
import org.jgroups.protocols.pbcast.GMS;
import org.jgroups.protocols.pbcast.NAKACK2;
import org.jgroups.protocols.pbcast.STABLE;
import org.jgroups.stack.Protocol;
import org.slf4j.LoggerFactory;

/**
 * Group channel by JGroups over TCP. Members are discovered at configured addresses, never by multicast. All traffic is encrypted with the
 * shared secret, including the join request.
 */
final class ClusterChannel implements AutoCloseable {
  private static final String NAME = "backprop-studio";
  /** Failure detection: a closed connection is noticed at once, a silent member after this time. */
  private static final long SILENT_MILLIS = 12_000;
  private static final long HEARTBEAT_MILLIS = 3_000;
  private static final long JOIN_MILLIS = 1_000;
  /** Afterwards the member starts a cluster of its own; clusters with the same secret are merged later. */
  private static final int JOIN_ATTEMPTS = 3;

  /** Called on threads of the cluster. */
  interface Listener {
    void heard(Address from, ClusterMessage letter);

    void members(List<Address> now);
  }

  private final MessageCipher seal;
  private final JChannel channel;
  private final AtomicLong refused = new AtomicLong();

  /** Not connected yet. */
  ClusterChannel(ClusterSettings settings, Listener listener) {
    this.seal = new MessageCipher(settings.secret());
    ((Logger) LoggerFactory.getLogger("org.jgroups")).setLevel(Level.OFF); // failures are reported as messages
    try {
      this.channel = new JChannel(stack(settings));
    } catch (Exception e) { // what JGroups declares
      throw new IllegalStateException(e);
    }
    channel.setDiscardOwnMessages(true);
    channel.setReceiver(new Receiver() {
      @Override
      public void receive(Message message) {
        int from = message.getOffset();
        byte[] sealed = Arrays.copyOfRange(message.getArray(), from, from + message.getLength());
        seal.open(sealed).map(ClusterMessage::unpack).ifPresentOrElse(
            letter -> listener.heard(message.getSrc(), letter), refused::incrementAndGet);
      }

      @Override
      public void viewAccepted(View view) {
        listener.members(view.getMembers());
      }
    });
  }

  /**
   * Connects to the cluster; the first member waits for others.
   *
   * @throws IOException if the address cannot be bound
   */
  void join() throws IOException {
    try {
      channel.connect(NAME);
    } catch (Exception e) { // what JGroups declares
      throw new IOException(Optional.ofNullable(e.getCause()).orElse(e));
    }
  }

  private Protocol[] stack(ClusterSettings settings) {
    SYM_ENCRYPT encrypt = new SYM_ENCRYPT().setSecretKey(seal.transportKey());
    encrypt.symAlgorithm("AES/CBC/PKCS5Padding").symIvLength(16);
    TCP tcp = new TCP();
    tcp.setBindAddress(settings.own().getAddress()).setBindPort(settings.own().getPort()).setPortRange(0);
    tcp.tcpNodelay(true); // no delay: a task and its result are one message each
    tcp.disableDiagnostics();
    TCPPING ping = new TCPPING();
    ping.setInitialHosts(settings.seeds()).setPortRange(0);
    NAKACK2 nakack = new NAKACK2();
    nakack.useMcastXmit(false);
    return new Protocol[] {
        tcp, ping, new MERGE3().setMinInterval(2_000).setMaxInterval(6_000), new FD_SOCK2().setBindAddress(settings.own().getAddress()),
        new FD_ALL3().setTimeout(SILENT_MILLIS).setInterval(HEARTBEAT_MILLIS), new VERIFY_SUSPECT2(), encrypt, nakack, new UNICAST3(),
        new STABLE(), new GMS().setJoinTimeout(JOIN_MILLIS).setMaxJoinAttempts(JOIN_ATTEMPTS).printLocalAddress(false),
        new UFC(), new MFC(), new FRAG4()};
  }

  Address own() {
    return channel.getAddress();
  }

  /** Number of messages that could not be authenticated. */
  long refused() {
    return refused.get();
  }

  /** Sends a message; dropped if the member has left. */
  void tell(Address to, ClusterMessage letter) {
    try {
      channel.send(new BytesMessage(to, seal.close(letter.pack())));
    } catch (Exception e) { // what JGroups declares: the channel was closed
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void close() {
    channel.close();
  }
}
