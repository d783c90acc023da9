package studio.backprop.observe;

import studio.backprop.kernel.Kernels;
import studio.backprop.train.Session;

/** Publisher of a session's snapshots to a mailbox. Used on the session's thread only. */
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

  /** Sets the inspected example. */
  public void choose(Example example) {
    probe.choose(example);
  }

  /** Sets the traced node; negative for none. */
  public void lookInto(int node) {
    probe.lookInto(node);
  }

  /** Sets whether snapshots have values before the last step. */
  public void compare(boolean wanted) {
    probe.compare(wanted);
  }

  /** Publishes the current state. */
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
