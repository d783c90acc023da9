package studio.backprop.train.regime;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import studio.backprop.data.Batches;
import studio.backprop.data.Part;
import studio.backprop.data.PreparedData;
import studio.backprop.data.TargetForm;
import studio.backprop.data.Task;
import studio.backprop.data.draw.DrawnExample;
import studio.backprop.kernel.Kernels;
import studio.backprop.network.Network;
import studio.backprop.network.Node;
import studio.backprop.network.Objective;
import studio.backprop.op.ClassWeights;
import studio.backprop.op.PolicyLoss;
import studio.backprop.plan.Compiler.Purpose;
import studio.backprop.plan.Parameters;
import studio.backprop.plan.Plan;
import studio.backprop.project.Agent;
import studio.backprop.project.Assignment;
import studio.backprop.project.Project;
import studio.backprop.project.agent.AgentMethod;
import studio.backprop.project.agent.MethodCatalog;
import studio.backprop.project.agent.PolicyMethod;
import studio.backprop.project.agent.ValueMethod;
import studio.backprop.train.agent.AgentBatch;
import studio.backprop.train.agent.AgentHealth;
import studio.backprop.train.agent.AgentSnapshot;
import studio.backprop.train.agent.CollectionTimes;
import studio.backprop.train.agent.Collector;
import studio.backprop.train.agent.CollectorFactory;
import studio.backprop.train.agent.EpisodeLog;
import studio.backprop.train.agent.GreedyEvaluation;
import studio.backprop.train.agent.Transition;
import studio.backprop.train.learn.BatchSource;
import studio.backprop.train.learn.Evaluator;
import studio.backprop.train.learn.Learner;
import studio.backprop.train.learn.LearnerTurn;
import studio.backprop.train.metric.ClassCount;
import studio.backprop.train.metric.MetricAccumulator;
import studio.backprop.train.metric.Metrics;
import studio.backprop.train.record.AgentScores;
import studio.backprop.train.record.KeptState;

/**
 * Reinforcement learning regime. A step is one update of each loss; at the beginning of a round the collector acts first. At the end of an
 * epoch the greedy policy is evaluated in separate environments, and the best weights are kept.
 */
public final class AgentTraining implements Regime {
  /** Format version of the state. */
  private static final String FORMAT = "2";

  private final Project project;
  private Agent agent;
  private final PreparedData data;
  private final Parameters parameters;
  private final Collector collector;
  private final Optional<CollectionTimes> acting;
  private final Batches shown;
  private final AgentBatches examples;
  private final List<Learner> learners;
  private final List<LearnerTurn> turns;
  private final GreedyEvaluation greedyChoice;
  private final GreedyEvaluation greedyReport;
  private final AgentWatch watch;
  private final int batches;
  private final int batch;
  private final float[] row;
  private final BestPolicyWeights best;
  private long batchStep = -1;

  AgentTraining(Project project, PreparedData data, Kernels kernels, Parameters parameters, Purpose purpose) {
    this.project = project;
    this.agent = (Agent) project.assignment();
    this.data = data;
    this.parameters = parameters;
    this.batch = agent.batch(project.training().batch());
    this.batches = agent.updatesPerLook(project.training().batch());
    this.shown = Evaluator.inOrder(data, Part.TRAIN, TargetForm.VALUE);
    this.row = new float[data.dataset().width()];
    this.best = new BestPolicyWeights(parameters);
    CollectorFactory factory = new CollectorFactory(project, parameters, kernels, data.inputScaler());
    this.collector = factory.experience();
    this.acting = Optional.of(collector.clock());
    this.greedyChoice = factory.greedy("choose");
    this.greedyReport = factory.greedy("report");
    this.watch = new AgentWatch(factory.preferences(data));
    this.learners = learners(kernels, purpose);
    this.turns = IntStream.range(0, learners.size())
        .mapToObj(i -> new LearnerTurn(learners.get(i), 0, 1, i, learners.size(), Optional.empty())).toList();
    this.examples = (AgentBatches) learners.get(0).source();
  }

  private List<Learner> learners(Kernels kernels, Purpose purpose) {
    Network network = project.network();
    Optional<Objective> critic = network.critic();
    Set<Integer> judging = critic.stream().flatMap(objective -> network.nodes().stream()
        .filter(node -> network.leads(node.id(), objective.output().id())).map(Node::weights)).collect(Collectors.toSet());
    List<Learner> all = new ArrayList<>();
    AgentBatches source = agent.method() instanceof PolicyMethod method
        ? new AgentBatches(this, (dealt, plan) -> dealt.fillPolicy(plan, method))
        : new AgentBatches(this, AgentBatch::fillValues);
    critic.ifPresent(objective ->
        all.add(learner(objective, new AgentBatches(this, AgentBatch::fillCritic), judging::contains, kernels, purpose)));
    all.add(learner(network.objective(), source, node -> !judging.contains(node), kernels, purpose));
    return List.copyOf(all);
  }

  private Learner learner(
      Objective objective, BatchSource source, Predicate<Integer> own, Kernels kernels, Purpose purpose) {
    Set<Integer> nodes = objective.learning().stream().filter(own).collect(Collectors.toSet());
    return new Learner(project, objective.by(nodes), ClassWeights.NONE, source, parameters, parameters.among(own), kernels, purpose);
  }

