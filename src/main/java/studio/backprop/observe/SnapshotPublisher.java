package studio.backprop.observe;

import studio.backprop.kernel.Kernels;
import studio.backprop.train.Session;

/** Shows the states of a session: the newest lies in a mailbox, with the way of one chosen example through the network. */
public final class SnapshotPublisher {
  private final Session session;
  private final Kernels kernels;
  private final Probe probe;
  private final Mailbox mailbox;

  public SnapshotPublisher(Session session) {
    this.session = session;
    this.kernels = session.kernels();
    this.probe = Probe.of(session);
    this.mailbox = new Mailbox(() -> new Snapshot(session, probe));
  }

  /** Which example the next states show. On the session's thread. */
  public void choose(Example example) {
    probe.choose(example);
  }

  /** Which node the next states show from inside; below 0 none. On the session's thread. */
  public void lookInto(int node) {
    probe.lookInto(node);
  }

  /** Whether the next states also show what the last step has changed. On the session's thread. */
  public void compare(boolean wanted) {
    probe.compare(wanted);
  }

  /** Puts the state of now into the mailbox. On the session's thread. */
  public void show() {
    Snapshot snapshot = mailbox.blank();
    if (snapshot != null) {
      snapshot.fill(session, probe, kernels);
      mailbox.put(snapshot);
    }
  }

  public Mailbox mailbox() {
    return mailbox;
  }
}
