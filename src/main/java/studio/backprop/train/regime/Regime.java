package studio.backprop.train.regime;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import studio.backprop.data.Part;
import studio.backprop.data.PreparedData;
import studio.backprop.data.draw.DrawnExample;
import studio.backprop.kernel.Kernels;
import studio.backprop.plan.Compiler.Purpose;
import studio.backprop.plan.Parameters;
import studio.backprop.plan.Plan;
import studio.backprop.project.Adversarial;
import studio.backprop.project.Agent;
import studio.backprop.project.Assignment;
import studio.backprop.project.Project;
import studio.backprop.project.Supervised;
import studio.backprop.train.agent.AgentHealth;
import studio.backprop.train.agent.AgentSnapshot;
import studio.backprop.train.agent.CollectionTimes;
import studio.backprop.train.learn.BatchSource;
import studio.backprop.train.learn.Learner;
import studio.backprop.train.learn.LearnerTurn;
import studio.backprop.train.metric.ClassCount;
import studio.backprop.train.metric.MetricAccumulator;
import studio.backprop.train.metric.Metrics;
import studio.backprop.train.record.AgentScores;
import studio.backprop.train.record.KeptState;

/**
 * A kind of training. All that it draws is numbered by epoch and step, so that weights, optimizers and the number of the step are all that
 * the next steps depend on.
 */
public interface Regime {
  /** Whoever learns in a step, in the order in which they take their turns. */
  List<Learner> learners();

  /** The turns of the next step, in their order: the list itself, which costs nothing to ask for. */
  List<LearnerTurn> turns();

  /** Takes over what can change while a training goes on. To be called between two steps. */
  default void follow(Assignment live) {}

  /**
   * Pushes what moves in the first of an agent's worlds. To be called between two steps.
   *
   * @param impulse in N s
   * @return whether there is something to push
   */
  default boolean push(double impulse) {
    return false;
  }

  /**
   * Whether a learning rate that is set within a step holds in it: it has one update at its end, and nothing else can be changed. Otherwise
   * all that is changed holds from the next step on.
   */
  default boolean movesByNewestRate() {
    return false;
  }

  /** The examples of which an epoch is made. */
  BatchSource examples();

  /** Counts the steps of the first learner. A new one, which nobody else counts with. */
  MetricAccumulator metrics();

  /** Scores the weights as they are on a part of the data. */
  Metrics evaluate(Part part);

  /** Scores the validation part at the end of an epoch. */
  Metrics validate();

  /** What {@link #evaluate} last said of a part by class; nothing before that, and where no classes of the data are told apart. */
  default List<ClassCount> classes(Part part) {
    return List.of();
  }

  /** What {@link #validate} last said by class; of no examples before, nothing where no classes are told apart. */
  List<ClassCount> validationClasses();

  /**
   * What it keeps between two steps beside weights and optimizers; empty where nothing else decides about the next steps. Never changes.
   */
  default Optional<KeptState> state() {
    return Optional.empty();
  }

  /** Goes on from such a state; one of another form is left alone. */
  default void restore(KeptState state) {}

  /** Whether it can go on from such a state: one of an earlier version, or of other settings, has another form. */
  default boolean reads(KeptState state) {
    return true;
  }

  /** Takes back the weights that acted best, where it keeps such. To be called when training has ended. @return whether it did */
  default boolean keepBest() {
    return false;
  }

  /** The epoch of those weights; empty where it keeps none. */
  default OptionalInt bestEpoch() {
    return OptionalInt.empty();
  }

  /** How well an agent acts; plays now, and takes its time. Empty where nobody acts. */
  default Optional<AgentScores> agent() {
    return Optional.empty();
  }

  /** Where an agent stands; empty where nobody acts. */
  default Optional<AgentSnapshot> sight() {
    return Optional.empty();
  }

  /** The mean return of an agent's best actions at the last look, or so many looks before it; NaN where nobody acts or looked. */
  default double greedy(int before) {
    return Double.NaN;
  }

  /** How many episodes of an agent have ended; 0 where nobody acts. */
  default long episodes() {
    return 0;
  }

  /** How long an agent takes to act; empty where nobody acts. */
  default Optional<CollectionTimes> acting() {
    return Optional.empty();
  }

  /** What tells whether an agent learns; asks its network now and then, and takes a moment. Empty where nobody acts. */
  default Optional<AgentHealth> health() {
    return Optional.empty();
  }

  /** Fills a plan for one example with a row of the data, to be looked at: the same numbers each time. */
  void show(Part part, int row, Plan plan);

  /** The same with the first example of the last step, where an agent has made it itself. @return whether there is one */
  default boolean showLearned(Plan plan) {
    return false;
  }

  /** Fills a plan for one example with something that a person has drawn, to be looked at. */
  void show(DrawnExample drawn, Plan plan);

  /** The kind that a project is trained in. @param purpose one that trains */
  static Regime of(Project project, PreparedData data, Kernels kernels, Parameters parameters, Purpose purpose) {
    if (project.assignment() instanceof Supervised) {
      return new SupervisedTraining(project, data, kernels, parameters, purpose);
    } else if (project.assignment() instanceof Adversarial) {
      return new AdversarialTraining(project, data, kernels, parameters, purpose);
    }
    if (project.assignment() instanceof Agent) {
      return new AgentTraining(project, data, kernels, parameters, purpose);
    }
    throw new IllegalArgumentException("no training for " + project.assignment().getClass().getSimpleName());
  }
}
