package studio.backprop.train.regime;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import studio.backprop.data.Batches;
import studio.backprop.data.Part;
import studio.backprop.data.PreparedData;
import studio.backprop.data.TargetForm;
import studio.backprop.data.Task;
import studio.backprop.data.draw.DrawnExample;
import studio.backprop.kernel.Kernels;
import studio.backprop.network.Network;
import studio.backprop.network.Objective;
import studio.backprop.op.ClassWeights;
import studio.backprop.op.Draws;
import studio.backprop.plan.Compiler.Purpose;
import studio.backprop.plan.Parameters;
import studio.backprop.plan.Plan;
import studio.backprop.project.Adversarial;
import studio.backprop.project.AdversarialRoles;
import studio.backprop.project.AdversarialSettings;
import studio.backprop.project.Assignment;
import studio.backprop.project.ClassBalance;
import studio.backprop.project.Project;
import studio.backprop.project.TrainingSettings;
import studio.backprop.project.WhoTrains;
import studio.backprop.tensor.Seeds;
import studio.backprop.text.Message;
import studio.backprop.train.learn.BatchSource;
import studio.backprop.train.learn.Evaluator;
import studio.backprop.train.learn.Learner;
import studio.backprop.train.learn.LearnerTurn;
import studio.backprop.train.metric.ClassCount;
import studio.backprop.train.metric.MetricAccumulator;
import studio.backprop.train.metric.Metrics;

/**
 * Adversarial training: discriminator and generator by the loss of the same output. In each step the discriminator is updated first, once
 * or several times, with label 1 (or a smoothed one) for real and 0 for generated examples; then the generator, with the discriminator
 * frozen, by the non-saturating loss (label 1) or by minimax. Goodfellow et al. 2014, algorithm 1.
 */
public final class AdversarialTraining implements Regime {
  /** Index among the {@link #learners}. */
  public static final int DISCRIMINATOR = 0;
  /** Index among the {@link #learners}. */
  public static final int GENERATOR = 1;

  /** Text key of a discriminator's turn. */
  public static final String OF_DISCRIMINATOR = "slow.turn.discriminator";

  private static final int CLASSES = 2;

  private final Project project;
  private final PreparedData data;
  private final Kernels kernels;
  private final Parameters parameters;
  private final Seeds seeds;
  private final AdversarialRoles roles;
  private final RealAndGenerated examples;
  private final AdversarialSettings settings;
  private final List<Learner> learners;
  private final Map<WhoTrains, List<LearnerTurn>> turns;
  private final RealAndGenerated shown;
  private final float[] row;
  private final Map<Part, Evaluator> evaluators = new EnumMap<>(Part.class);
  private WhoTrains trains;

  AdversarialTraining(Project project, PreparedData data, Kernels kernels, Parameters parameters, Purpose purpose) {
    this.project = project;
    this.data = data;
    this.kernels = kernels;
    this.parameters = parameters;
    Network network = project.network();
    TrainingSettings training = project.training();
    this.seeds = new Seeds(training.seed());
    this.roles = AdversarialRoles.of(network)
        .orElseThrow(() -> new IllegalArgumentException("no generator and discriminator in the network"));
    int size = Math.min(training.batch(), data.trainRows());
    Optional<Seeds> order = training.shuffle() ? Optional.of(seeds) : Optional.empty();
    Batches batches = Batches.forTraining(data, size, unused(), order, training.balance() == ClassBalance.BATCHES);
    this.settings = ((Adversarial) project.assignment()).settings();
    this.examples = new RealAndGenerated(batches, kernels, noise("noise"), (float) settings.realLabel(), 0);
    RealAndGenerated generated =
        new RealAndGenerated(batches, kernels, noise("noise/generator"), Float.NaN, settings.objective().generatedLabel());
    Objective objective = network.objective();
    this.learners = List.of(
        learner(objective, roles.discriminator(), node -> !roles.generator().contains(node), examples, purpose),
        learner(settings.objective().ofGenerator(objective), roles.generator(), roles.generator()::contains, generated, purpose));
    this.turns = new EnumMap<>(WhoTrains.class);
    for (WhoTrains who : WhoTrains.values()) {
      turns.put(who, turns(who, settings.discriminatorSteps()));
    }
    follow(project.assignment());
    this.shown = new RealAndGenerated(batches, kernels, evaluationNoise(), 1, 0);
    this.row = new float[data.dataset().width()];
  }

