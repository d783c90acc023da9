package studio.backprop.train;

import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import studio.backprop.data.PreparedData;
import studio.backprop.kernel.Kernels;
import studio.backprop.plan.Parameter;

/**
 * What others may see of one session in training: its project and data, a mailbox of states, and a history of every step. A new session
 * is a new run.
 */
public final class Run {
  /** Columns of a history row; after them comes ‖∂L/∂w‖ of each learned parameter. */
  public static final int STEP = 0;

  public static final int LOSS = 1;
  public static final int MEASURE = 2;
  public static final int RATE = 3;
  public static final int NORMS = 4;

  private final Project project;
  private final PreparedData data;
  private final List<Parameter> learned;
  private final int batchesPerEpoch;
  private final int rows;
  private final Probe probe;
  private final Moments moments = new Moments();
  private final Mailbox mailbox;
  private final Ring history;
  private final ConcurrentLinkedQueue<EpochRecord> epochs = new ConcurrentLinkedQueue<>();

  Run(Session session) {
    this.project = session.project();
    this.data = session.data();
    this.learned = session.parameters().learned();
    this.batchesPerEpoch = session.batchesPerEpoch();
    this.rows = session.rows();
    this.probe = session.probe();
    this.mailbox = new Mailbox(() -> new Snapshot(session, probe.plan()));
    this.history = new Ring(NORMS + learned.size());
    epochs.addAll(session.epochs());
  }

  /** On the training thread, after a step. */
  void record(Session session) {
    int at = history.place();
    if (at >= 0) {
      double[] row = history.rows();
      row[at + STEP] = session.steps();
      row[at + LOSS] = session.loss();
      row[at + MEASURE] = session.measure();
      row[at + RATE] = session.currentRate();
      for (int p = 0; p < learned.size(); p++) {
        row[at + NORMS + p] = session.gradientNorm(p);
      }
      history.commit();
    }
    if (session.batch() == 0) {
      epochs.add(session.epochs().get(session.epochs().size() - 1));
    }
  }

  /** Which example the next states show. On the training thread. */
  void choose(Example example) {
    probe.choose(example);
  }

  /**
   * Keeps the moment, if one is due. On the training thread.
   *
   * @param resting whether no further step follows soon
   */
  void remember(Session session, boolean resting) {
    moments.record(session, System.nanoTime(), resting);
  }

  /** On the training thread. */
  void show(Session session, Kernels kernels) {
    Snapshot snapshot = mailbox.blank();
    if (snapshot != null) {
      snapshot.fill(session, probe, kernels);
      mailbox.put(snapshot);
    }
  }

  public Project project() {
    return project;
  }

  public PreparedData data() {
    return data;
  }

  /** The parameters whose norms are in the history, in the order of its columns. */
  public List<Parameter> learned() {
    return learned;
  }

  public int batchesPerEpoch() {
    return batchesPerEpoch;
  }

  /** Training examples in one epoch. */
  public int rows() {
    return rows;
  }

  public Mailbox mailbox() {
    return mailbox;
  }

  /** How all numbers were spread at a few moments. */
  public Moments moments() {
    return moments;
  }

  public Ring history() {
    return history;
  }

  /** The next completed epoch that nobody has looked at, or null. */
  public EpochRecord nextEpoch() {
    return epochs.poll();
  }
}
