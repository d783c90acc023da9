package studio.backprop.run;

import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import studio.backprop.data.PreparedData;
import studio.backprop.data.Task;
import studio.backprop.doctor.HealthMonitor;
import studio.backprop.generative.RoundLog;
import studio.backprop.network.Node;
import studio.backprop.observe.Example;
import studio.backprop.observe.HistogramLog;
import studio.backprop.observe.Mailbox;
import studio.backprop.observe.Ring;
import studio.backprop.observe.SnapshotPublisher;
import studio.backprop.plan.Parameter;
import studio.backprop.plan.Plan;
import studio.backprop.project.Project;
import studio.backprop.run.time.CheckpointLog;
import studio.backprop.train.Session;
import studio.backprop.train.metric.Metric;
import studio.backprop.train.metric.Quantity;
import studio.backprop.train.record.EpochRecord;
import studio.backprop.train.record.RunRecord;

/**
 * Read-only view of a training session for other threads: project and data, a mailbox of snapshots, and a history of every step. A new
 * session is a new run.
 */
public final class Run {
  /** First column of a history row; then those of {@link #measuredInSteps}. */
  public static final int STEP = 0;

  /** First column of ‖∂L/∂w‖ by learned parameter, then ‖∂L/∂output‖ by reached node. */
  public static final int NORMS = 1 + measuredInSteps(Task.CLASSES).size();

  /** Shortest time between snapshots. */
  private static final long NANOS_BETWEEN = 60_000_000;
  /** Inverse of the largest share of time for snapshots. */
  private static final long TIMES_ITS_COST = 25;

  private final Project project;
  private final PreparedData data;
  private final Task task;
  private final List<Parameter> learned;
  private final List<Integer> reached;
  private final List<Integer> renewed;
  private final boolean learnedBefore;
  private final int batchesPerEpoch;
  private final int rows;
  private final SnapshotPublisher publisher;
  private final CheckpointLog checkpointLog;
  private final HistogramLog histogramLog;
  private final HealthMonitor monitor;
  private final RoundLog roundLog = new RoundLog();
  private final Ring history;
  private final int others;
  /** Whether it is adversarial training. */
  private final boolean against;
  private final ConcurrentLinkedQueue<EpochRecord> epochs = new ConcurrentLinkedQueue<>();
  private long shownAt = System.nanoTime();
  private long pause = NANOS_BETWEEN;
  private volatile int lastEpoch;

  /** @param renewed nodes with newly initialized weights */
  public Run(Session session, List<Integer> renewed) {
    this(session, renewed, false);
  }

  /** @param learnedBefore whether its initial weights were trained in another run, or set manually */
  Run(Session session, List<Integer> renewed, boolean learnedBefore) {
    this(session, renewed, learnedBefore, CheckpointLog.standard(), new HistogramLog());
    checkpointLog.begin(session);
    epochs.addAll(session.epochs());
  }

  /** Continues an earlier run of the same project. @param checkpointLog ends at the session's step */
  Run(Session session, CheckpointLog checkpointLog) {
    this(session, checkpointLog, new HistogramLog());
  }

  Run(Session session, CheckpointLog checkpointLog, HistogramLog histogramLog) {
    this(session, List.of(), true, checkpointLog, histogramLog);
  }

  private Run(Session session, List<Integer> renewed, boolean learnedBefore, CheckpointLog checkpointLog, HistogramLog histogramLog) {
    this.learnedBefore = learnedBefore;
    this.checkpointLog = checkpointLog;
    this.histogramLog = histogramLog;
    this.renewed = renewed;
    this.project = session.project();
    this.data = session.data();
    this.task = session.task();
    RunRecord.tableOf(project); // cached; here, since it passes over a large table
    this.learned = session.parameters().learned();
    this.reached = session.project().network().nodes().stream().map(Node::id).filter(session::reaches).toList();
    session.measure(reached);
    this.batchesPerEpoch = session.batchesPerEpoch();
    this.rows = session.rows();
    this.publisher = new SnapshotPublisher(session);
    this.monitor = HealthMonitor.sparing(session, roundLog);
    if (RoundLog.isDue(session)) {
      roundLog.keep(session);
    }
    this.others = session.learners() - 1;
    this.against = project.assignment().isAdversarial();
    this.history = new Ring(NORMS + norms() + others);
  }

