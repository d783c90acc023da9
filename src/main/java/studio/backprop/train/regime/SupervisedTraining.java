package studio.backprop.train.regime;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import studio.backprop.data.Batches;
import studio.backprop.data.Part;
import studio.backprop.data.PreparedData;
import studio.backprop.data.TargetForm;
import studio.backprop.data.draw.DrawnExample;
import studio.backprop.kernel.Kernels;
import studio.backprop.op.ClassWeights;
import studio.backprop.plan.Compiler.Purpose;
import studio.backprop.plan.Parameters;
import studio.backprop.plan.Plan;
import studio.backprop.project.ClassBalance;
import studio.backprop.project.Project;
import studio.backprop.project.TrainingSettings;
import studio.backprop.tensor.Seeds;
import studio.backprop.train.learn.BatchSource;
import studio.backprop.train.learn.Evaluator;
import studio.backprop.train.learn.Feed;
import studio.backprop.train.learn.Learner;
import studio.backprop.train.learn.LearnerTurn;
import studio.backprop.train.learn.WeightedClasses;
import studio.backprop.train.metric.ClassCount;
import studio.backprop.train.metric.MetricAccumulator;
import studio.backprop.train.metric.Metrics;

/** Supervised training: all parameters by one loss on labelled examples. */
final class SupervisedTraining implements Regime {
  private final Project project;
  private final PreparedData data;
  private final Kernels kernels;
  private final Parameters parameters;
  private final TargetForm form;
  private final Feed feed;
  private final Learner learner;
  private final List<LearnerTurn> turns;
  private final Evaluator validation;
  /** Of requested parts, kept since requests repeat. */
  private final Map<Part, Evaluator> scorers = new EnumMap<>(Part.class);
  private final float[] input;
  private final float[] target;

  SupervisedTraining(Project project, PreparedData data, Kernels kernels, Parameters parameters, Purpose purpose) {
    this.project = project;
    this.data = data;
    this.kernels = kernels;
    this.parameters = parameters;
    TrainingSettings training = project.training();
    int size = Math.min(training.batch(), data.trainRows());
    this.form = Evaluator.targetForm(project.network(), data);
    Optional<Seeds> order = training.shuffle() ? Optional.of(new Seeds(training.seed())) : Optional.empty();
    this.feed = new Feed(Batches.forTraining(data, size, form, order, training.balance() == ClassBalance.BATCHES), size);
    ClassWeights weights = WeightedClasses.of(project, data);
    this.learner = new Learner(project, project.network().objective(), weights, feed, parameters, parameters, kernels, purpose);
    this.turns = List.of(new LearnerTurn(learner, 0, 1, 0, 1, Optional.empty()));
    this.validation = new Evaluator(project.network(), parameters, kernels, data, Part.VALIDATION);
    this.input = new float[data.dataset().width()];
    this.target = new float[data.targetWidth(form)];
  }

  @Override
  public List<Learner> learners() {
    return List.of(learner);
  }

  @Override
  public List<LearnerTurn> turns() {
    return turns;
  }

  @Override
  public boolean movesByNewestRate() {
    return true;
  }

  @Override
  public BatchSource examples() {
    return feed;
  }

  @Override
  public MetricAccumulator metrics() {
    return Evaluator.accumulator(project.network(), data);
  }

  @Override
  public Metrics evaluate(Part part) {
    return scorers.computeIfAbsent(part, asked -> new Evaluator(project.network(), parameters, kernels, data, asked)).run();
  }

  @Override
  public List<ClassCount> classes(Part part) {
    return scorers.containsKey(part) ? scorers.get(part).classes() : List.of();
  }

  @Override
  public Metrics validate() {
    return validation.run();
  }

  @Override
  public List<ClassCount> validationClasses() {
    return validation.classes();
  }

  @Override
  public void show(Part part, int row, Plan plan) {
    data.copyInput(part, row, input, 0);
    data.copyTarget(part, row, form, target, 0);
    put(plan);
  }

  @Override
  public void show(DrawnExample drawn, Plan plan) {
    drawn.copyInput(data, input);
    drawn.copyTarget(data, form, target);
    put(plan);
  }

  private void put(Plan plan) {
    Feed.put(input, 0, input.length, plan);
    plan.target().setRow(0, target, 0);
  }
}
