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

/** Kind of training. Random numbers are indexed by epoch and step: weights, optimizers and step number determine all later steps. */
public interface Regime {
  /** Learners of a step, in the order of their turns. */
  List<Learner> learners();

  /** Turns of the next step, in order; not copied. */
  List<LearnerTurn> turns();

  /** Applies changes of settings. To be called between two steps. */
  default void follow(Assignment live) {}

  /**
   * Applies an impulse in the agent's first environment. To be called between two steps.
   *
   * @param impulse in N s
   * @return false if the environment has no body to push
   */
  default boolean push(double impulse) {
    return false;
  }

  /** Whether a learning rate set within a step applies to its single update, else from the next step on. */
  default boolean movesByNewestRate() {
    return false;
  }

  /** Training examples of an epoch. */
  BatchSource examples();

  /** New accumulator of the first learner's metrics. */
  MetricAccumulator metrics();

  /** Evaluates the current weights on a part of the data. */
  Metrics evaluate(Part part);

  Metrics validate();

  /** Counts by class of the last {@link #evaluate} of a part; empty before, and without classes. */
  default List<ClassCount> classes(Part part) {
    return List.of();
  }

  /** Counts by class of the last {@link #validate}; zero before, empty without classes. */
  List<ClassCount> validationClasses();

  /** State in addition to weights and optimizers; empty if later steps do not depend on any. */
  default Optional<KeptState> state() {
    return Optional.empty();
  }

  /** Restores a state; one of another format is ignored. */
  default void restore(KeptState state) {}

  /** Whether the format of a state is the current one: it depends on version and settings. */
  default boolean reads(KeptState state) {
    return true;
  }

  /** Restores the weights of the best policy, after training. @return false if none are kept */
  default boolean keepBest() {
    return false;
  }

  /** Epoch of those weights; empty if none. */
  default OptionalInt bestEpoch() {
    return OptionalInt.empty();
  }

  /** Evaluates the agent now (slow). Empty without an agent. */
  default Optional<AgentScores> agent() {
    return Optional.empty();
  }

  /** Snapshot of the agent; empty without one. */
  default Optional<AgentSnapshot> sight() {
    return Optional.empty();
  }

  /** Mean return of an agent's greedy evaluation, by number before the last one; NaN if none. */
  default double greedy(int before) {
    return Double.NaN;
  }

  /** Completed episodes of an agent; 0 without one. */
  default long episodes() {
    return 0;
  }

  default Optional<CollectionTimes> acting() {
    return Optional.empty();
  }

  /** Learning statistics of an agent; runs its network. Empty without an agent. */
  default Optional<AgentHealth> health() {
    return Optional.empty();
  }

  /** Fills a plan for one example with a row of the data, for inspection; deterministic. */
  void show(Part part, int row, Plan plan);

  /** Fills it with the first example of an agent's last update. @return whether there is one */
  default boolean showLearned(Plan plan) {
    return false;
  }

  /** Fills a plan for one example with a drawn one, for inspection. */
  void show(DrawnExample drawn, Plan plan);

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