  AgentBatch dealt(long step) {
    if (batchStep != step) {
      collector.deal(step);
      batchStep = step;
      Arrays.fill(learners.get(learners.size() - 1).plan(0).prediction().values(), Float.NaN); // until it runs forward
    }
    return collector.dealt();
  }

  /** The displayed states, in order. */
  Batches shown() {
    return shown;
  }

  int batches() {
    return batches;
  }

  int batch() {
    return batch;
  }

  /** The critic, if any, then the policy or value function. */
  @Override
  public List<Learner> learners() {
    return learners;
  }

  @Override
  public List<LearnerTurn> turns() {
    return turns;
  }

  @Override
  public void follow(Assignment live) {
    agent = agent.withLive(live);
    collector.follow(agent.method());
  }

  @Override
  public BatchSource examples() {
    return examples;
  }

  @Override
  public boolean push(double impulse) {
    boolean can = collector.worlds().world().canBePushed();
    if (can) {
      collector.worlds().push(0, impulse);
    }
    return can;
  }

  /** Error of values, or of the critic's, against their targets. */
  @Override
  public MetricAccumulator metrics() {
    return new MetricAccumulator(Task.REGRESSION, 1, false, 1, 0);
  }

  /** The values of actions in displayed states are unknown. */
  @Override
  public Metrics evaluate(Part part) {
    return Metrics.NONE;
  }

  /** Evaluates the greedy policy; keeps the weights if they are the best. */
  @Override
  public Metrics validate() {
    double mean = greedyChoice.play().mean();
    collector.log().looked(mean, collector.worlds().taken());
    if (agent.method().keepsBest()) {
      best.offer(mean, examples.epoch() + 1);
    }
    best.goOn();
    return Metrics.NONE;
  }

  @Override
  public List<ClassCount> validationClasses() {
    return List.of();
  }

  @Override
  public boolean keepBest() {
    return best.take();
  }

  @Override
  public OptionalInt bestEpoch() {
    return best.epoch();
  }

  @Override
  public Optional<AgentScores> agent() {
    EpisodeLog log = collector.log();
    GreedyEvaluation.Result kept = greedyReport.play();
    double lastMean = best.byLast(() -> greedyReport.play().mean()).orElse(kept.mean());
    return Optional.of(new AgentScores(collector.worlds().taken(), log.returns().count(), log.returns().meanOfLast(EpisodeLog.LAST),
        log.bestMean(), kept.mean(), kept.steps(), lastMean));
  }

  public Collector experience() {
    return collector;
  }

  @Override
  public Optional<AgentSnapshot> sight() {
    return Optional.of(watch.sight(agent.method(), collector, this::valued));
  }

  @Override
  public Optional<AgentHealth> health() {
    return Optional.of(watch.health(agent.method(), collector));
  }

  @Override
  public double greedy(int before) {
    int place = collector.log().looks().count() - 1 - before;
    return place >= 0 ? collector.log().looks().get(place) : Double.NaN;
  }

  @Override
  public Optional<CollectionTimes> acting() {
    return acting;
  }

  @Override
  public long episodes() {
    return collector.log().returns().count();
  }

  /** With Q(s, a) of this step's forward pass, NaN before it; unchanged after a restart until the first batch. */
  private Transition valued(Transition last) {
    if (batchStep < 0) {
      return last;
    }
    Plan plan = learners.get(learners.size() - 1).plan(0);
    float[] values = new float[plan.prediction().rowCount()];
    plan.prediction().copyRow(0, values);
    return last.valued(values[last.action()]);
  }

  /** Without ε, which may change during training. */
  private String form() {
    AgentMethod fixed = agent.method() instanceof ValueMethod values ? values.exploring(0, 0, 1) : agent.method();
    return String.join("/", FORMAT, agent.environment().id() + agent.map(), MethodCatalog.typeOf(fixed).kept(), fixed.toString(),
        String.valueOf(batch), best.form());
  }

  @Override
  public Optional<KeptState> state() {
    KeptState.Writer to = new KeptState.Writer();
    collector.last().map(this::valued).ifPresent(last -> collector.valued(last.value()));
    collector.write(to);
    best.write(to);
    return Optional.of(to.state(form()));
  }

  @Override
  public boolean reads(KeptState state) {
    return state.form().equals(form());
  }

  @Override
  public void restore(KeptState state) {
    if (!reads(state)) {
      return;
    }
    state.readBy(this::read);
    batchStep = -1;
    best.goOn();
  }

  private void read(KeptState.Reader from) {
    collector.read(from);
    best.read(from);
  }

  @Override
  public boolean showLearned(Plan plan) {
    if (!collector.hasLearned()) {
      return false;
    }
    if (!(agent.method() instanceof PolicyMethod method)) {
      collector.dealt().fillValues(plan);
    } else if (plan.loss() instanceof PolicyLoss) {
      collector.dealt().fillPolicy(plan, method);
    } else {
      collector.dealt().fillCritic(plan);
    }
    return true;
  }

  @Override
  public void show(Part part, int place, Plan plan) {
    data.copyInput(part, place, row, 0);
    put(plan);
  }

  @Override
  public void show(DrawnExample drawn, Plan plan) {
    drawn.copyInput(data, row);
    put(plan);
  }

  private void put(Plan plan) {
    plan.inputs().get(0).setRow(0, row, 0);
    Arrays.fill(plan.target().values(), Float.NaN);
    if (plan.loss() instanceof PolicyLoss loss) {
      Arrays.fill(loss.advantages().values(), 0);
    }
  }
}