  /** Quantities of each step without gradient norms, in column order. */
  public static List<Quantity> measuredInSteps(Task task) {
    return List.of(Quantity.batch(Metric.LOSS), Quantity.batch(Metric.of(task)), Quantity.RATE);
  }

  /** Number of further learners, whose losses follow the norms in a history row. */
  public int others() {
    return others;
  }

  /** On the training thread, after a step. */
  void record(Session session) {
    int at = history.place();
    if (at >= 0) {
      double[] row = history.rows();
      row[at + STEP] = session.steps();
      row[at + STEP + 1] = session.loss();
      row[at + STEP + 2] = session.measure();
      row[at + STEP + 3] = session.takenRate();
      for (int p = 0; p < learned.size(); p++) {
        row[at + NORMS + p] = against && !session.tookTurn(p) ? 0 : session.gradientNorm(p); // none for frozen parameters
      }
      for (int n = 0; n < reached.size(); n++) {
        Plan plan = session.planOf(reached.get(n));
        boolean comes = plan.gradient(reached.get(n)).isPresent(); // none for nodes that are frozen in the step
        row[at + NORMS + learned.size() + n] = comes ? plan.norms().of(n) : 0;
      }
      for (int other = 0; other < others; other++) {
        row[at + NORMS + norms() + other] = session.lossOf(1 + other);
      }
      history.commit();
    }
    monitor.see(session);
    checkpointLog.record(session, System.nanoTime());
    if (session.batch() == 0) {
      epochs.add(session.epochs().get(session.epochs().size() - 1));
    }
  }

  /** Example of the next snapshots. On the training thread. */
  public void choose(Example example) {
    publisher.choose(example);
  }

  /** Node with a trace in the next snapshots; negative for none. On the training thread. */
  public void lookInto(int node) {
    publisher.lookInto(node);
  }

  /** Whether the next snapshots also have the values before the last step. On the training thread. */
  public void compare(boolean wanted) {
    publisher.compare(wanted);
  }

  /** Records the histograms, if due. On the training thread. @param resting whether training pauses */
  void remember(Session session, boolean resting) {
    histogramLog.record(session, System.nanoTime(), resting);
    if (resting) {
      monitor.rest(session);
    }
    if (resting && session.finished()) {
      monitor.end(session);
    }
  }

  /** Sets the last epoch. On the training thread. */
  void endAt(int epoch) {
    lastEpoch = epoch;
  }

  /** Last epoch, possibly extended. */
  public int lastEpoch() {
    return lastEpoch;
  }

  /** Whether the last snapshot is old enough for a new one. */
  boolean due() {
    return System.nanoTime() - shownAt >= pause;
  }

  /** On the training thread. */
  public void show() {
    shownAt = System.nanoTime();
    publisher.show();
    pause = Math.max(NANOS_BETWEEN, TIMES_ITS_COST * (System.nanoTime() - shownAt));
  }

  public Project project() {
    return project;
  }

  public PreparedData data() {
    return data;
  }

  public Task task() {
    return task;
  }

  /** Parameters with norms in the history, in column order. */
  public List<Parameter> learned() {
    return learned;
  }

  /** Nodes with a gradient, in the order of the history's last columns. */
  public List<Integer> reached() {
    return reached;
  }

  /** Nodes of a trained network with newly initialized weights, as the old ones did not fit. */
  public List<Integer> renewed() {
    return renewed;
  }

  /** Whether its weights at a step are trained, in this or another run, or set manually. False if some were initialized anew. */
  public boolean isTrained(long step) {
    return step > 0 || renewed.isEmpty() && (learnedBefore || checkpointLog.isSetBy(step));
  }

  /** Columns of a history row after {@link #NORMS}. */
  public int norms() {
    return learned.size() + reached.size();
  }

  public int batchesPerEpoch() {
    return batchesPerEpoch;
  }

  public int rows() {
    return rows;
  }

  public Mailbox mailbox() {
    return publisher.mailbox();
  }

  public CheckpointLog checkpointLog() {
    return checkpointLog;
  }

  public HistogramLog histogramLog() {
    return histogramLog;
  }

  /** Health monitor, updated every {@link HealthMonitor#EVERY} steps and after a fault. */
  public HealthMonitor monitor() {
    return monitor;
  }

  /** Evaluated rounds of adversarial training. */
  public RoundLog roundLog() {
    return roundLog;
  }

  public Ring history() {
    return history;
  }

  /** Next unread record of an epoch, or null. */
  public EpochRecord nextEpoch() {
    return epochs.poll();
  }
}