  private Learner learner(
      Objective objective, Set<Integer> nodes, Predicate<Integer> own, BatchSource source, Purpose purpose) {
    return new Learner(project, objective.by(nodes), ClassWeights.NONE, source, parameters, parameters.among(own), kernels, purpose);
  }

  /** Labels of the data are filled in with the examples, but not used. */
  private TargetForm unused() {
    return data.dataset().task() == Task.CLASSES ? TargetForm.ONE_HOT : TargetForm.VALUE;
  }

  private Latent noise(String use) {
    return new Latent(roles, settings.noise(), new Draws(seeds.source(use).nextLong()));
  }

  private Latent evaluationNoise() {
    return Latent.judged(roles, settings.noise(), seeds);
  }

  /** The discriminator, then the generator. */
  @Override
  public List<Learner> learners() {
    return learners;
  }

  private List<LearnerTurn> turns(WhoTrains who, int steps) {
    List<LearnerTurn> all = new ArrayList<>();
    for (int nth = 0; nth < steps && who.discriminator(); nth++) {
      all.add(new LearnerTurn(learners.get(DISCRIMINATOR), nth, steps, nth, steps + 1, Optional.of(Message.of(OF_DISCRIMINATOR))));
    }
    if (who.generator()) {
      all.add(new LearnerTurn(learners.get(GENERATOR), 0, 1, steps, steps + 1, Optional.of(Message.of("slow.turn.generator"))));
    }
    return List.copyOf(all);
  }

  @Override
  public List<LearnerTurn> turns() {
    return turns.get(trains);
  }

  @Override
  public void follow(Assignment live) {
    AdversarialSettings now = ((Adversarial) live).settings();
    trains = now.trains();
    learners.get(DISCRIMINATOR).setRate(now.ownRate() ? now.discriminatorRate() : Double.NaN);
  }

  @Override
  public BatchSource examples() {
    return examples;
  }

  /** Loss and accuracy of the discriminator. */
  @Override
  public MetricAccumulator metrics() {
    return new MetricAccumulator(Task.CLASSES, 1, false, project.network().objective().loss().cut(), CLASSES);
  }

  @Override
  public Metrics evaluate(Part part) {
    return evaluators.computeIfAbsent(part, this::evaluator).run();
  }

  /** Evaluates the discriminator on a part of the data and as many generated examples, from the same noise each time. */
  private Evaluator evaluator(Part part) {
    BatchSource source = new RealAndGenerated(Evaluator.inOrder(data, part, unused()), kernels, evaluationNoise(), 1, 0);
    return new Evaluator(project.network(), parameters, kernels, source, metrics(), Purpose.PREDICT_LEAN);
  }

  @Override
  public Metrics validate() {
    return evaluate(Part.VALIDATION);
  }

  @Override
  public List<ClassCount> validationClasses() {
    return List.of();
  }

  @Override
  public void show(Part part, int row, Plan plan) {
    data.copyInput(part, row, this.row, 0);
    shown.show(this.row, plan);
  }

  @Override
  public void show(DrawnExample drawn, Plan plan) {
    drawn.copyInput(data, row);
    shown.show(row, plan);
    drawn.noise().ifPresent(z -> plan.output(roles.noise().id()).filter(noise -> noise.rowCount() == z.length)
        .ifPresent(noise -> noise.setRow(0, z, 0)));
  }
}
